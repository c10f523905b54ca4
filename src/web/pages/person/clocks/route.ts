import { readClocks } from '../../../../app/counting/clocks.ts'
import { pathPart } from '../../../query.ts'
import type { Routes } from '../../../render.ts'
import { signedIn } from '../../../session.ts'
import { momentIn, subjectIn } from '../route.ts'
import { clocksView } from './view.ts'

/** One person's clocks, as they stand today or stood on another day. */
export const clocksPage: Routes = (server, app, render) => {
  server.get(
    '/people/:subject/clocks',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const clocks = await readClocks(app, who.account, subject, momentIn(app, request).asAt)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/person/clocks/clocks.njk', clocksView(app, clocks, who)))
    }),
  )
}
