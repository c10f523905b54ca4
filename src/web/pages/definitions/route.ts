import { type App, getIndicator } from '../../../app/app.ts'
import type { Audience } from '../../../app/audience.ts'
import { authoritiesWithFigures } from '../../../app/choose.ts'
import { periodsWithFigures } from '../../../app/figures.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { sendCsv } from '../../csv.ts'
import { address, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { audienceOf, forEverybody, headOf } from '../../session.ts'
import { definitionView } from './definition.ts'
import { definitionsCsv, definitionsView } from './view.ts'

/** The catalogue of indicators, and each one's definition. */
export const definitionsPages: Routes = (server, app, render) => {
  server.get(
    '/definitions',
    forEverybody(app, async (request, reply, who) => {
      const view = definitionsView(app.catalogue, first(request, 'q')?.trim() ?? '')
      const page = { ...view.page, ...headOf(who) }
      return reply.type('text/html; charset=utf-8').send(render('pages/definitions/definitions.njk', { ...view, page }))
    }),
  )

  server.get('/definitions.csv', async (_, reply) => sendCsv(reply, 'definitions.csv', definitionsCsv(app.catalogue)))

  server.get(
    '/definitions/:indicator',
    forEverybody(app, async (request, reply, who) => {
      const indicator = getIndicator(app, pathPart(request, 'indicator'))
      const definition = definitionView(app.catalogue, indicator)
      const view = {
        page: { title: `${indicator.label}: definition`, navigation: 'definitions' as const, ...headOf(who) },
        definition,
        figures: await figuresOf(app, audienceOf(who), indicator),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/definitions/one.njk', view))
    }),
  )
}

/** Where its figures are: those of the first authority that has any. */
async function figuresOf(app: App, audience: Audience, indicator: Indicator): Promise<string | undefined> {
  for (const authority of await authoritiesWithFigures(app, audience)) {
    const periods = await periodsWithFigures(app, audience, authority.key, [indicator])
    if (periods.length > 0) return address(`/indicators/${indicator.key}`, { authority: authority.key })
  }
  return undefined
}
