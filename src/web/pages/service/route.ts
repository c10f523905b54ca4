import { findWorkLists } from '../../../app/counting/work-lists.ts'
import { getService, serviceFigures, services } from '../../../app/services.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { serviceView } from './view.ts'

const MONTHS_DRAWN = 12
/** So many are named on a dashboard: whom to begin with. */
const MOST_NAMES = 8

/** The dashboards: all services that have one, and each of them. */
export const servicePages: Routes = (server, app, render) => {
  server.get(
    '/services',
    signedIn(app, render, async (_, reply, who) => {
      const view = {
        page: { title: 'Services', navigation: 'services' as const, who: { name: who.account.name, form: who.form } },
        services: services(app).map(({ key, label, indicators, trackers = [], workLists = [] }) => ({
          label,
          href: `/services/${key}`,
          figures: indicators.filter(({ counts }) => counts !== undefined).length,
          lists: [...trackers, ...workLists].map((one) => one.label),
        })),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/service/services.njk', view))
    }),
  )

  server.get(
    '/services/:area',
    signedIn(app, render, async (request, reply, who) => {
      const area = getService(app, pathPart(request, 'area'))
      const figures = await serviceFigures(app, area, MONTHS_DRAWN)
      const naming = area.namesFirst && { work: area.namesFirst, most: MOST_NAMES }
      const work = await findWorkLists(app, who.account, area.workLists ?? [], app.clock.today, naming)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/service/service.njk', serviceView(app, area, { figures, work }, who)))
    }),
  )
}
