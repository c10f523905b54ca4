import type { App } from '../../../app/app.ts'
import { listDrafts, type OwnDraft } from '../../../app/people/drafts.ts'
import { type Found, findPeople } from '../../../app/people/find.ts'
import { mayRecordNew } from '../../../app/people/new-person.ts'
import { listWaiting } from '../../../app/people/sign-off.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'

/** Looking for somebody, by name or number. */
export const peoplePage: Routes = (server, app, render) => {
  server.get(
    '/people',
    signedIn(app, render, async (request, reply, who) => {
      const query = first(request, 'q') ?? ''
      const { people, misspelt, more } = await findPeople(app, who.account, query)
      const view = {
        page: { title: 'People', navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
        heading: heading(query, people, misspelt),
        query,
        more,
        rows: people.map(row),
        waiting: query === '' ? (await listWaiting(app, who.account)).length : 0,
        canRecordNew: await mayRecordNew(app, who.account),
        drafts: query === '' ? (await listDrafts(app, who.account)).map((draft) => draftRow(app, draft)) : [],
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/people/people.njk', view))
    }),
  )
}

function heading(query: string, people: readonly Found[], misspelt: boolean): string {
  if (query === '') return 'Find somebody'
  if (people.length === 0) return `Nobody is found for “${query}”`
  const many = people.length === 1 ? 'One person' : `${people.length} people`
  return misspelt ? `Nobody is called “${query}”; ${many.toLowerCase()} nearly` : `${many} for “${query}”`
}

function row(found: Found) {
  if (found.kind === 'restricted') return { label: `Restricted: ring ${found.ring}`, href: undefined, born: '' }
  const born = found.bornOn === null ? 'Date of birth not known' : `${shortText(found.bornOn)}, ${found.age}`
  return { label: found.name, href: `/people/${found.subject}`, born }
}

/** What one has begun to write and not yet put on the record. */
function draftRow(app: App, { id, type, record, savedAt }: OwnDraft) {
  const kind = app.catalogue.records.get(type)?.label
  const label = kind === undefined ? 'Somebody new' : record === null ? kind : `Correction: ${kind.toLowerCase()}`
  return { label, href: `/drafts/${id}`, saved: londonText(savedAt.getTime() as Instant) }
}
