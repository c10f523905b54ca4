import { authoritiesWithFigures, indicatorsOf } from '../../../app/choose.ts'
import { datasetFigures, periodsWithFigures } from '../../../app/figures.ts'
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
        const period = (await periodsWithFigures(app, authority.key, indicatorsOf(dataset))).at(-1)
        if (period === undefined) return []
        return [await datasetFigures(app, dataset.key, { authority: authority.key, period, periods: MONTHS_JUDGED })]
      }),
    )
    const view = homeView(app.catalogue, found.flat())
    return reply.type('text/html; charset=utf-8').send(render('pages/home/home.njk', view))
  })
}
