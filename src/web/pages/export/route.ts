import type { FastifyRequest } from 'fastify'
import { exportFound } from '../../../app/exports/found.ts'
import { exportChronology, exportDocuments, exportEverything } from '../../../app/exports/person.ts'
import { Refused } from '../../../app/refused.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { sendCsv } from '../../csv.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { recordsAskedFor } from '../person/chronology.ts'
import { filterIn } from '../person/chronology-filter.ts'
import { momentIn, subjectIn } from '../person/route.ts'
import { chronologyCsv, documentsCsv, everythingCsv, foundCsv } from './csv.ts'

/** What is taken out of the system as a file: somebody's chronology, everything held about them, their documents; people found. */
export const exportPages: Routes = (server, app, render) => {
  const subjectOf = (request: FastifyRequest) => subjectIn(pathPart(request, 'subject'))
  const fileName = (what: string, subject: number) => `${what}-${subject}-${toText(app.clock.today)}.csv`

  server.get(
    '/people/:subject/export',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectOf(request)
      const moment = momentIn(app, request)
      const { head, records } = await exportChronology(app, who.account, subject, moment, 'what can be taken out')
      const view = {
        page: { title: 'Take out', navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
        name: head.name,
        count: records.length,
        back: `/people/${subject}`,
        files: files.map((file) => ({ ...file, href: `/people/${subject}/${file.path}` })),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/export/export.njk', view))
    }),
  )

  server.get(
    '/people/:subject/chronology.csv',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectOf(request)
      const filter = filterIn(request, app.clock.today)
      const [fault] = filter.faults
      if (fault !== undefined) throw new Refused('bad usage', fault.message)
      const read = await exportChronology(app, who.account, subject, filter.moment, 'chronology, as CSV')
      return sendCsv(reply, fileName('chronology', subject), chronologyCsv(read, recordsAskedFor(read, filter)))
    }),
  )

  server.get(
    '/people/:subject/everything.csv',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectOf(request)
      return sendCsv(
        reply,
        fileName('everything', subject),
        everythingCsv(await exportEverything(app, who.account, subject)),
      )
    }),
  )

  server.get(
    '/people/:subject/documents.csv',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectOf(request)
      return sendCsv(
        reply,
        fileName('documents', subject),
        documentsCsv(await exportDocuments(app, who.account, subject)),
      )
    }),
  )

  server.get(
    '/people.csv',
    signedIn(app, render, async (request, reply, who) =>
      sendCsv(
        reply,
        `people-found-${toText(app.clock.today)}.csv`,
        foundCsv(await exportFound(app, who.account, first(request, 'q') ?? '')),
      ),
    ),
  )
}

const files = [
  {
    path: 'chronology.csv',
    label: 'The chronology',
    text: 'A row for each record with a date, as it stands today: what, when, with whom, who recorded it.',
  },
  {
    path: 'everything.csv',
    label: 'Everything that is held',
    text: 'Every version of every record, corrected ones too, item by item: what an answer to somebody who asks for their own record begins from.',
  },
  {
    path: 'documents.csv',
    label: 'The list of documents',
    text: 'Each file with its size and hash, the record that has it, and to whom it was sent. The files themselves are on the record.',
  },
] as const
