import type { FastifyRequest } from 'fastify'
import { type App, getDataset } from '../../../app/app.ts'
import type { Month } from '../../../app/months/month.ts'
import { Refused } from '../../../app/refused.ts'
import { type Period, parsePeriod, periodLabel, periodText } from '../../../core/dates/period.ts'
import { pathPart } from '../../query.ts'

/** The month that an address names. Refused where there is no such dataset, or the period is none. */
export function askedMonth(app: App, request: FastifyRequest): Month {
  const dataset = getDataset(app, pathPart(request, 'dataset')).key
  const period = periodIn(pathPart(request, 'month'))
  if (period.from > app.clock.today) throw new Refused('not found', `${periodLabel(period)} has not begun.`)
  return { dataset, period }
}

function periodIn(text: string): Period {
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('not found', error.message)
    throw error
  }
}

export const monthAddress = ({ dataset, period }: Month): string => `/publish/${dataset}/${periodText(period)}`

/** Where a frozen version is, for as long as there is a record of it. */
export const versionAddress = ({ version, ...month }: Month & { readonly version: number }): string =>
  `${monthAddress(month)}/versions/${version}`
