import { Agency, Establishment } from '../../areas/organisation/places.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Household, HouseholdMembership } from '../../areas/people/households.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { listNewestSubjects } from '../../store/records/find.ts'
import { findSaying, listTexts } from '../../store/records/search.ts'
import type { Room } from '../access/about.ts'
import { aboutThing, type ThingKind } from '../access/about-thing.ts'
import { membersOf } from '../access/guarded.ts'
import { mayAmong } from '../access/may-find.ts'
import type { App } from '../app.ts'
import { recordsOf, recordsOfAll } from '../records-of.ts'
import { findPeople } from './find.ts'
import { naming } from './naming.ts'
import { partsOf, wordsOf } from './search/nearness.ts'

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
export async function findThings(
  app: App,
  account: Account,
  kind: ThingKind,
  query: string,
): Promise<readonly FoundThing[]> {
  const words = wordsOf(query).slice(0, 8)
  // By the door of people: who is found by their name is kept in the log like whoever is looked for.
  const people = kind === 'household' && words.length > 0 ? (await findPeople(app, account, query)).people : []
  const residents = people.flatMap((one) => (one.kind === 'person' ? [one.subject] : []))
  const asked = { action: 'find', kind, subject: null, detail: `${kind}: ${query.slice(0, 200)}` } as const
  return aboutThing(app, account, asked, async (room) => {
    if (words.length === 0) return []
    const lived = kind === 'household' ? await homesOpenTo(app, room, residents) : []
    const subjects = [...new Set([...(await called(room, kind, words)), ...lived])].slice(0, MOST)
    const offered = kind === 'household' ? await openTo(app, room, subjects) : subjects
    return Promise.all(offered.map(async (subject) => ({ subject, label: await thingLabel(app, room, subject, kind) })))
  })
}

/** Those with every one of the words at the beginning of a word of their name, misspelt ones left out: there are not many of them. */
async function called({ db }: Room, kind: ThingKind, words: readonly string[]): Promise<readonly SubjectId[]> {
  const { type, fields } = described[kind]
  const place = { type, role: kind, fields }
  const texts = (await listTexts(db, place)).filter((text) => {
    const parts = partsOf(text)
    return words.some((word) => parts.some((part) => part.startsWith(word)))
  })
  const said = texts.length === 0 ? [] : await findSaying(db, place, [texts], { most: MOST_ROWS })
  const all = said.filter(({ texts: own }) => {
    const parts = own.flatMap((text) => (text === null ? [] : partsOf(text)))
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
  return [...new Set(all.map(({ subject }) => subject))]
}

const MOST_ROWS = 1000

/** The households of those among some people whose record the viewer may read: where others live is not told. */
export async function homesOpenTo(app: App, room: Room, people: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const may = await mayAmong(app, room, people, 'read')
  const readable = people.filter((one) => may.has(one))
  const recordsOf = await recordsOfAll(app, room.db, readable, [HouseholdMembership])
  const stays = readable.flatMap(recordsOf).filter(({ content }) => content.fields['endedOn'] === null)
  return stays.flatMap(({ content }) => content.subjects['household'] ?? [])
}

/** A household of people whose record is not the viewer's is not offered: its name might say where they are. Those that take children in are. */
async function openTo(app: App, room: Room, households: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const open = await Promise.all(households.map((household) => readableMembers(app, room, household)))
  return households.filter((_, at) => open[at] !== undefined)
}

/** Households that take in children who are not theirs. */
const TAKE_IN: readonly unknown[] = ['foster-home', 'supported-lodgings']

/** Those living in a household whose record the viewer may read; undefined for one that is closed to them. */
async function readableMembers(
  app: App,
  room: Room,
  household: SubjectId,
): Promise<ReadonlySet<SubjectId> | undefined> {
  const members = await membersOf(app, room.db, household)
  const may = await mayAmong(app, room, members, 'read')
  if (members.length === 0 || may.size > 0) return may
  const said = await recordsOf(app, room.db, household, [Household])
  return said.some(({ content }) => TAKE_IN.includes(content.fields['kind'])) ? may : undefined
}

async function thingLabel(app: App, room: Room, subject: SubjectId, kind: ThingKind): Promise<string> {
  if (kind === 'household') return householdLabel(app, room, subject)
  const { label } = await naming(app, room)(subject)
  if (kind !== 'worker') return label
  const [worker] = await recordsOf(app, room.db, subject, [Worker])
  const { roleTitle, endedOn } = worker?.content.fields ?? {}
  return [label, roleTitle, endedOn === null ? null : 'no longer works here'].filter(Boolean).join(', ')
}

/** `Sheila’s: Sheila Ellwood`: only those are named whose record the viewer may read, and the household only where it is open to them. */
export async function householdLabel(app: App, room: Room, household: SubjectId): Promise<string> {
  const name = naming(app, room)
  const members = await readableMembers(app, room, household)
  if (members === undefined) return `Household number ${household}`
  const { label } = await name(household)
  const people = await Promise.all([...members].map(async (member) => (await name(member)).label))
  return people.length === 0 ? label : `${label}: ${people.join(', ')}`
}

/** The places or agencies made last: a form offers these before anybody searches. */
export const listNewest = ({ db }: Room, kind: ThingKind): Promise<readonly SubjectId[]> =>
  listNewestSubjects(db, kind, FEW)
