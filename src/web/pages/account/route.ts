import type { FastifyReply } from 'fastify'
import { changeOwnPassword, ownAccount, signOutEverywhere } from '../../../app/access/own-account.ts'
import type { Routes } from '../../render.ts'
import { anybodySignedIn, dropSession, formOf, type Visitor } from '../../session.ts'
import { accountView, type Passing } from './view.ts'

/** One's own account: the password, and where one is signed in. */
export const accountPages: Routes = (server, app, render) => {
  const show = async (reply: FastifyReply, who: Visitor, passing: Passing) =>
    reply
      .code(passing.faults.length > 0 ? 400 : 200)
      .type('text/html; charset=utf-8')
      .send(render('pages/account/account.njk', accountView(await ownAccount(app, who), who, passing)))

  server.get(
    '/account',
    anybodySignedIn(app, render, (_, reply, who) => show(reply, who, { faults: [], changed: false })),
  )

  server.post(
    '/account/password',
    anybodySignedIn(app, render, async (request, reply, who) => {
      const fields = formOf(request, who)
      const typed = (name: string) => fields.get(name)?.[0] ?? ''
      const change = { current: typed('current'), next: typed('next'), again: typed('again') }
      const faults = await changeOwnPassword(app, who, change)
      if (faults.length > 0) return show(reply, who, { faults, changed: false })
      return reply.redirect('/account/changed', 303)
    }),
  )

  server.get(
    '/account/changed',
    anybodySignedIn(app, render, (_, reply, who) => show(reply, who, { faults: [], changed: true })),
  )

  server.post(
    '/account/sign-out-everywhere',
    anybodySignedIn(app, render, async (request, reply, who) => {
      formOf(request, who)
      await signOutEverywhere(app, who)
      dropSession(reply)
      return reply.redirect('/sign-in', 303)
    }),
  )
}
