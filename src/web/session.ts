import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { formToken, resume, type SignedIn } from '../app/access/sign-in.ts'
import type { App } from '../app/app.ts'
import { type Audience, audienceOf as audienceOfAccount, staffOnly } from '../app/audience.ts'
import { Refused } from '../app/refused.ts'
import { readMultipart } from './multipart.ts'
import { carriedOf, signInView } from './pages/sign-in/view.ts'
import { isOverTls } from './public-address.ts'
import { address, keepable } from './query.ts'
import type { Render, View } from './render.ts'

const COOKIE = 'los_session'

/** Whoever is signed in, one who works here or a partner. `form` stands in each form of their pages. */
export type Visitor = SignedIn & { readonly form: string }

/** Who is asking, for a page that only those who work here may see. */
export type Who = Visitor & { readonly account: ReturnType<typeof staffOnly> }

/** Who is signed in, if anybody is. */
async function whoIs(app: App, request: FastifyRequest): Promise<Visitor | undefined> {
  const token = tokenOf(request)
  if (token === undefined) return undefined
  const account = await resume(app, token)
  return account === undefined ? undefined : { token, account, form: formToken(token) }
}

const askedBy = new WeakMap<FastifyRequest, Visitor>()

/** Who is signed in, for a page in place of one that only those signed in may see. */
export const whoAsked = (request: FastifyRequest): Visitor | undefined => askedBy.get(request)

/** Keeps the session in the browser: out of reach of scripts, never sent along by other sites' forms, only over TLS where there is TLS. */
export function keepSession(reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: isOverTls() })
}

/** The token of the session that a browser has, whether it has ended or not. */
export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE]

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}

/** A handler for those who work here: `anybodySignedIn`, and not for partners. */
export const signedIn = (
  app: App,
  render: Render,
  handle: (request: FastifyRequest, reply: FastifyReply, who: Who) => Promise<unknown>,
): RouteHandlerMethod =>
  anybodySignedIn(app, render, (request, reply, who) =>
    handle(request, reply, { ...who, account: staffOnly(who.account) }),
  )

/**
 * A handler for whoever is signed in. Others are asked to sign in first, and come back to where they were going. A form that was sent after the
 * session had ended is carried through the signing in: nobody's work is lost.
 */
export function anybodySignedIn(
  app: App,
  render: Render,
  handle: (request: FastifyRequest, reply: FastifyReply, who: Visitor) => Promise<unknown>,
): RouteHandlerMethod {
  return async (request, reply) => {
    const who = await whoIs(app, request)
    await readMultipart(request, who === undefined ? 'no files' : app.largestFile)
    // What is about people is kept by no browser or proxy.
    reply.header('cache-control', 'no-store')
    if (who?.account.passwordIsFirst && !BEFORE_OWN_PASSWORD.includes(request.routeOptions.url ?? ''))
      return reply.redirect('/account', 303)
    if (who !== undefined) {
      askedBy.set(request, who)
      return handle(request, reply, who)
    }
    if (request.method === 'GET') return reply.redirect(address('/sign-in', { to: request.url }), 303)
    if (!isFromOurPages(request)) return reply.redirect('/sign-in', 303)
    const view = signInView(app, { to: request.url, carried: carriedOf(fieldsOf(request)), fault: undefined })
    return reply.code(401).type('text/html; charset=utf-8').send(render('pages/sign-in/sign-in.njk', view))
  }
}

/**
 * A handler for everybody, told who is signed in if anybody is. What is refused to everybody and not to staff asks to sign in first, and comes back
 * to where they were going.
 */
export function forEverybody(
  app: App,
  handle: (request: FastifyRequest, reply: FastifyReply, who: Visitor | undefined) => Promise<unknown>,
): RouteHandlerMethod {
  return async (request, reply) => {
    const who = await whoIs(app, request)
    if (who?.account.passwordIsFirst) return reply.redirect('/account', 303)
    if (who !== undefined) {
      askedBy.set(request, who)
      reply.header('cache-control', 'no-store')
    }
    try {
      return await handle(request, reply, who)
    } catch (error) {
      if (!(error instanceof Refused) || error.kind !== 'sign in') throw error
      return reply.header('cache-control', 'no-store').redirect(address('/sign-in', { to: request.url }), 303)
    }
  }
}

/** For whom figures are shown to whoever is asking. */
export const audienceOf = (who: Visitor | undefined): Audience => audienceOfAccount(who?.account)

/** Who is asking where they work here: a partner is shown what everybody is. */
export const staffIn = (who: Visitor | undefined): Who | undefined =>
  who?.account.partnerOf === null ? { ...who, account: who.account } : undefined

/** The part of a page's account of itself that says who is signed in. */
export const headOf = (who: Visitor | undefined): Pick<View['page'], 'who'> =>
  who === undefined
    ? {}
    : {
        who: {
          ...{ name: who.account.name, form: who.form },
          ...(who.account.partnerOf === null ? {} : { isPartner: true as const }),
        },
      }

/** All that can be done with a password that somebody else chose: change it, or leave. */
const BEFORE_OWN_PASSWORD: readonly string[] = ['/account', '/account/password', '/sign-out']

/** Browsers say where a form was. One from another site must not be carried into the session that is about to begin. */
const isFromOurPages = (request: FastifyRequest): boolean => request.headers['sec-fetch-site'] === 'same-origin'

/** A form that the browser says was on another site: it could sign somebody in as somebody else, who then reads what they write. */
export const isFromAnotherSite = (request: FastifyRequest): boolean =>
  ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site']))

/** The fields of a form that was sent. Refused when it does not come from a page of this session. */
export function formOf(request: FastifyRequest, who: Visitor): ReadonlyMap<string, readonly string[]> {
  const fields = fieldsOf(request)
  const given = Buffer.from(fields.get('form')?.[0] ?? '')
  const expected = Buffer.from(who.form)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refused(
      'not allowed',
      'This form is not from your session. Go back to the page, load it again, and send it once more.',
    )
  return fields
}

/** The fields of a form, whoever sent it. */
export function fieldsOf(request: FastifyRequest): ReadonlyMap<string, readonly string[]> {
  const body = request.body
  if (typeof body !== 'object' || body === null) return new Map()
  return new Map(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      const list: readonly unknown[] = Array.isArray(value) ? value : [value]
      return [
        keepable(name),
        list.filter((one) => typeof one === 'string').map((one) => keepable(String(one))),
      ] as const
    }),
  )
}
