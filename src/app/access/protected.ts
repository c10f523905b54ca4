import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team } from '../../areas/organisation/workers.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { Allocated, Protected } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { findPeople } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { HeldOf } from '../held.ts'
import { recordsOfAll } from '../records-of.ts'
import { untilWritten } from './looked-up.ts'

/**
 * What a decision about a person depends on today: who works with them, and who alone may open the record. Undefined for nobody. Of somebody who
 * was recorded twice, what holds for either number holds for the person.
 */
export const protectedPerson = async (app: App, db: Db, subject: SubjectId): Promise<Protected | undefined> =>
  (await protectedPeople(app, db, [subject])).get(subject)

/**
 * The same for a whole list of people, in a few questions to the store however long it is. Who is nobody is not in it. In a transaction each is looked up
 * once, until something is written in it: the door asks, and so does each list and each name that is shown behind it.
 */
export async function protectedPeople(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, Protected>> {
  const people = peopleLookedUp(db)
  const missing = [...new Set(subjects)].filter((subject) => !people.has(subject))
  const lookedUp = missing.length === 0 ? new Map<SubjectId, Protected>() : await lookUp(app, db, missing)
  for (const subject of missing) people.set(subject, lookedUp.get(subject))
  const found = new Map<SubjectId, Protected>()
  for (const subject of subjects) {
    const person = people.get(subject)
    if (person !== undefined) found.set(subject, person)
  }
  return found
}

/** Undefined for a number that is nobody's. */
const peopleLookedUp = untilWritten(() => new Map<SubjectId, Protected | undefined>())
const teamsLookedUp = untilWritten(() => new Map<SubjectId, TeamCalled>())

async function lookUp(app: App, db: Db, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, Protected>> {
  const same = await findSamePeople(db, subjects, app.clock.today)
  const areThere = await findPeople(db, subjects)
  const asked = subjects.filter((subject) => areThere.has(subject))
  const recordsOf = await decisiveRecords(app, db, asked.map(same.kept))
  const standing = asked.map((subject) => [subject, recordsOf(same.kept(subject))] as const)
  const named = new Set<SubjectId>()
  for (const [, records] of standing)
    for (const { content } of records)
      for (const role of ['team', 'teamToRing']) for (const team of content.subjects[role] ?? []) named.add(team)
  const teams = await teamsCalled(app, db, [...named])
  return new Map(standing.map(([subject, some]) => [subject, protectedBy(same.kept(subject), some, teams)]))
}

const DECISIVE = [Allocation, Restriction, AdoptionSeal]
const held = new HeldOf<readonly RecordAsAt[]>((records, written) =>
  DECISIVE.some(({ key }) => written.has(key)) ? undefined : records,
)
/** To read about so many takes no longer than to ask what has been written. */
const FEW = 20

/**
 * The records by which it is decided who may read about each of these people, as they are now. Held is what the records say, and the store is asked whether they still do;
 * what follows is decided each time.
 */
async function decisiveRecords(
  app: App,
  db: Db,
  people: readonly SubjectId[],
): Promise<(person: SubjectId) => readonly RecordAsAt[]> {
  if (people.length < FEW) return recordsOfAll(app, db, people, DECISIVE)
  const holding = await held.open(app, db)
  // Taken before anything is waited for: somebody else may have what is held forgotten meanwhile, and nothing known must never stand for nothing there.
  const found = new Map<SubjectId, readonly RecordAsAt[]>()
  const missing: SubjectId[] = []
  for (const person of people) {
    const records = holding.of(person)
    if (records === undefined) missing.push(person)
    else found.set(person, records)
  }
  const read = await recordsOfAll(app, db, missing, DECISIVE)
  for (const person of missing) {
    found.set(person, read(person))
    holding.keep(person, read(person))
  }
  return (person) => {
    const records = found.get(person)
    if (records === undefined) throw new Error(`It was not looked up who may read about ${person}`)
    return records
  }
}

/** Still in force today, and about the person rather than for them. */
const isInForceAbout = (subject: SubjectId, { content }: RecordAsAt): boolean =>
  content.fields['endedOn'] === null && content.subjects['person']?.includes(subject) === true

function protectedBy(subject: SubjectId, records: readonly RecordAsAt[], teams: Teams): Protected {
  const standing = records.filter((record) => isInForceAbout(subject, record))
  const ofType = ({ key }: RecordType) => standing.filter(({ type }) => type.key === key)
  return {
    subject,
    allocations: ofType(Allocation).map((record) => allocated(record, teams)),
    restriction: restrictionOf(ofType(Restriction), teams),
    sealed: ofType(AdoptionSeal).length > 0,
    adopted: records.some(({ type }) => type.key === AdoptionSeal.key),
  }
}

/** What an allocation says of whose work somebody, or a household, is. */
export function allocated({ content }: RecordAsAt, teams: Teams): Allocated {
  const [team = null] = content.subjects['team'] ?? []
  const [worker = null] = content.subjects['worker'] ?? []
  return { worker, team, service: team === null ? null : (teams.get(team)?.service ?? null) }
}

/** Of several restrictions at once all hold: only a worker whom every one of them names may open the record. */
function restrictionOf(restrictions: readonly RecordAsAt[], teams: Teams): Protected['restriction'] {
  const [first, ...others] = restrictions
  if (first === undefined) return null
  const named = (record: RecordAsAt) => record.content.subjects['workers'] ?? []
  const workers = named(first).filter((worker) => others.every((other) => named(other).includes(worker)))
  const [team] = first.content.subjects['teamToRing'] ?? []
  return { workers, ring: ringing(team === undefined ? undefined : teams.get(team)) }
}

/** "North team, 01632 960020": whom to ring about a restricted record. */
const ringing = (team: TeamCalled | undefined): string =>
  [team?.name ?? 'the service', ...(team?.phone === undefined ? [] : [team.phone])].join(', ')

type TeamCalled = {
  readonly name: string | undefined
  readonly phone: string | undefined
  readonly service: string | undefined
}
type Teams = ReadonlyMap<SubjectId, TeamCalled>

/** What the teams' own records say that they are called, and to which service they belong. */
export async function teamsCalled(app: App, db: Db, teams: readonly SubjectId[]): Promise<Teams> {
  const known = teamsLookedUp(db)
  const missing = [...new Set(teams)].filter((team) => !known.has(team))
  if (missing.length === 0) return known
  const recordsOf = await recordsOfAll(app, db, missing, [Team])
  for (const team of missing) {
    const own = recordsOf(team).find(({ content }) => content.subjects['team']?.includes(team))
    const { name, phone, service } = own?.content.fields ?? {}
    known.set(team, { name: textOf(name), phone: textOf(phone), service: textOf(service) })
  }
  return known
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The services to which teams belong, as their records say, each once. */
export async function servicesOf(app: App, db: Db, teams: readonly SubjectId[]): Promise<readonly string[]> {
  const called = await teamsCalled(app, db, teams)
  return [...new Set(teams.flatMap((team) => called.get(team)?.service ?? []))]
}
