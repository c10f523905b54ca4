import type { FastifyReply } from 'fastify'
import type { Exemption } from '../../../app/disclosure/decide.ts'
import { forPublic } from '../../../app/disclosure/fix.ts'
import { mayStep } from '../../../app/months/leave.ts'
import type { Month } from '../../../app/months/month.ts'
import { publishReport } from '../../../app/months/publish.ts'
import { frozenValues, lastVersion, reportsOf } from '../../../app/months/report.ts'
import { Refused } from '../../../app/refused.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { askedMonth, monthAddress } from '../month/asked.ts'
import { forPublicView, type TriedForPublic } from './view.ts'

/** What everybody would see of the last frozen version of a month, and publishing it to them. */
export const forPublicPages: Routes = (server, app, render) => {
  const show = async (reply: FastifyReply, who: Who, month: Month, tried?: TriedForPublic) => {
    const publication = await lastVersion(app, month)
    const seen = await forPublic(app, publication, exemptions(tried?.reasons ?? new Map()))
    const view = forPublicView(
      {
        ...{ month, seen, tried, reports: reportsOf(app, month) },
        truth: await frozenValues(app, publication),
        mayPublish: mayStep(who.account, 'publish'),
      },
      who,
    )
    return reply
      .code(tried === undefined || tried.fault === '' ? 200 : 400)
      .type('text/html; charset=utf-8')
      .send(render('pages/for-public/for-public.njk', view))
  }

  server.get(
    '/publish/:dataset/:month/public',
    signedIn(app, render, (request, reply, who) => show(reply, who, askedMonth(app, request))),
  )

  server.post(
    '/publish/:dataset/:month/public',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const fields = formOf(request, who)
      const reasons = reasonsIn(fields)
      const report = fields.get('report')?.[0]
      if (fields.get('do')?.[0] !== 'publish') return show(reply, who, month, { reasons, report, fault: '' })
      try {
        if (report === undefined) throw new Refused('bad input', 'Choose the report.')
        const asked = { ...month, report, audience: 'public', words: '', exempt: exemptions(reasons) } as const
        await publishReport(app, who.account, asked)
      } catch (error) {
        if (!(error instanceof Refused) || !(error.kind === 'bad input' || error.kind === 'in the way')) throw error
        return show(reply, who, month, { reasons, report, fault: error.message })
      }
      return reply.redirect(`${monthAddress(month)}/public`, 303)
    }),
  )
}

const NAME = 'reason-'

/** Why what is kept back, by section and indicator. */
const reasonsIn = (fields: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map(
    [...fields].flatMap(([name, [text = '']]) =>
      name.startsWith(NAME) && text.trim() !== '' ? [[name.slice(NAME.length), text.trim()] as const] : [],
    ),
  )

const exemptions = (reasons: ReadonlyMap<string, string>): readonly Exemption[] =>
  [...reasons].map(([of, reason]) => ({ of, reason }))
