import { authoritiesWithFigures, choose, indicatorsOf } from '../../../app/choose.ts'
import { datasetFigures } from '../../../app/figures.ts'
import type { Routes } from '../../render.ts'
import { homeView } from './view.ts'

const MONTHS_JUDGED = 6

/** Where to begin: the latest month of each dataset, worst first. */
export const homePage: Routes = (server, app, render) => {
  server.get('/', async (_, reply) => {
    const authorities = await authoritiesWithFigures(app)
    const pairs = authorities.flatMap((authority) =>
      [...app.catalogue.datasets.values()].map((dataset) => ({ authority, dataset })),
    )
    const found = await Promise.all(
      pairs.map(async ({ authority, dataset }) => {
        const asked = { authority: authority.key, period: undefined }
        const { period } = await choose(
          app,
          { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) },
          asked,
        )
        return datasetFigures(app, dataset.key, { authority: authority.key, period, periods: MONTHS_JUDGED })
      }),
    )
    const view = homeView(app.catalogue, found)
    return reply.type('text/html; charset=utf-8').send(render('pages/home/home.njk', view))
  })
}
