import { authoritiesWithFigures, datasetsFor, indicatorsOf } from '../../../app/choose.ts'
import { periodsWithFigures } from '../../../app/figures.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { address } from '../../query.ts'
import type { Routes, View } from '../../render.ts'
import { audienceOf, forEverybody, headOf } from '../../session.ts'

type DatasetsView = View & {
  readonly rows: readonly {
    readonly label: string
    readonly href: string
    readonly authority: string
    readonly latest: string
    readonly periods: number
    readonly indicators: number
  }[]
}

/** Every dataset of every authority that has figures of it. */
export const datasetsPage: Routes = (server, app, render) => {
  server.get(
    '/datasets',
    forEverybody(app, async (_, reply, who) => {
      const audience = audienceOf(who)
      const authorities = await authoritiesWithFigures(app, audience)
      const pairs = authorities.flatMap((authority) =>
        datasetsFor(app, audience, authority).map((dataset) => ({ authority, dataset })),
      )
      const rows = await Promise.all(
        pairs.map(async ({ authority, dataset }) => {
          const indicators = indicatorsOf(dataset)
          const periods = await periodsWithFigures(app, audience, authority.key, indicators)
          const latest = periods.at(-1)
          if (latest === undefined) return []
          const href = address(`/datasets/${dataset.key}`, { authority: authority.key, period: periodText(latest) })
          return [
            {
              label: dataset.label,
              href,
              authority: authority.name,
              latest: periodLabel(latest),
              periods: periods.length,
              indicators: indicators.length,
            },
          ]
        }),
      )
      const view: DatasetsView = {
        page: { title: 'Figures', navigation: 'figures', ...headOf(who) },
        rows: rows.flat(),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/datasets/datasets.njk', view))
    }),
  )
}
