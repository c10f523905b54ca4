import { Agency, Establishment } from '../../areas/organisation/places.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Household, HouseholdMembership } from '../../areas/people/households.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { findSubject, listNewestSubjects } from '../../store/records/find.ts'
import { findSaying, listTexts, type Place } from '../../store/records/search.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { aboutThing, membersOf, type ThingKind } from '../access/about-thing.ts'
import { mayFind } from '../access/may-find.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { naming } from './naming.ts'
import { candidates } from './search/candidates.ts'
import { wordsOf } from './search/nearness.ts'

/** The record that says what each kind of thing is, and by which of its fields it is found. */
const described: Readonly<Record<ThingKind, { readonly type: RecordType; readonly fields: readonly string[] }>> = {
  household: { type: Household, fields: ['name'] },
  establishment: { type: Establishment, fields: ['name', 'urn'] },
  agency: { type: Agency, fields: ['name', 'urn'] },
  worker: { type: Worker, fields: ['name', 'roleTitle'] },
  team: { type: Team, fields: ['name'] },
}

/** The type of record that makes a thing of a kind what it is: a household has its Household. */
export const describingType = (kind: ThingKind): RecordType => described[kind].type

export type FoundThing = { readonly subject: SubjectId; readonly label: string }

const MOST = 50
const FEW = 30

/** Households, places, agencies, workers or teams by words of their name; households by the names of those who live there too. */
export function findThings(app: App, account: Account, kind: ThingKind, query: string): Promise<readonly FoundThing[]> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const asked = { action: 'find', kind, subject: null, detail: `${kind}: ${query.slice(0, 200)}` } as const
  return aboutThing(app, account, asked, async (room) => {
    if (words.length === 0) return []
    const { type, fields } = described[kind]
    const named = await containing(room.db, { type, role: kind, fields }, words)
    const lived = kind === 'household' ? await householdsOf(app, room, words) : []
    const subjects = [...new Set([...named, ...lived])]
    const offered = await Promise.all(
      subjects.map(async (subject) =>
        kind !== 'household' || (await mayOffer(app, room, subject))
          ? [{ subject, label: await thingLabel(app, room, subject) }]
          : [],
      ),
    )
    return offered.flat()
  })
}

/** Whatever has every one of the words somewhere in these fields. */
async function containing(db: Db, place: Place, words: readonly string[]): Promise<readonly SubjectId[]> {
  const texts = await listTexts(db, place)
  const lists = words.map((word) => texts.filter((text) => text.toLowerCase().includes(word.toLowerCase())))
  if (lists.some(({ length }) => length === 0)) return []
  return (await findSaying(db, place, lists, { most: MOST })).map(({ subject }) => subject)
}

async function householdsOf(app: App, room: Room, words: readonly string[]): Promise<readonly SubjectId[]> {
  const households: SubjectId[] = []
  const people = await candidates(room.db, { words: words.flatMap(wordsOf), born: [], number: null })
  for (const { subject } of people.slice(0, MOST)) {
    if (!(await mayFind(app, room, subject))) continue
    const stays = await recordsOf(app, room.db, subject, [HouseholdMembership])
    for (const { content } of stays)
      if (content.fields['endedOn'] === null) households.push(...(content.subjects['household'] ?? []))
  }
  return households
}

/** A household of people whom the viewer may not find is not offered: its name might say where they are. */
async function mayOffer(app: App, room: Room, household: SubjectId): Promise<boolean> {
  const members = await membersOf(app, room.db, household)
  for (const member of members) if (await mayFind(app, room, member)) return true
  return members.length === 0
}

async function thingLabel(app: App, room: Room, subject: SubjectId): Promise<string> {
  const kind = (await findSubject(room.db, subject))?.kind
  if (kind === 'household') return householdLabel(app, room, subject)
  const { label } = await naming(app, room)(subject)
  if (kind !== 'worker') return label
  const [worker] = await recordsOf(app, room.db, subject, [Worker])
  const { roleTitle, endedOn } = worker?.content.fields ?? {}
  return [label, roleTitle, endedOn === null ? null : 'no longer works here'].filter(Boolean).join(', ')
}

/** `Sheila’s: Sheila Ellwood`: only those who may be found are named. */
export async function householdLabel(app: App, room: Room, household: SubjectId): Promise<string> {
  const name = naming(app, room)
  const { label } = await name(household)
  const people: string[] = []
  for (const member of await membersOf(app, room.db, household))
    if (await mayFind(app, room, member)) people.push((await name(member)).label)
  return people.length === 0 ? label : `${label}: ${people.join(', ')}`
}

/** The places or agencies made last: a form offers these before anybody searches. */
export const listNewest = ({ db }: Room, kind: ThingKind): Promise<readonly SubjectId[]> =>
  listNewestSubjects(db, kind, FEW)
