import { findWork } from '../../../app/counting/work-list.ts'
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
        services: services(app).map(({ key, label, indicators, workLists = [] }) => ({
          label,
          href: `/services/${key}`,
          figures: indicators.filter(({ counts }) => counts !== undefined).length,
          lists: workLists.map((work) => work.label),
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
      const work = await findWorkLists(app, who.account, area.workLists ?? [], app.clock.today)
      const asked = area.namesFirst && { key: area.namesFirst.key, on: app.clock.today, most: MOST_NAMES }
      const names = asked && (await findWork(app, who.account, asked))
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/service/service.njk', serviceView(app, area, { figures, work, names }, who)))
    }),
  )
}
