import type { FastifyRequest } from 'fastify'
import {
  askedWith,
  endOf,
  makeToken,
  placesOfTokens,
  type TokenSeen,
  tokensOf,
  wallToday,
  withdrawToken,
} from '../../../app/programs/tokens.ts'
import { Refused } from '../../../app/refused.ts'
import { addDays } from '../../../core/dates/plain-date.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn, type Who } from '../../session.ts'
import { doneOr, NOTHING_SENT, type Sent, sentForm, textIn } from '../actions/form.ts'
import { html } from '../record/keep.ts'
import { endFields, placeIn, tokenFields } from './fields.ts'
import { listView, madeView, newView, oneView } from './view.ts'

/** The tokens of programs: which there are, giving one, which is shown once, and taking one back. For whoever gives accounts. */
export const tokenPages: Routes = (server, app, render) => {
  server.get(
    '/tokens',
    signedIn(app, render, async (_, reply, who) =>
      html(
        reply,
        render('pages/tokens/list.njk', listView(await tokensOf(app, who.account.userName), who, new Date())),
      ),
    ),
  )

  const showNew = (who: Who, fields: ReturnType<typeof tokenFields>, sent: Sent) =>
    render('pages/tokens/new.njk', newView(fields, sent, who))

  const fieldsFor = async (who: Who) => tokenFields(await placesOfTokens(app, who.account.userName), wallToday())

  server.get(
    '/tokens/new',
    signedIn(app, render, async (_, reply, who) =>
      html(reply, showNew(who, await fieldsFor(who), { ...NOTHING_SENT, typed: { opens: ['figures'], days: ['90'] } })),
    ),
  )

  server.post(
    '/tokens/new',
    signedIn(app, render, async (request, reply, who) => {
      const fields = await fieldsFor(who)
      const sent = sentForm(request, who, fields, wallToday())
      const text = (name: string) => textIn(sent.values[name])
      const last = addDays(wallToday(), Number(text('days')))
      const made = await doneOr(sent, 'name', () =>
        makeToken(app, who.account.userName, {
          name: text('name'),
          of: placeIn(text('place')),
          opens: text('opens') === 'lists' ? 'lists' : 'figures',
          purpose: text('purpose'),
          endsAt: endOf(last),
        }),
      )
      if (typeof made !== 'string') return html(reply, showNew(who, fields, made), 400)
      // Not by way of an address of its own: the token is kept nowhere from which such a page could show it.
      return html(reply, render('pages/tokens/made.njk', madeView({ name: text('name'), token: made, last }, who)))
    }),
  )

  const tokenIn = async (request: FastifyRequest, who: Who): Promise<TokenSeen> => {
    const found = (await tokensOf(app, who.account.userName)).find(
      ({ id }) => String(id) === pathPart(request, 'token'),
    )
    if (found === undefined) throw new Refused('not found', 'There is no token of that number.')
    return found
  }

  const showOne = async (token: TokenSeen, who: Who, sent: Sent) => {
    const asked = await askedWith(app, who.account.userName, token)
    return render('pages/tokens/one.njk', oneView(token, { asked, sent, who, now: new Date() }))
  }

  server.get(
    '/tokens/:token',
    signedIn(app, render, async (request, reply, who) =>
      html(reply, await showOne(await tokenIn(request, who), who, NOTHING_SENT)),
    ),
  )

  server.post(
    '/tokens/:token',
    signedIn(app, render, async (request, reply, who) => {
      const token = await tokenIn(request, who)
      const sent = sentForm(request, who, endFields, wallToday())
      const done = await doneOr(sent, 'reason', async () => {
        await withdrawToken(app, who.account.userName, token.name, textIn(sent.values['reason']))
        return `/tokens/${token.id}`
      })
      return typeof done === 'string' ? reply.redirect(done, 303) : html(reply, await showOne(token, who, done), 400)
    }),
  )
}
