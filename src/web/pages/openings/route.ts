import type { FastifyReply } from 'fastify'
import { finishReview, listOpenings } from '../../../app/access/openings.ts'
import { Refused } from '../../../app/refused.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { openingsView, type Reviewed, reviewedIn } from './view.ts'

/** Records that were opened by breaking the glass, for whoever looks at it afterwards. */
export const openingsPages: Routes = (server, app, render) => {
  const show = async (reply: FastifyReply, who: Who, reviewed?: Reviewed) => {
    const openings = await listOpenings(app, who.account)
    // What was sent of one that others look at has no place on the page in which it could be told what is missing.
    if (reviewed !== undefined && !openings.some(({ id }) => id === reviewed.id))
      throw new Refused('not found', 'You have no opening of that number to look at.')
    const view = openingsView(openings, who, reviewed)
    return reply
      .code(reviewed === undefined ? 200 : 400)
      .type('text/html; charset=utf-8')
      .send(render('pages/openings/openings.njk', view))
  }

  server.get(
    '/openings',
    signedIn(app, render, (_, reply, who) => show(reply, who)),
  )

  server.post(
    '/openings/:opening',
    signedIn(app, render, async (request, reply, who) => {
      const text = pathPart(request, 'opening')
      if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refused('not found', 'There is no opening of that number.')
      const reviewed = reviewedIn(Number(text), formOf(request, who))
      const { id, verdict, finding } = reviewed
      if (verdict === undefined || finding === '') return show(reply, who, reviewed)
      await finishReview(app, who.account, id, { verdict, finding })
      return reply.redirect('/openings', 303)
    }),
  )
}
