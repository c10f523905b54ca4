import { listWaiting, signOff } from '../../../app/people/sign-off.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn } from '../../session.ts'
import { decisionOf, decisionsHeading } from './decisions.ts'
import { html, numberIn } from './keep.ts'
import { recordIn } from './read-record.ts'

/** Signing what a manager has to sign, and what waits for it. */
export const signPages: Routes = (server, app, render) => {
  server.get(
    '/sign-off',
    signedIn(app, render, async (_, reply, who) => {
      const waiting = await listWaiting(app, who.account)
      const view = {
        page: {
          title: 'Waiting for your signature',
          navigation: 'my-work' as const,
          who: { name: who.account.name, form: who.form },
        },
        heading: decisionsHeading(waiting.length),
        rows: waiting.map((one) => decisionOf(one, app.clock.today)),
      }
      return html(reply, render('pages/record/sign-off.njk', view))
    }),
  )

  server.post(
    '/records/:record/sign',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const sent = formOf(request, who)
      await signOff(app, who.account, {
        record,
        version: numberIn(sent.get('version')?.[0]) ?? 0,
        decision: sent.get('do')?.[0] === 'sign' ? 'signed' : 'sent back',
        words: sent.get('words')?.[0] ?? '',
      })
      return reply.redirect(`/records/${record}`, 303)
    }),
  )
}
