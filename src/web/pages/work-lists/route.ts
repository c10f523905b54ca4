import { findWork } from '../../../app/counting/work-list.ts'
import { findWorkLists } from '../../../app/counting/work-lists.ts'
import { exportWork } from '../../../app/exports/work.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { sendCsv } from '../../csv.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { askedIn, askedOfApp } from './asked.ts'
import { workCsv } from './csv.ts'
import { listView } from './list.ts'
import { listsView } from './lists.ts'

/** Who needs something now: all work lists, and each of them, as a page and as CSV. */
export const workListPages: Routes = (server, app, render) => {
  server.get(
    '/work-lists',
    signedIn(app, render, async (_, reply, who) => {
      const found = await findWorkLists(app, who.account, [...app.catalogue.workLists.values()], app.clock.today)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/work-lists/lists.njk', listsView(found, app.catalogue.trackers.values(), who)))
    }),
  )

  server.get(
    '/work-lists/:key',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(request)
      const found = await findWork(app, who.account, askedOfApp(asked, app.clock.today))
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/work-lists/list.njk', listView(app, found, asked, who)))
    }),
  )

  server.get(
    '/work-lists/:key.csv',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(request)
      const taken = await exportWork(app, who.account, askedOfApp(asked, app.clock.today))
      return sendCsv(reply, `${taken.work.key}-${toText(taken.on)}.csv`, workCsv(taken))
    }),
  )
}
