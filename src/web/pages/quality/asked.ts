import type { FastifyRequest } from 'fastify'
import { type App, getDataset } from '../../../app/app.ts'
import type { Month } from '../../../app/months/month.ts'
import type { Whose } from '../../../app/quality/seen.ts'
import { Refused } from '../../../app/refused.ts'
import { parsePeriod, periodContaining, periodText, previousPeriod } from '../../../core/dates/period.ts'
import { address, first } from '../../query.ts'

export type Asked = Month & { readonly whose: Whose }

/** Which month's figures, and whose errors: left out, those of all in the last whole month. Refused where there is no such dataset or month. */
export function askedIn(app: App, request: FastifyRequest): Asked {
  const [key, month] = [first(request, 'dataset'), first(request, 'month')]
  const dataset = key ?? [...app.catalogue.datasets.keys()][0]
  if (dataset === undefined) throw new Refused('not found', 'There is no set of figures by which errors could be seen.')
  return { dataset: getDataset(app, dataset).key, period: monthIn(app, month), whose: whoseIn(first(request, 'whose')) }
}

function monthIn({ clock }: App, text: string | undefined) {
  if (text === undefined) return previousPeriod(periodContaining('month', clock.today))
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('not found', error.message)
    throw error
  }
}

const whoseIn = (text: string | undefined): Whose => (text === 'mine' || text === 'team' ? text : 'all')

/** An address of a page of data quality, of the same month and the same people. */
export const qualityAddress = (
  path: string,
  { dataset, period, whose }: Asked,
  more: Readonly<Record<string, string | undefined>> = {},
): string =>
  address(`/quality${path}`, {
    dataset,
    month: periodText(period),
    whose: whose === 'all' ? undefined : whose,
    ...more,
  })
