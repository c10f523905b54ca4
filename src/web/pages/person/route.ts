import type { FastifyReply, FastifyRequest } from 'fastify'
import { breakGlass } from '../../../app/access/break-glass.ts'
import type { App } from '../../../app/app.ts'
import { whoLooked } from '../../../app/people/looked.ts'
import { readOverview } from '../../../app/people/overview.ts'
import { pagesOfPerson } from '../../../app/people/pages.ts'
import { printPerson, readPerson } from '../../../app/people/read.ts'
import { writable } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import { type PlainDate, plainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Moment } from '../../../core/record/chronology.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes, View } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { chronologyView } from './chronology.ts'
import { filterIn } from './chronology-filter.ts'
import { lookedView, looksAskedIn } from './looked.ts'
import { overviewView } from './overview.ts'
import { recordsView } from './records.ts'

/** One person: what matters now, their record on any day as known on any day, by type, who has looked, and the glass to break. */
export const personPages: Routes = (server, app, render) => {
  const send = (reply: FastifyReply, template: string, view: View, code = 200) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .send(render(`pages/person/${template}`, view))

  server.get(
    '/people/:subject',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const overview = await readOverview(app, who.account, subject)
      // Only now: that the number is another's by now is for those who may open that one.
      if (overview.head.subject !== subject) return reply.redirect(`/people/${overview.head.subject}`, 303)
      return send(reply, 'overview.njk', overviewView(app, overview, who))
    }),
  )

  server.get(
    '/people/:subject/chronology',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const filter = filterIn(request, app.clock.today)
      const read = filter.print ? printPerson : readPerson
      const person = await read(app, who.account, subject, filter.moment, pagesOfPerson.chronology)
      if (person.head.subject !== subject && filter.moment.knownOn === app.clock.today)
        return reply.redirect(`/people/${person.head.subject}/chronology${/\?.*/.exec(request.url)?.[0] ?? ''}`, 303)
      const view = chronologyView(person, filter, who, app.clock.now())
      return send(reply, 'chronology.njk', view, filter.faults.length > 0 ? 400 : 200)
    }),
  )

  server.get(
    '/people/:subject/records',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const now = { asAt: app.clock.today, knownOn: app.clock.today }
      const person = await readPerson(app, who.account, subject, now, pagesOfPerson.records)
      const mayWrite = await writable(app, who.account, subject)
      const asked = {
        type: first(request, 'type'),
        page: Math.max(1, Math.trunc(Number(first(request, 'page') ?? 1)) || 1),
      }
      return send(reply, 'records.njk', recordsView(app, person, mayWrite, asked, who))
    }),
  )

  server.get(
    '/people/:subject/looked',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const asked = looksAskedIn(request, app.clock.today)
      const { by, on, before } = asked
      const looks = await whoLooked(app, who.account, subject, {
        ...(by === undefined ? {} : { by }),
        ...(on === undefined ? {} : { on }),
        ...(before === undefined ? {} : { before }),
      })
      const view = lookedView(looks, asked, who)
      return send(reply, 'looked.njk', view, view.day.error === undefined ? 200 : 400)
    }),
  )

  server.get(
    '/people/:subject/open',
    signedIn(app, render, async (request, reply, who) => {
      return send(reply, 'open.njk', openView(subjectIn(pathPart(request, 'subject')), who))
    }),
  )

  server.post(
    '/people/:subject/open',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const reason = formOf(request, who).get('reason')?.[0] ?? ''
      try {
        await breakGlass(app, who.account, subject, reason)
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        const tried = { ...openView(subject, who), reason, fault: error.message }
        return send(reply, 'open.njk', tried, 400)
      }
      return reply.redirect(`/people/${subject}`, 303)
    }),
  )
}

const openView = (subject: SubjectId, { account, form }: Who) => ({
  page: { title: 'Open without leave', navigation: 'people' as const, who: { name: account.name, form } },
  ...{ subject, form },
})

/** The number in an address. What is no number is nobody's. */
export function subjectIn(text: string): SubjectId {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refused('not found', 'There is nobody of that number.')
  return Number(text) as SubjectId
}

/** As at which day, as known on which day: today where the address does not say. */
export const momentIn = (app: App, request: FastifyRequest): Moment => ({
  asAt: dayIn(first(request, 'as-at')) ?? app.clock.today,
  knownOn: dayIn(first(request, 'known-on')) ?? app.clock.today,
})

function dayIn(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined
  try {
    return plainDate(text)
  } catch {
    throw new Refused('bad usage', `“${text}” is no date. Write it like 2023-10-04.`)
  }
}
