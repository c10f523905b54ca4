import { listWaiting, signOff } from '../../../app/people/sign-off.ts'
import { readVersions } from '../../../app/people/versions.ts'
import { Refused } from '../../../app/refused.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn } from '../../session.ts'
import { decisionOf, decisionsHeading } from './decisions.ts'
import { html, numberIn } from './keep.ts'
import { recordIn } from './read-record.ts'
import { versionsView } from './versions.ts'

/** What stops a signature that whoever gives it can put right; anything else is refused as everywhere. */
const faultOf = (signing: Promise<void>): Promise<string | undefined> =>
  signing.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refused && (error.kind === 'bad input' || error.kind === 'in the way')) return error.message
      throw error
    },
  )

/** Signing what a manager has to sign, and what waits for it. */
export const signPages: Routes = (server, app, render) => {
  server.get(
    '/sign-off',
    signedIn(app, render, async (_, reply, who) => {
      const { waiting, isAll } = await listWaiting(app, who.account)
      const view = {
        page: {
          title: 'Waiting for your signature',
          navigation: 'my-work' as const,
          who: { name: who.account.name, form: who.form },
        },
        heading: decisionsHeading(waiting.length, isAll),
        isAll,
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
      const words = sent.get('words')?.[0] ?? ''
      const version = numberIn(sent.get('version')?.[0]) ?? 0
      const decision = sent.get('do')?.[0] === 'sign' ? 'signed' : 'sent back'
      const fault = await faultOf(signOff(app, who.account, { record, version, decision, words }))
      if (fault === undefined) return reply.redirect(`/records/${record}`, 303)
      // What was changed meanwhile is on the page, with what the manager wrote about the version before.
      const view = { ...versionsView(await readVersions(app, who.account, record), record, who), fault, words }
      return html(reply, render('pages/record/versions.njk', view), 400)
    }),
  )
}
