import { exportTracker, findTracker } from '../../../app/counting/tracker.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { sendCsv } from '../../csv.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { askedIn, askedOfApp } from './asked.ts'
import { trackerCsv } from './csv.ts'
import { trackerView } from './view.ts'

/** Everybody on a way, each with where they stand: as a page and as CSV. */
export const trackerPages: Routes = (server, app, render) => {
  server.get(
    '/trackers/:tracker',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(request)
      const found = await findTracker(app, who.account, askedOfApp(asked, app.clock.today))
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/tracker/tracker.njk', trackerView(app, found, asked, who)))
    }),
  )

  server.get(
    '/trackers/:tracker.csv',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(request)
      const taken = await exportTracker(app, who.account, askedOfApp(asked, app.clock.today))
      return sendCsv(reply, `${taken.tracker.key}-tracker-${toText(taken.on)}.csv`, trackerCsv(taken))
    }),
  )
}
