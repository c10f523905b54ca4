import { breakGlass } from '../../../app/access/break-glass.ts'
import { whoLooked } from '../../../app/people/looked.ts'
import { readPerson } from '../../../app/people/read.ts'
import { writable } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { type PlainDate, plainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn } from '../../session.ts'
import { recordMenu } from '../record/menu.ts'
import { personView, tabs } from './view.ts'

/** One person: their record on any day as known on any day, who has looked, and the glass to break. */
export const personPages: Routes = (server, app, render) => {
  server.get(
    '/people/:subject',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const kind = first(request, 'kind')
      const moment = {
        asAt: dayIn(first(request, 'as-at')) ?? app.clock.today,
        knownOn: dayIn(first(request, 'known-on')) ?? app.clock.today,
      }
      const read = await readPerson(app, who.account, subject, moment, 'page of the person')
      const view = personView(read, who, {
        kind,
        today: app.clock.today,
        menu: recordMenu(app, subject, await writable(app, who.account, subject)),
      })
      return reply.type('text/html; charset=utf-8').send(render('pages/person/person.njk', view))
    }),
  )

  server.get(
    '/people/:subject/looked',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const entries = await whoLooked(app, who.account, subject)
      const view = {
        page: {
          title: 'Who has looked',
          navigation: 'people' as const,
          who: { name: who.account.name, form: who.form },
        },
        subject,
        tabs: tabs(subject, 'looked'),
        rows: entries.map(({ at, accountName, action, decision, byRole, detail }) => ({
          at: londonText(at.getTime() as Instant),
          accountName,
          action,
          decision:
            decision === 'yes'
              ? byRole === 'broken glass'
                ? 'Yes, by breaking the glass'
                : 'Yes'
              : decision === 'restricted'
                ? 'Told whom to ring'
                : 'No',
          detail,
        })),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/person/looked.njk', view))
    }),
  )

  server.get(
    '/people/:subject/open',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const view = {
        page: {
          title: 'Open without leave',
          navigation: 'people' as const,
          who: { name: who.account.name, form: who.form },
        },
        subject,
        form: who.form,
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/person/open.njk', view))
    }),
  )

  server.post(
    '/people/:subject/open',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      await breakGlass(app, who.account, subject, formOf(request, who).get('reason')?.[0] ?? '')
      return reply.redirect(`/people/${subject}`, 303)
    }),
  )
}

/** The number in an address. What is no number is nobody's. */
export function subjectIn(text: string): SubjectId {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refused('not found', 'There is nobody of that number.')
  return Number(text) as SubjectId
}

function dayIn(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined
  try {
    return plainDate(text)
  } catch {
    throw new Refused('bad usage', `“${text}” is no date. Write it like 2023-10-04.`)
  }
}
