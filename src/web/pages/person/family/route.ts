import { readFamily } from '../../../../app/people/family/family.ts'
import { Refused } from '../../../../app/refused.ts'
import { type PlainDate, plainDate } from '../../../../core/dates/plain-date.ts'
import { first, pathPart } from '../../../query.ts'
import type { Routes } from '../../../render.ts'
import { signedIn } from '../../../session.ts'
import { subjectIn } from '../route.ts'
import { familyView } from './view.ts'

/** One person's family and network, on any day as known on any day. */
export const familyPage: Routes = (server, app, render) => {
  server.get(
    '/people/:subject/family',
    signedIn(app, render, async (request, reply, who) => {
      const { today } = app.clock
      const moment = {
        asAt: dayIn(first(request, 'as-at')) ?? today,
        knownOn: dayIn(first(request, 'known-on')) ?? today,
      }
      const family = await readFamily(app, who.account, subjectIn(pathPart(request, 'subject')), moment)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/person/family/family.njk', familyView(family, who, today)))
    }),
  )
}

/** The day in an address, written like 2023-10-04. */
function dayIn(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined
  try {
    return plainDate(text)
  } catch {
    throw new Refused('bad usage', `“${text}” is no date. Write it like 2023-10-04.`)
  }
}
