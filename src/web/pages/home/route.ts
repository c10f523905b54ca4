import { pictureFirst } from '../../../app/benchmarks/place.ts'
import { authoritiesWithFigures, datasetsFor, indicatorsOf } from '../../../app/choose.ts'
import { publicMonths } from '../../../app/disclosure/public.ts'
import { datasetFigures, periodsWithFigures } from '../../../app/figures.ts'
import { hasPeople } from '../../../app/own-authority.ts'
import type { Routes } from '../../render.ts'
import { audienceOf, forEverybody, headOf } from '../../session.ts'
import { homeView } from './view.ts'

const MONTHS_JUDGED = 6

/** Where to begin: the latest month of each dataset, worst first. */
export const homePage: Routes = (server, app, render) => {
  server.get(
    '/',
    forEverybody(app, async (_, reply, who) => {
      // Where nobody is on the record, what is counted from it is nought, and no finding.
      const audience = (await hasPeople(app)) ? audienceOf(who) : 'everybody'
      const authorities = await authoritiesWithFigures(app, audience)
      const pairs = authorities.flatMap((authority) =>
        datasetsFor(app, audience, authority).map((dataset) => ({ authority, dataset })),
      )
      const found = await Promise.all(
        pairs.map(async ({ authority, dataset }) => {
          const period = (await periodsWithFigures(app, audience, authority.key, indicatorsOf(dataset))).at(-1)
          if (period === undefined) return []
          const asked = { audience, authority: authority.key, period, periods: MONTHS_JUDGED }
          return [await datasetFigures(app, dataset.key, asked)]
        }),
      )
      const published = audience === 'everybody' ? await publicMonths(app) : []
      const view = homeView(app.catalogue, found.flat(), { published, pictured: await pictureFirst(app) })
      const page = { ...view.page, ...headOf(who) }
      return reply.type('text/html; charset=utf-8').send(render('pages/home/home.njk', { ...view, page }))
    }),
  )
}
