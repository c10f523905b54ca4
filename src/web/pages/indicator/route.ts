import { getIndicator } from '../../../app/app.ts'
import { choose } from '../../../app/choose.ts'
import { indicatorFigures } from '../../../app/figures.ts'
import { periodText } from '../../../core/dates/period.ts'
import { sendCsv } from '../../csv.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { indicatorCsv } from './csv.ts'
import { indicatorView } from './view.ts'

const MONTHS_DRAWN = 36

/** One indicator: its trend, its table, its definition; as a page and as CSV. */
export const indicatorPage: Routes = (server, app, render) => {
  server.get('/indicators/:indicator', async (request, reply) => {
    const indicator = getIndicator(app, pathPart(request, 'indicator'))
    const { authority, period } = await choose(
      app,
      { label: `“${indicator.label}”`, indicators: [indicator] },
      { authority: first(request, 'authority'), period: askedPeriod(request) },
    )
    const series = await indicatorFigures(app, indicator.key, {
      authority: authority.key,
      period,
      periods: MONTHS_DRAWN,
    })
    const view = indicatorView(app.catalogue, authority, series)
    return reply.type('text/html; charset=utf-8').send(render('pages/indicator/indicator.njk', view))
  })

  server.get('/indicators/:indicator.csv', async (request, reply) => {
    const indicator = getIndicator(app, pathPart(request, 'indicator'))
    const { authority, period } = await choose(
      app,
      { label: `“${indicator.label}”`, indicators: [indicator] },
      { authority: first(request, 'authority'), period: askedPeriod(request) },
    )
    const series = await indicatorFigures(app, indicator.key, {
      authority: authority.key,
      period,
      periods: MONTHS_DRAWN,
    })
    return sendCsv(
      reply,
      `${indicator.key}-${authority.key}-${periodText(period)}.csv`,
      indicatorCsv(authority, series),
    )
  })
}
