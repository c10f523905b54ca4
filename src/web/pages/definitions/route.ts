import { getIndicator } from '../../../app/app.ts'
import { sendCsv } from '../../csv.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { definitionView } from './definition.ts'
import { definitionsCsv, definitionsView } from './view.ts'

/** The catalogue of indicators, and each one's definition. */
export const definitionsPages: Routes = (server, app, render) => {
  server.get('/definitions', async (request, reply) => {
    const view = definitionsView(app.catalogue, first(request, 'q') ?? '')
    return reply.type('text/html; charset=utf-8').send(render('pages/definitions/definitions.njk', view))
  })

  server.get('/definitions.csv', async (_, reply) => sendCsv(reply, 'definitions.csv', definitionsCsv(app.catalogue)))

  server.get('/definitions/:indicator', async (request, reply) => {
    const indicator = getIndicator(app, pathPart(request, 'indicator'))
    const definition = definitionView(app.catalogue, indicator)
    const view = {
      page: { title: `${indicator.label}: definition`, navigation: 'definitions' as const },
      definition,
      figures: `/indicators/${indicator.key}`,
    }
    return reply.type('text/html; charset=utf-8').send(render('pages/definitions/one.njk', view))
  })
}
