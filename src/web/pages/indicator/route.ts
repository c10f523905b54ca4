import type { FastifyRequest } from 'fastify'
import { type App, type Authority, getIndicator } from '../../../app/app.ts'
import type { Audience } from '../../../app/audience.ts'
import { placeToShow } from '../../../app/benchmarks/place.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { insideOf } from '../../../app/counting/inside.ts'
import { indicatorFigures, type Series } from '../../../app/figures.ts'
import { periodText } from '../../../core/dates/period.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { sendCsv } from '../../csv.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { audienceOf, forEverybody, headOf, staffIn, type Who } from '../../session.ts'
import { indicatorCsv } from './csv.ts'
import type { Inside } from './inside.ts'
import { indicatorView } from './view.ts'

const MONTHS_DRAWN = 36

/** One indicator: its trend, its table, its definition; as a page and as CSV. */
export const indicatorPage: Routes = (server, app, render) => {
  server.get(
    '/indicators/:indicator',
    forEverybody(app, async (request, reply, who) => {
      const { authority, series } = await wanted(app, audienceOf(who), request)
      const staff = staffIn(who)
      const inside = staff && (await behind(app, staff, series, first(request, 'by')))
      const view = indicatorView(app.catalogue, authority, series, {
        inside,
        shown: (await placeToShow(app, authority.key))?.key,
      })
      const page = { ...view.page, ...headOf(who) }
      return reply.type('text/html; charset=utf-8').send(render('pages/indicator/indicator.njk', { ...view, page }))
    }),
  )

  server.get(
    '/indicators/:indicator.csv',
    forEverybody(app, async (request, reply, who) => {
      const { authority, series } = await wanted(app, audienceOf(who), request)
      const name = `${series.indicator.key}-${authority.key}-${periodText(series.latest.period)}.csv`
      return sendCsv(reply, name, indicatorCsv(authority, series))
    }),
  )
}

/** What is behind a figure that was counted here: nothing where it was only published. */
async function behind(
  app: App,
  { account }: Who,
  { indicator, latest, lines }: Series,
  by: string | undefined,
): Promise<Inside | undefined> {
  if (latest.source !== 'calculated') return undefined
  const last = lines.at(-2)
  const before = last?.source === 'calculated' ? last.period : undefined
  return { ...(await insideOf(app, account, { indicator: indicator.key, period: latest.period, before })), by }
}

async function wanted(
  app: App,
  audience: Audience,
  request: FastifyRequest,
): Promise<{ authority: Authority; series: Series }> {
  const indicator = getIndicator(app, pathPart(request, 'indicator'))
  const asked = { authority: first(request, 'authority'), period: askedPeriod(request) }
  // A month of the dataset in which this row is blank is answered too: its row leads here.
  const beside = asked.period === undefined ? [] : readBeside(app.catalogue, indicator)
  const { authority, period } = await choose(
    app,
    audience,
    { label: `“${indicator.label}”`, indicators: [indicator, ...beside] },
    asked,
  )
  const series = await indicatorFigures(app, indicator.key, {
    audience,
    authority: authority.key,
    period,
    periods: MONTHS_DRAWN,
  })
  return { authority, series }
}

const readBeside = ({ datasets }: Catalogue, indicator: Indicator): readonly Indicator[] =>
  [...datasets.values()].map(indicatorsOf).find((indicators) => indicators.includes(indicator)) ?? []
