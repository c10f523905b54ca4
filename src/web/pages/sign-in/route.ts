import { formToken, type SignedIn, signIn, signOut } from '../../../app/access/sign-in.ts'
import { Refused } from '../../../app/refused.ts'
import { address, first, ownAddress } from '../../query.ts'
import type { Routes } from '../../render.ts'
import {
  anybodySignedIn,
  dropSession,
  fieldsOf,
  formOf,
  headOf,
  isFromAnotherSite,
  keepSession,
  tokenOf,
} from '../../session.ts'
import { broughtBy, signInView } from './view.ts'

/** Where one lands after signing in, unless one was going somewhere. */
const HOME = '/my-work'
/** And a partner, who has no work here. */
const PARTNERS_HOME = '/localities'

/** Signing in and out. */
export const signInPages: Routes = (server, app, render) => {
  server.get('/sign-in', async (request, reply) => {
    const view = signInView(app, { to: first(request, 'to') ?? HOME, carried: [], fault: undefined })
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(render('pages/sign-in/sign-in.njk', view))
  })

  server.post('/sign-in', async (request, reply) => {
    if (isFromAnotherSite(request))
      throw new Refused('not allowed', 'Another site has sent you here. Sign in from the sign-in page.')
    const fields = fieldsOf(request)
    // A link to the sign-in page must not lead on to somebody else's.
    const to = ownAddress(fields.get('to')?.[0] ?? '') ?? HOME
    const carried = broughtBy(fields)
    const session = await signIn(app, fields.get('user')?.[0] ?? '', fields.get('password')?.[0] ?? '')
    reply.header('cache-control', 'no-store')
    if (session === undefined) {
      const fault = 'That user name and password do not go together, or the account is locked for a while.'
      const view = signInView(app, {
        to,
        carried: carried.map(({ name, value }) => ({ name: `carry.${name}`, value })),
        fault,
      })
      return reply.code(403).type('text/html; charset=utf-8').send(render('pages/sign-in/sign-in.njk', view))
    }
    const before = tokenOf(request)
    if (before !== undefined) await signOut(app, before)
    keepSession(reply, session.token)
    if (carried.length === 0) return reply.redirect(landing(to, session), 303)
    const who = { ...session, form: formToken(session.token) }
    const view = {
      page: { title: 'Your work is still here', navigation: 'people' as const, ...headOf(who) },
      to,
      carried,
      form: who.form,
    }
    return reply.type('text/html; charset=utf-8').send(render('pages/sign-in/carry-on.njk', view))
  })

  server.post(
    '/sign-out',
    anybodySignedIn(app, render, async (request, reply, who) => {
      formOf(request, who)
      await signOut(app, who.token)
      dropSession(reply)
      return reply.redirect(address('/sign-in', {}), 303)
    }),
  )
}

const landing = (to: string, { account }: SignedIn): string =>
  to === HOME && account.partnerOf !== null ? PARTNERS_HOME : to
