import { Agency, Establishment } from '../../areas/organisation/places.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Household } from '../../areas/people/households.ts'
import { PersonName } from '../../areas/people/person.ts'
import { decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { findSubject } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import { protectedPerson } from '../access/protected.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'

/** What somebody or something is called on a page, and whether the page may lead to it. */
export type Named = { readonly label: string; readonly opens: boolean }

/**
 * Names for whoever else a record is about. Somebody restricted is "restricted: ring the team" wherever the name would stand; somebody who is
 * not there for the viewer is "another person", for the record's own sake.
 */
export function naming(app: App, { db, viewer }: Pick<Room, 'db' | 'viewer'>): (subject: SubjectId) => Promise<Named> {
  const known = new Map<SubjectId, Promise<Named>>()
  const find = async (subject: SubjectId): Promise<Named> => {
    const kind = (await findSubject(db, subject))?.kind
    if (kind !== 'person') return { label: await nameOfThing(app, db, subject), opens: false }
    const person = await protectedPerson(app, db, subject)
    const decision = person === undefined ? undefined : decide(viewer, 'find', person)
    if (decision?.may === 'restricted') return { label: `Restricted: ring ${decision.ring}`, opens: false }
    if (decision?.may === 'not there' || decision === undefined) return { label: 'Another person', opens: false }
    return {
      label: nameOf(await recordsOf(app, db, subject, [PersonName]), app) ?? `Person ${subject}`,
      opens: decision.may === 'yes',
    }
  }
  return (subject) => {
    const name = known.get(subject) ?? find(subject)
    known.set(subject, name)
    return name
  }
}

async function nameOfThing(app: App, db: Room['db'], subject: SubjectId): Promise<string> {
  const records = await recordsOf(app, db, subject, [Worker, Team, Agency, Establishment, Household])
  const name = records.map(({ content }) => content.fields['name']).find((one) => typeof one === 'string' && one !== '')
  return typeof name === 'string' ? name : `Number ${subject}`
}

/** What somebody is called: known as (or given) and family name, of the names in use the one they are best known by. */
export function nameOf(records: readonly RecordAsAt[], app: App): string | undefined {
  const names = records.filter(
    ({ type, content }) => type.key === PersonName.key && !hasEnded(content.fields['endedOn'], app),
  )
  const best = Math.min(...names.map(rankOf))
  const name = names.filter((one) => rankOf(one) === best).at(-1)?.content.fields
  if (name === undefined) return undefined
  const parts = [name['knownAs'] ?? name['given'], name['family']].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** By what somebody is known best, where several names are in use. */
const KINDS = ['usual', 'legal', 'birth', 'alias', 'spelling', 'former']
const rankOf = ({ content }: RecordAsAt): number =>
  KINDS.indexOf(String(content.fields['kind'])) + 1 || KINDS.length + 1

const hasEnded = (end: unknown, app: App): boolean => typeof end === 'number' && end <= app.clock.today
