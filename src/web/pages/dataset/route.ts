import type { FastifyRequest } from 'fastify'
import { agenciesOf, hasAgencies } from '../../../app/agencies.ts'
import { type App, getDataset, getOutcome } from '../../../app/app.ts'
import type { Audience } from '../../../app/audience.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { type DatasetFigures, datasetFigures, tiedTo } from '../../../app/figures.ts'
import { Refused } from '../../../app/refused.ts'
import { periodText } from '../../../core/dates/period.ts'
import type { Dataset, Section } from '../../../core/definitions/area.ts'
import { isTiedTo } from '../../../core/definitions/framework.ts'
import { sendCsv } from '../../csv.ts'
import { address, all, askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { audienceOf, forEverybody, headOf, staffIn, type Who } from '../../session.ts'
import { owing } from '../agencies/view.ts'
import { datasetCsv } from './csv.ts'
import { type DatasetView, datasetView } from './view.ts'

const MONTHS_SHOWN = 6

/** The board's table, as a page and as CSV. */
export const datasetPage: Routes = (server, app, render) => {
  server.get(
    '/datasets/:dataset',
    forEverybody(app, async (request, reply, who) => {
      const { found, periods, outcome } = await wanted(app, audienceOf(who), request)
      const view = datasetView(found, periods, {
        chosen: first(request, 'filter') !== undefined,
        section: askedSection(found.dataset, request)?.key,
        kinds: new Set(all(request, 'show')),
        variants: first(request, 'variants') !== undefined,
        outcome,
        outcomes: outcomesOf(app, found.dataset),
      })
      const page = { ...view.page, ...headOf(who) }
      const shown: DatasetView = { ...view, page, agencies: await agenciesOn(app, found, staffIn(who)) }
      return reply.type('text/html; charset=utf-8').send(render('pages/dataset/dataset.njk', shown))
    }),
  )

  server.get(
    '/datasets/:dataset.csv',
    forEverybody(app, async (request, reply, who) => {
      const { found } = await wanted(app, audienceOf(who), request)
      const name = `${found.dataset.key}-${found.authority.key}-${periodText(found.period)}.csv`
      return sendCsv(reply, name, datasetCsv(found))
    }),
  )
}

/** The outcomes to which anything of a dataset is tied. */
const outcomesOf = ({ catalogue }: App, dataset: Dataset) =>
  [...catalogue.outcomes.values()].filter((outcome) => indicatorsOf(dataset).some((one) => isTiedTo(outcome, one)))

/** Who owes figures of the authority's own dataset: for those who see what has come. */
async function agenciesOn(app: App, { dataset, authority, period }: DatasetFigures, who: Who | undefined) {
  if (who === undefined || authority !== app.own || !hasAgencies(app, dataset.key)) return undefined
  return {
    text: owing(await agenciesOf(app, { dataset: dataset.key, period })),
    href: address(`/datasets/${dataset.key}/agencies`, { period: periodText(period) }),
  }
}

async function wanted(app: App, audience: Audience, request: FastifyRequest) {
  const dataset = getDataset(app, pathPart(request, 'dataset'))
  const { authority, period, periods } = await choose(
    app,
    audience,
    { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) },
    { authority: first(request, 'authority'), period: askedPeriod(request) },
  )
  const asked = { audience, authority: authority.key, period, periods: MONTHS_SHOWN }
  const found = await datasetFigures(app, dataset.key, asked)
  const key = first(request, 'outcome')
  const outcome = key === undefined || key === '' ? undefined : getOutcome(app, key)
  return { found: outcome === undefined ? found : tiedTo(found, outcome), periods, outcome }
}

function askedSection({ label, sections }: Dataset, request: FastifyRequest): Section | undefined {
  const asked = first(request, 'section')
  if (asked === undefined) return undefined
  const section = sections.find(({ key }) => key === asked)
  if (section === undefined)
    throw new Refused(
      'bad usage',
      `The ${label} has no section “${asked}”. Its sections are: ${sections.map((one) => one.label).join(', ')}.`,
    )
  return section
}
