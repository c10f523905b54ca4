import type { FastifyRequest } from 'fastify'
import { type App, type Authority, getIndicator } from '../../../app/app.ts'
import { type Audience, seesCounted } from '../../../app/audience.ts'
import { placeToShow } from '../../../app/benchmarks/place.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { type FigureInside, insideOf } from '../../../app/counting/inside.ts'
import { findPlace } from '../../../app/counting/lists.ts'
import { indicatorFigures, type Series } from '../../../app/figures.ts'
import { type Period, periodText, previousPeriod } from '../../../core/dates/period.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { sendCsv } from '../../csv.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { audienceOf, forEverybody, headOf, staffIn, type Who } from '../../session.ts'
import { indicatorCsv } from './csv.ts'
import { indicatorView } from './view.ts'

const MONTHS_DRAWN = 36

/** One indicator: its trend, its table, its definition; as a page and as CSV. */
export const indicatorPage: Routes = (server, app, render) => {
  server.get(
    '/indicators/:indicator',
    forEverybody(app, async (request, reply, who) => {
      const asked = await wanted(app, audienceOf(who), request)
      const { authority } = asked
      const [series, inside, shown] = await Promise.all([
        seriesOf(app, audienceOf(who), asked),
        behind(app, staffIn(who), asked),
        placeToShow(app, authority.key),
      ])
      const view = indicatorView(app.catalogue, authority, series, {
        inside: inside && { ...inside, by: first(request, 'by') },
        shown: shown?.key,
      })
      const page = { ...view.page, ...headOf(who) }
      return reply.type('text/html; charset=utf-8').send(render('pages/indicator/indicator.njk', { ...view, page }))
    }),
  )

  server.get(
    '/indicators/:indicator.csv',
    forEverybody(app, async (request, reply, who) => {
      const asked = await wanted(app, audienceOf(who), request)
      const { authority } = asked
      const series = await seriesOf(app, audienceOf(who), asked)
      const name = `${series.indicator.key}-${authority.key}-${periodText(series.latest.period)}.csv`
      return sendCsv(reply, name, indicatorCsv(authority, series))
    }),
  )
}

/** What an address asks for. */
type Wanted = { readonly indicator: Indicator; readonly authority: Authority; readonly period: Period }

async function wanted(app: App, audience: Audience, request: FastifyRequest): Promise<Wanted> {
  const indicator = getIndicator(app, pathPart(request, 'indicator'))
  const asked = { authority: first(request, 'authority'), period: askedPeriod(request) }
  // A month of the dataset in which this row is blank is answered too: its row leads here.
  const beside = asked.period === undefined ? [] : readBeside(app.catalogue, indicator)
  const what = { label: `“${indicator.label}”`, indicators: [indicator, ...beside] }
  const { authority, period } = await choose(app, audience, what, asked)
  return { indicator, authority, period }
}

const seriesOf = (app: App, audience: Audience, { indicator, authority, period }: Wanted): Promise<Series> =>
  indicatorFigures(app, indicator.key, { audience, authority: authority.key, period, periods: MONTHS_DRAWN })

/** What is behind a figure that was counted here, for those who see such figures: nothing where it was only published. */
async function behind(
  app: App,
  who: Who | undefined,
  { indicator, authority, period }: Wanted,
): Promise<FigureInside | undefined> {
  if (who === undefined || !seesCounted(app, authority.key, 'staff') || findPlace(app, indicator) === undefined)
    return undefined
  return insideOf(app, who.account, { indicator: indicator.key, period, before: previousPeriod(period) })
}

const readBeside = ({ datasets }: Catalogue, indicator: Indicator): readonly Indicator[] =>
  [...datasets.values()].map(indicatorsOf).find((indicators) => indicators.includes(indicator)) ?? []
