import { assignError, sayRight } from '../../../app/quality/assign.ts'
import { exportErrors } from '../../../app/quality/export.ts'
import { errorsOfOne } from '../../../app/quality/of-one.ts'
import { readErrors, readQuality } from '../../../app/quality/read.ts'
import { Refused } from '../../../app/refused.ts'
import { periodText } from '../../../core/dates/period.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import { sendCsv } from '../../csv.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes, View } from '../../render.ts'
import { formOf, signedIn } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { askedIn, qualityAddress } from './asked.ts'
import { qualityCsv } from './csv.ts'
import { errorsView, MOST } from './errors.ts'
import { oneView, type Tried } from './one.ts'
import { overviewView } from './overview.ts'

/** What is missing on the record or contradicts itself: by rule, by child, and of one child. */
export const qualityPages: Routes = (server, app, render) => {
  const page = (template: string, view: View) => render(`pages/quality/${template}.njk`, view)
  const HTML = 'text/html; charset=utf-8'

  server.get(
    '/quality',
    signedIn(app, render, async (request, reply, who) => {
      const found = await readQuality(app, who.account, askedIn(app, request))
      return reply.type(HTML).send(page('overview', overviewView(found, who)))
    }),
  )

  for (const path of ['/quality/children', '/quality/rules/:rule'])
    server.get(
      path,
      signedIn(app, render, async (request, reply, who) => {
        const rule = pathPart(request, 'rule')
        const asked = {
          ...askedIn(app, request),
          page: Math.max(1, Math.trunc(Number(first(request, 'page') ?? 1)) || 1),
          most: MOST,
        }
        const found = await readErrors(app, who.account, rule === '' ? asked : { ...asked, rule })
        return reply.type(HTML).send(page('errors', errorsView(found, who)))
      }),
    )

  server.get(
    '/quality.csv',
    signedIn(app, render, async (request, reply, who) => {
      const [asked, rule] = [askedIn(app, request), first(request, 'rule')]
      const taken = await exportErrors(app, who.account, rule === undefined ? asked : { ...asked, rule })
      return sendCsv(reply, `data-quality-${periodText(asked.period)}.csv`, qualityCsv(taken))
    }),
  )

  server.get(
    '/quality/of/:subject',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(app, request)
      const read = await errorsOfOne(app, who.account, asked, subjectIn(pathPart(request, 'subject')))
      return reply.type(HTML).send(page('one', oneView(read, asked, who)))
    }),
  )

  server.post(
    '/quality/of/:subject',
    signedIn(app, render, async (request, reply, who) => {
      const asked = askedIn(app, request)
      const subject = subjectIn(pathPart(request, 'subject'))
      const fields = formOf(request, who)
      const text = (name: string) => fields.get(name)?.[0] ?? ''
      const record = text('record') === '' ? null : (Number(text('record')) as RecordId)
      const back = text('do') === 'back'
      const wanted = { rule: text('rule'), record, to: back ? '' : text('to'), note: text('note') }
      try {
        if (text('do') === 'right') await sayRight(app, who.account, { ...asked, subject }, wanted)
        else {
          if (!back && wanted.to === '') throw new Refused('bad input', 'Choose who is to put it right.')
          await assignError(app, who.account, { ...asked, subject }, wanted)
        }
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        const tried: Tried = { ...wanted, isRight: text('do') === 'right', fault: error.message }
        const read = await errorsOfOne(app, who.account, asked, subject)
        return reply
          .code(400)
          .type(HTML)
          .send(page('one', oneView(read, asked, who, tried)))
      }
      return reply.redirect(qualityAddress(`/of/${subject}`, asked), 303)
    }),
  )
}
