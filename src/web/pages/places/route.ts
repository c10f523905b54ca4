import type { FastifyReply } from 'fastify'
import { getMeasure, getPlace, nationalFigures } from '../../../app/benchmarks/national.ts'
import { indicatorsOn, NONE_LOADED, openPlace, picturePlace, shownPlace } from '../../../app/benchmarks/place.ts'
import { Refused } from '../../../app/refused.ts'
import { sendCsv } from '../../csv.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes, View } from '../../render.ts'
import { forEverybody, headOf, type Visitor } from '../../session.ts'
import { chooseView } from './choose-view.ts'
import { measureCsv } from './csv.ts'
import { measuresView, themeView } from './list-view.ts'
import { measureView } from './measure-view.ts'
import { placeView } from './place-view.ts'

/** What is published of every authority, beside others: for everybody, with nothing kept of who looked. */
export const placesPages: Routes = (server, app, render) => {
  const send = (reply: FastifyReply, template: string, view: View, who: Visitor | undefined) =>
    reply
      .type('text/html; charset=utf-8')
      .send(render(`pages/places/${template}.njk`, { ...view, page: { ...view.page, ...headOf(who) } }))

  server.get(
    '/places',
    forEverybody(app, async (request, reply, who) => {
      const asked = first(request, 'place')
      if (asked !== undefined) return reply.redirect(`/places/${getPlace(app, asked).key}`, 303)
      const isLoaded = (await nationalFigures(app)) !== undefined
      return send(reply, 'choose', chooseView(app.national.places, await shownPlace(app), isLoaded, NONE_LOADED), who)
    }),
  )

  server.get(
    '/places/:place',
    forEverybody(app, async (request, reply, who) =>
      send(reply, 'place', placeView(await picturePlace(app, pathPart(request, 'place'))), who),
    ),
  )

  server.get(
    '/places/:place/themes/:theme',
    forEverybody(app, async (request, reply, who) => {
      const { national, place } = await openPlace(app, pathPart(request, 'place'))
      const view = themeView(national, place, pathPart(request, 'theme'))
      if (view === undefined)
        throw new Refused('not found', `There is no such subject. Those there are stand on the page of ${place.name}.`)
      return send(reply, 'theme', view, who)
    }),
  )

  server.get(
    '/places/:place/measures',
    forEverybody(app, async (request, reply, who) => {
      const { national, place } = await openPlace(app, pathPart(request, 'place'))
      return send(reply, 'measures', measuresView(national, place, (first(request, 'find') ?? '').trim()), who)
    }),
  )

  server.get(
    '/places/:place/measures/:measure',
    forEverybody(app, async (request, reply, who) => {
      const { national, place } = await openPlace(app, pathPart(request, 'place'))
      const measure = getMeasure(app, pathPart(request, 'measure'))
      const asked = first(request, 'beside')
      const chosen = asked === undefined ? undefined : (await openPlace(app, asked)).place
      const view = measureView({
        national,
        place,
        measure,
        chosen: chosen === place ? undefined : chosen,
        indicators: indicatorsOn(app.catalogue, measure),
      })
      if (view === undefined) throw new Refused('not found', `Nobody has a figure of this yet: ${measure.title}.`)
      return send(reply, 'measure', view, who)
    }),
  )

  server.get(
    '/places/:place/measures/:measure.csv',
    forEverybody(app, async (request, reply) => {
      const { national, place } = await openPlace(app, pathPart(request, 'place'))
      const measure = getMeasure(app, pathPart(request, 'measure'))
      return sendCsv(reply, `${measure.key}-${place.key}.csv`, measureCsv(national, measure, place))
    }),
  )
}
