import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team } from '../../areas/organisation/workers.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { Allocated, Protected } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { findSubject } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'

/**
 * What a decision about a person depends on today: who works with them, and who alone may open the record. Undefined for nobody. Of somebody who
 * was recorded twice, what holds for either number holds for the person.
 */
export async function protectedPerson(app: App, db: Db, subject: SubjectId): Promise<Protected | undefined> {
  if ((await findSubject(db, subject))?.kind !== 'person') return undefined
  const person = (await findSamePeople(db, [subject], app.clock.today)).kept(subject)
  const records = await recordsOf(app, db, person, [Allocation, Restriction, AdoptionSeal])
  const seals = records.filter(({ type }) => type.key === AdoptionSeal.key)
  const standing = records.filter(
    ({ content }) => content.fields['endedOn'] === null && isOf(content.subjects['person'], person),
  )
  const ofType = ({ key }: RecordType) => standing.filter(({ type }) => type.key === key)
  return {
    subject: person,
    allocations: await Promise.all(ofType(Allocation).map((record) => allocated(app, db, record))),
    restriction: await restrictionOf(app, db, ofType(Restriction)),
    sealed: ofType(AdoptionSeal).length > 0,
    adopted: seals.length > 0,
  }
}

const isOf = (subjects: readonly SubjectId[] | undefined, subject: SubjectId) => subjects?.includes(subject) === true

async function allocated(app: App, db: Db, { content }: RecordAsAt): Promise<Allocated> {
  const [team = null] = content.subjects['team'] ?? []
  const [worker = null] = content.subjects['worker'] ?? []
  return { worker, team, service: team === null ? null : ((await serviceOf(app, db, team)) ?? null) }
}

/** Of several restrictions at once all hold: only a worker whom every one of them names may open the record. */
async function restrictionOf(app: App, db: Db, restrictions: readonly RecordAsAt[]): Promise<Protected['restriction']> {
  const [first, ...others] = restrictions
  if (first === undefined) return null
  const named = (record: RecordAsAt) => record.content.subjects['workers'] ?? []
  const workers = named(first).filter((worker) => others.every((other) => named(other).includes(worker)))
  const [team] = first.content.subjects['teamToRing'] ?? []
  return { workers, ring: team === undefined ? 'the service' : await ringing(app, db, team) }
}

/** "North team, 01632 960020": whom to ring about a restricted record. */
async function ringing(app: App, db: Db, team: SubjectId): Promise<string> {
  const record = await teamRecord(app, db, team)
  const { name = null, phone = null } = record?.content.fields ?? {}
  return [name ?? 'the service', ...(phone === null ? [] : [phone])].join(', ')
}

/** The service that a team belongs to, as its record says. */
export async function serviceOf(app: App, db: Db, team: SubjectId): Promise<string | undefined> {
  const service = (await teamRecord(app, db, team))?.content.fields['service']
  return typeof service === 'string' ? service : undefined
}

const teamRecord = async (app: App, db: Db, team: SubjectId): Promise<RecordAsAt | undefined> =>
  (await recordsOf(app, db, team, [Team])).find(({ content }) => isOf(content.subjects['team'], team))
