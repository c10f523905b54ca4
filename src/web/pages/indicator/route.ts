import type { FastifyRequest } from 'fastify'
import { type App, type Authority, getIndicator } from '../../../app/app.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { indicatorFigures, type Series } from '../../../app/figures.ts'
import { periodText } from '../../../core/dates/period.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { sendCsv } from '../../csv.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { indicatorCsv } from './csv.ts'
import { indicatorView } from './view.ts'

const MONTHS_DRAWN = 36

/** One indicator: its trend, its table, its definition; as a page and as CSV. */
export const indicatorPage: Routes = (server, app, render) => {
  server.get('/indicators/:indicator', async (request, reply) => {
    const { authority, series } = await wanted(app, request)
    const view = indicatorView(app.catalogue, authority, series)
    return reply.type('text/html; charset=utf-8').send(render('pages/indicator/indicator.njk', view))
  })

  server.get('/indicators/:indicator.csv', async (request, reply) => {
    const { authority, series } = await wanted(app, request)
    const name = `${series.indicator.key}-${authority.key}-${periodText(series.latest.period)}.csv`
    return sendCsv(reply, name, indicatorCsv(authority, series))
  })
}

async function wanted(app: App, request: FastifyRequest): Promise<{ authority: Authority; series: Series }> {
  const indicator = getIndicator(app, pathPart(request, 'indicator'))
  const asked = { authority: first(request, 'authority'), period: askedPeriod(request) }
  // A month of the dataset in which this row is blank is answered too: its row leads here.
  const beside = asked.period === undefined ? [] : readBeside(app.catalogue, indicator)
  const { authority, period } = await choose(
    app,
    { label: `“${indicator.label}”`, indicators: [indicator, ...beside] },
    asked,
  )
  const series = await indicatorFigures(app, indicator.key, {
    authority: authority.key,
    period,
    periods: MONTHS_DRAWN,
  })
  return { authority, series }
}

const readBeside = ({ datasets }: Catalogue, indicator: Indicator): readonly Indicator[] =>
  [...datasets.values()].map(indicatorsOf).find((indicators) => indicators.includes(indicator)) ?? []
