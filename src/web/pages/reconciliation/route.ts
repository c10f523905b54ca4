import type { FastifyReply, FastifyRequest } from 'fastify'
import { getReconciliation } from '../../../app/reconciliation/leave.ts'
import { readMeasures } from '../../../app/reconciliation/measures.ts'
import { type AskedReconciliation, readFinding, readReconciliation } from '../../../app/reconciliation/read.ts'
import { takeOutReconciliation } from '../../../app/reconciliation/take-out.ts'
import { templateFiles } from '../../../app/records/templates.ts'
import { sendCsv } from '../../csv.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { askedIn } from './asked.ts'
import { decideSent } from './decide.ts'
import { type Loading, loadSent, loadView, nothingLoaded } from './load.ts'
import { measuresView } from './measures.ts'
import { pathOf } from './names.ts'
import { rowView, type Tried } from './row.ts'
import { takeTheirs } from './take.ts'
import { reconciliationView } from './view.ts'

/** Lists that others keep, held against the record: the list, one row of it, loading one, and two measures side by side. */
export const reconciliationPages: Routes = (server, app, render) => {
  const send = (reply: FastifyReply, template: string, view: Parameters<typeof render>[1], code = 200) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .send(render(`pages/reconciliation/${template}.njk`, view))
  const keyIn = (request: FastifyRequest) => getReconciliation(app, pathPart(request, 'reconciliation')).key
  const findingIn = (request: FastifyRequest) => ({ ...askedIn(request), finding: pathPart(request, 'finding') })

  server.get(
    '/reconciliations/:reconciliation',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(request)
      return send(reply, 'list', reconciliationView(await readReconciliation(app, who.account, asked), asked, who))
    }),
  )

  server.get(
    '/reconciliations/:reconciliation.csv',
    signedIn(app, render, async (request, reply, who) => {
      const { name, table } = await takeOutReconciliation(app, who.account, askedIn(request))
      return sendCsv(reply, name, table)
    }),
  )

  server.get(
    '/reconciliations/:reconciliation/template.csv',
    signedIn(app, render, async (request, reply) => {
      const key = keyIn(request)
      const file = templateFiles([key], app.clock.today).find(({ name }) => name.startsWith('examples/'))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${key}.csv"`)
        .send(`\ufeff${file?.text ?? ''}`)
    }),
  )

  server.get(
    '/reconciliations/:reconciliation/measures',
    signedIn(app, render, async (request, reply, who) => {
      const of = getReconciliation(app, pathPart(request, 'reconciliation'))
      return send(reply, 'measures', measuresView(of, await readMeasures(app, who.account, of.key), who))
    }),
  )

  const showLoading = (reply: FastifyReply, who: Who, key: string, loading: Loading) =>
    send(reply, 'load', loadView(app, key, loading, who), loading.faults.length > 0 ? 400 : 200)

  server.get(
    '/reconciliations/:reconciliation/new',
    signedIn(app, render, async (request, reply, who) => showLoading(reply, who, keyIn(request), nothingLoaded(app))),
  )

  server.post(
    '/reconciliations/:reconciliation/new',
    signedIn(app, render, async (request, reply, who) => {
      const key = keyIn(request)
      const loading = await loadSent(app, request, who, key)
      return loading.faults.length > 0 ? showLoading(reply, who, key, loading) : reply.redirect(pathOf(key), 303)
    }),
  )

  const showRow = async (
    reply: FastifyReply,
    who: Who,
    asked: AskedReconciliation & { finding: string },
    tried?: Tried,
  ) =>
    send(reply, 'row', rowView(await readFinding(app, who.account, asked), tried, who), tried === undefined ? 200 : 400)

  server.get(
    '/reconciliations/:reconciliation/rows/:finding',
    signedIn(app, render, (request, reply, who) => showRow(reply, who, findingIn(request))),
  )

  server.post(
    '/reconciliations/:reconciliation/rows/:finding',
    signedIn(app, render, async (request, reply, who) => {
      const asked = findingIn(request)
      const fields = formOf(request, who)
      if (fields.get('do')?.[0] === 'take')
        return reply.redirect(await takeTheirs(app, who, await readFinding(app, who.account, asked)), 303)
      const tried = await decideSent(app, who, asked, fields)
      if (tried !== undefined) return showRow(reply, who, asked, tried)
      return reply.redirect(pathOf(asked.reconciliation), 303)
    }),
  )
}
