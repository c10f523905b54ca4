import { getDataset } from '../../../app/app.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { datasetFigures } from '../../../app/figures.ts'
import { periodText } from '../../../core/dates/period.ts'
import { sendCsv } from '../../csv.ts'
import { all, askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { datasetCsv } from './csv.ts'
import { datasetView } from './view.ts'

const MONTHS_SHOWN = 6

/** The board's table, as a page and as CSV. */
export const datasetPage: Routes = (server, app, render) => {
  server.get('/datasets/:dataset', async (request, reply) => {
    const dataset = getDataset(app, pathPart(request, 'dataset'))
    const { authority, period, periods } = await choose(
      app,
      { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) },
      { authority: first(request, 'authority'), period: askedPeriod(request) },
    )
    const found = await datasetFigures(app, dataset.key, { authority: authority.key, period, periods: MONTHS_SHOWN })
    const view = datasetView(found, periods, {
      chosen: first(request, 'filter') !== undefined,
      section: dataset.sections.find(({ key }) => key === first(request, 'section'))?.key,
      kinds: new Set(all(request, 'show')),
      variants: first(request, 'variants') !== undefined,
    })
    return reply.type('text/html; charset=utf-8').send(render('pages/dataset/dataset.njk', view))
  })

  server.get('/datasets/:dataset.csv', async (request, reply) => {
    const dataset = getDataset(app, pathPart(request, 'dataset'))
    const { authority, period } = await choose(
      app,
      { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) },
      { authority: first(request, 'authority'), period: askedPeriod(request) },
    )
    const found = await datasetFigures(app, dataset.key, { authority: authority.key, period, periods: MONTHS_SHOWN })
    return sendCsv(reply, `${dataset.key}-${authority.key}-${periodText(period)}.csv`, datasetCsv(found))
  })
}
