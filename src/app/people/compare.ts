import { Allocation } from '../../areas/organisation/allocation.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { ConfidentialAddress, HouseholdMembership, PersonAddress } from '../../areas/people/households.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { samePeople } from '../../core/record/same-person.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findMergesOf, findSamePeople, type StoredMerge } from '../../store/records/merges.ts'
import { about, type Room } from '../access/about.ts'
import { everMay } from '../access/roles.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { Refused } from '../refused.ts'
import { keptNumbers } from './kept-number.ts'
import { getMerge, type Pair } from './merge.ts'
import { type Named, nameOf, naming } from './naming.ts'
import { showingToday } from './showing.ts'

/** By what one tells whether two records are of one person. */
const comparedTypes: readonly RecordType[] = [
  Person,
  PersonName,
  PersonIdentifier,
  Ethnicity,
  HouseholdMembership,
  PersonAddress,
  ConfidentialAddress,
  Relationship,
  Allocation,
  Restriction,
]

/** One of two who may be one person. */
export type Compared = {
  readonly subject: SubjectId
  /** All their numbers, the kept one first. */
  readonly numbers: readonly SubjectId[]
  readonly name: string
  /** Of the compared types, those that the viewer may read. */
  readonly records: readonly RecordAsAt[]
  /** How much is known about them in all, and since when until when it was written. */
  readonly written: { readonly count: number; readonly first: PlainDate | null; readonly last: PlainDate | null }
}

export type Comparison = {
  readonly one: Compared
  readonly other: Compared
  readonly types: readonly RecordType[]
  readonly names: ReadonlyMap<SubjectId, Named>
  /** When they were taken for one person before, and that was taken back. */
  readonly before: readonly StoredMerge[]
}

/**
 * Two people side by side, for whoever may say that they are one.
 * @throws Refused when the viewer may not, or they are one already
 */
export async function comparePeople(
  app: App,
  account: Account,
  first: SubjectId,
  second: SubjectId,
): Promise<Comparison> {
  const kept = await keptNumbers(app, [first, second])
  const people = [kept(first), kept(second)] as const
  const detail = `compared numbers ${people.join(' and ')}`
  return about(app, account, { action: 'merge', people, detail }, async (room) => {
    if (people[0] === people[1])
      throw new Refused('bad input', `Numbers ${first} and ${second} are recorded as one person already.`)
    const types = comparedTypes.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
    const [one, other] = [await compared(app, room, people[0], types), await compared(app, room, people[1], types)]
    const merges = await findMergesOf(room.db, one.numbers)
    const pair = [...one.numbers, ...other.numbers]
    return {
      one,
      other,
      types,
      names: await namesIn(app, room, [...one.records, ...other.records]),
      before: merges.filter(
        ({ kept, merged, ended }) => ended !== null && pair.includes(kept) && pair.includes(merged),
      ),
    }
  })
}

async function compared(app: App, room: Room, subject: SubjectId, types: readonly RecordType[]): Promise<Compared> {
  const all = await recordsOf(app, room.db, subject, readable(app, room))
  const days = all.map(({ knownOn }) => knownOn).toSorted((a, b) => a - b)
  const records = all.filter(({ type }) => types.includes(type))
  const show = await showingToday(app, room, records)
  return {
    subject,
    numbers: (await findSamePeople(room.db, [subject], app.clock.today)).numbers(subject),
    name: nameOf(records, app) ?? `Person ${subject}`,
    records: records.filter((record) => show.tie(record) !== 'not there').map(show.seen),
    written: { count: all.length, first: days[0] ?? null, last: days.at(-1) ?? null },
  }
}

async function namesIn(app: App, room: Room, records: readonly RecordAsAt[]): Promise<ReadonlyMap<SubjectId, Named>> {
  const name = naming(app, room)
  const subjects = [...new Set(records.flatMap(({ type, content }) => subjectsIn(type, content)))]
  return new Map(await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const)))
}

/** What may not be read is not counted either. */
const readable = (app: App, { may }: Room): readonly RecordType[] =>
  [...app.catalogue.records.values()].filter(({ sensitivity }) => may(sensitivity, 'read'))

/** Whoever is to be compared with somebody: the number they are known by, and what they are called. */
export async function beginComparing(
  app: App,
  account: Account,
  subject: SubjectId,
): Promise<{ readonly subject: SubjectId; readonly name: string }> {
  const kept = (await keptNumbers(app, [subject]))(subject)
  // Not `merge`: that somebody can never be joined to anybody must not show before anybody is compared.
  const asked = { action: 'read', people: [kept], detail: 'looked for the same person' } as const
  return about(app, account, asked, async ({ db }) => {
    if (!everMay(account, 'merge'))
      throw new Refused('not allowed', 'Your role does not say who is the same person. Ask the manager of the team.')
    return { subject: kept, name: nameOf(await recordsOf(app, db, kept, [PersonName]), app) ?? `Person ${kept}` }
  })
}

/** What becomes of the records when a merge is taken back. */
export type Parting = {
  readonly merge: StoredMerge
  readonly name: string
  /** Each side: its numbers, what it will be called, and how many records name it. */
  readonly sides: readonly { readonly numbers: readonly SubjectId[]; readonly name: string; readonly count: number }[]
}

/**
 * What taking a merge back will do, for whoever may.
 * @throws Refused when the viewer may not, or the two are not one person
 */
export function previewParting(app: App, account: Account, pair: Pair): Promise<Parting> {
  const asked = {
    action: 'merge',
    people: [pair.kept, pair.merged],
    detail: `looked at parting numbers ${pair.kept} and ${pair.merged}`,
  } as const
  return about(app, account, asked, async (room) => {
    const { db } = room
    const merge = await getMerge(db, pair)
    const { today } = app.clock
    const numbers = (await findSamePeople(db, [pair.kept], today)).numbers(pair.kept)
    const standing = (await findMergesOf(db, numbers)).filter(({ id, ended }) => ended === null && id !== merge.id)
    const apart = samePeople(standing)
    const records = await recordsOf(app, db, pair.kept, readable(app, room))
    const sides = [apart.numbers(pair.kept), apart.numbers(pair.merged)].map((side) => {
      const own = records.filter((record) => namesAnyOf(record, side, numbers))
      return { numbers: side, name: nameOf(own, app) ?? `Person ${side[0]}`, count: own.length }
    })
    return { merge, name: nameOf(records, app) ?? `Person ${numbers[0]}`, sides }
  })
}

/** Whether a record names one of the numbers: it says of merged ones which it was written under; otherwise it is of the kept one. */
function namesAnyOf(
  { writtenUnder }: RecordAsAt,
  side: readonly SubjectId[],
  [kept, ...merged]: readonly SubjectId[],
): boolean {
  const own = writtenUnder.filter((number) => merged.includes(number))
  return own.length > 0 ? own.some((number) => side.includes(number)) : side.some((number) => number === kept)
}
