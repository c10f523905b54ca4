import { readFamily } from '../../../../app/people/family/family.ts'
import { pathPart } from '../../../query.ts'
import type { Routes } from '../../../render.ts'
import { signedIn } from '../../../session.ts'
import { momentIn, subjectIn } from '../route.ts'
import { familyView } from './view.ts'

/** One person's family and network, on any day as known on any day. */
export const familyPage: Routes = (server, app, render) => {
  server.get(
    '/people/:subject/family',
    signedIn(app, render, async (request, reply, who) => {
      const { today } = app.clock
      const family = await readFamily(app, who.account, subjectIn(pathPart(request, 'subject')), momentIn(app, request))
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/person/family/family.njk', familyView(family, who, today)))
    }),
  )
}
