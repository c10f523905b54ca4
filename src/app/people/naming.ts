import { Agency, Establishment } from '../../areas/organisation/places.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Household } from '../../areas/people/households.ts'
import { PersonName } from '../../areas/people/person.ts'
import { decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Value } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import { untilWritten } from '../access/looked-up.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'

/** What somebody or something is called on a page, and whether the page may lead to it. */
export type Named = { readonly label: string; readonly opens: boolean }

/**
 * Names for whoever else a record is about. Somebody restricted is "restricted: ring the team" wherever the name would stand; somebody who is
 * not there for the viewer is "another person", for the record's own sake. Names asked for in one go are looked up in one go.
 */
export function naming(app: App, room: Pick<Room, 'db' | 'viewer'>): (subject: SubjectId) => Promise<Named> {
  const known = new Map<SubjectId, Promise<Named>>()
  let asked: SubjectId[] = []
  let answer: Promise<ReadonlyMap<SubjectId, Named>> | undefined
  const lookUp = () => {
    const subjects = asked
    asked = []
    answer = undefined
    return namesOf(app, room, subjects)
  }
  return (subject) => {
    const found = known.get(subject)
    if (found !== undefined) return found
    asked.push(subject)
    answer ??= Promise.resolve().then(lookUp)
    const name = answer.then((names) => names.get(subject) ?? { label: 'Another person', opens: false })
    known.set(subject, name)
    return name
  }
}

const namedSoFar = untilWritten(() => new WeakMap<Viewer, Map<SubjectId, Named>>())

/** Names for all of these, in a few questions to the store however many they are; in a transaction each is asked for once. */
export async function namesOf(
  app: App,
  room: Pick<Room, 'db' | 'viewer'>,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, Named>> {
  const byViewer = namedSoFar(room.db)
  const names = byViewer.get(room.viewer) ?? new Map<SubjectId, Named>()
  byViewer.set(room.viewer, names)
  const missing = [...new Set(subjects)].filter((subject) => !names.has(subject))
  if (missing.length > 0)
    for (const [subject, named] of await lookUpNames(app, room, missing)) names.set(subject, named)
  return names
}

async function lookUpNames(
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, Named>> {
  const people = await protectedPeople(app, db, subjects)
  const recordsOf = await recordsOfAll(app, db, subjects, [PersonName, ...NAMED])
  const names = subjects.map((subject) => {
    const person = people.get(subject)
    const records = recordsOf(subject)
    const named = person === undefined ? thing(subject, records) : someone(viewer, person, records, app)
    return [subject, named] as const
  })
  return new Map(names)
}

function someone(viewer: Viewer, person: Protected, records: readonly RecordAsAt[], app: App): Named {
  const decision = decide(viewer, 'find', person)
  if (decision.may === 'restricted') return { label: `Restricted: ring ${decision.ring}`, opens: false }
  if (decision.may === 'not there') return { label: 'Another person', opens: false }
  return { label: nameOf(records, app) ?? `Person ${person.subject}`, opens: decision.may === 'yes' }
}

/** The record that says what a worker, team, place or household is called: the one in which it has its own role, not one that only names it. */
export const NAMED: readonly RecordType[] = [Worker, Team, Agency, Establishment, Household]

const thing = (subject: SubjectId, records: readonly RecordAsAt[]): Named => ({
  label: thingNameOf(subject, records) ?? `Number ${subject}`,
  opens: false,
})

/** What something is called by its own record; undefined where it has none, or no name. */
export function thingNameOf(subject: SubjectId, records: readonly RecordAsAt[]): string | undefined {
  const own = records.find(
    ({ type, content }) => NAMED.includes(type) && content.subjects[type.identity[0] ?? '']?.includes(subject),
  )
  const name = own?.content.fields['name']
  return typeof name === 'string' && name !== '' ? name : undefined
}

/**
 * What somebody is called: known as (or given) and family name, of the names in use the one they are best known by. Recorded twice, those under
 * the kept number prevail.
 */
export function nameOf(records: readonly RecordAsAt[], app: App): string | undefined {
  const names = records.filter(
    ({ type, content }) => type.key === PersonName.key && !hasEnded(content.fields['endedOn'], app),
  )
  const own = names.filter(({ writtenUnder }) => writtenUnder.length === 0)
  const known = own.length > 0 ? own : names
  const best = Math.min(...known.map(rankOf))
  const name = known.filter((one) => rankOf(one) === best).at(-1)?.content.fields
  if (name === undefined) return undefined
  const parts = [name['knownAs'] ?? name['given'], name['family']].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** By what kind of name somebody is known best, where several are in use. */
const KINDS = ['usual', 'legal', 'birth', 'alias', 'spelling', 'former']
const rankOf = ({ content }: RecordAsAt): number =>
  KINDS.indexOf(String(content.fields['kind'])) + 1 || KINDS.length + 1

/** What a fact says that somebody has once, such as a date of birth. Recorded twice, the record under the kept number prevails where it says anything. */
export const prevailing = (records: readonly RecordAsAt[], field: string): Value =>
  keptLast(records)
    .map(({ content }) => content.fields[field] ?? null)
    .findLast((value) => value !== null) ?? null

const keptLast = (records: readonly RecordAsAt[]): readonly RecordAsAt[] => [
  ...records.filter(({ writtenUnder }) => writtenUnder.length > 0),
  ...records.filter(({ writtenUnder }) => writtenUnder.length === 0),
]

const hasEnded = (end: unknown, app: App): boolean => typeof end === 'number' && end <= app.clock.today
