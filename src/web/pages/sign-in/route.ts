import { signIn, signOut } from '../../../app/access/sign-in.ts'
import { demonstrationUsers } from '../../../app/demonstration-people.ts'
import { address, first } from '../../query.ts'
import type { Render, Routes } from '../../render.ts'
import { dropSession, fieldsOf, formOf, keepSession, signedIn } from '../../session.ts'

/** Signing in and out. */
export const signInPages: Routes = (server, app, render) => {
  server.get('/sign-in', async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page(render, app.clock.standing, first(request, 'to') ?? '/people')),
  )

  server.post('/sign-in', async (request, reply) => {
    const fields = fieldsOf(request)
    const to = fields.get('to')?.[0] ?? '/people'
    const session = await signIn(app, fields.get('user')?.[0] ?? '', fields.get('password')?.[0] ?? '')
    if (session === undefined)
      return reply
        .code(403)
        .type('text/html; charset=utf-8')
        .send(
          page(
            render,
            app.clock.standing,
            to,
            'That user name and password do not go together, or the account is locked for a while.',
          ),
        )
    keepSession(request, reply, session.token)
    return reply.redirect(isOurs(to) ? to : '/people', 303)
  })

  server.post(
    '/sign-out',
    signedIn(app, async (request, reply, who) => {
      formOf(request, who)
      await signOut(app, who.token)
      dropSession(reply)
      return reply.redirect(address('/sign-in', {}), 303)
    }),
  )
}

/** Only a path of this server: a link to the sign-in page must not lead on to somebody else's. */
const isOurs = (to: string): boolean => /^\/(?![/\\])/.test(to)

function page(render: Render, demonstration: boolean, to: string, fault?: string): string {
  const view = {
    page: { title: 'Sign in', navigation: 'none' as const },
    to,
    fault,
    users: demonstration ? demonstrationUsers.map(({ userName, name, job }) => ({ userName, name, job })) : [],
  }
  return render('pages/sign-in/sign-in.njk', view)
}
