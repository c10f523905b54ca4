import { countOpenings } from '../../../app/access/openings.ts'
import { everMay } from '../../../app/access/roles.ts'
import type { App } from '../../../app/app.ts'
import { listDrafts, type OwnDraft } from '../../../app/people/drafts.ts'
import { type Found, findPeople } from '../../../app/people/find.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { address, first } from '../../query.ts'
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
        same: everMay(who.account, 'merge')
          ? people.flatMap((found) => (found.kind === 'person' ? { subject: found.subject, ...row(found) } : []))
          : [],
        openings: query === '' ? await countOpenings(app, who.account) : 0,
        drafts: query === '' ? (await listDrafts(app, who.account)).flatMap((draft) => draftRow(app, draft)) : [],
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
function draftRow(app: App, { id, type, subject, savedAt }: OwnDraft) {
  if (subject === null) return []
  const label = app.catalogue.records.get(type)?.label ?? type
  return [
    {
      label,
      href: address(`/people/${subject}/record/${type}`, { draft: String(id) }),
      saved: londonText(savedAt.getTime() as Instant),
    },
  ]
}
