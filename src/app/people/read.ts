import { type Instant, londonDate } from '../../core/dates/instant.ts'
import { daysBetween } from '../../core/dates/plain-date.ts'
import { type SubjectId, sensitivities } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt, standsIn } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import { about, type Room } from '../access/about.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { type PersonHead, personHead } from './head.ts'
import { type Named, namesOf } from './naming.ts'
import { type PutRight, putRight } from './put-right.ts'
import { type Showing, showing } from './showing.ts'

/** One record as somebody may read it: fields they may not are left out and named in `withheld`. */
export type RecordRead = RecordAsAt & {
  readonly withheld: readonly string[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly recordedBy: string
  readonly recordedAt: Date
  /** Days from the record's own date to when it was written down; null for facts without a date. */
  readonly daysLate: number | null
}

export type PersonRead = {
  readonly head: PersonHead
  readonly moment: Moment
  readonly records: readonly RecordRead[]
  readonly putRight: PutRight
  /** What the documents in the records are called. */
  readonly documents: DocumentLabels
  readonly mayExport: boolean
}

/**
 * Everything about a person that the viewer may read, as at and as known on: the chronology. Kinds of record that they may not read are not
 * among it, and nothing says so. Of somebody recorded twice it is that of both numbers, from the day on which that was known; of two who were
 * taken for one by mistake, and that long ago, it takes leave to read about both.
 * @throws Refused when the person is not there for them, is restricted, or is not theirs to read
 */
export async function readPerson(
  app: App,
  account: Account,
  subject: SubjectId,
  moment: Moment,
  detail: string,
): Promise<PersonRead> {
  const people = await numbersOf(app.store.db, subject, moment)
  return about(app, account, { action: 'read', people, detail }, (room) => personRead(app, room, people, moment))
}

/** The same, to be taken away on paper: that it was printed, and what of it, is kept besides. */
export async function printPerson(
  app: App,
  account: Account,
  subject: SubjectId,
  moment: Moment,
  detail: string,
): Promise<PersonRead> {
  const people = await numbersOf(app.store.db, subject, moment)
  const [person, ...otherNumbers] = people
  return about(app, account, { action: 'read', people, detail }, async (room) => {
    const decision = { may: 'yes', by: '' } as const
    const printed = { action: 'print', subject: person, otherNumbers, decision, detail }
    await writeAudit(room.db, [{ ...auditEntry(app, account, room.viewer, printed), byRole: null }])
    return personRead(app, room, people, moment)
  })
}

type Numbers = readonly [SubjectId, ...SubjectId[]]

/** The kept number first. */
async function numbersOf(db: Db, subject: SubjectId, { knownOn }: Moment): Promise<Numbers> {
  const same = await findSamePeople(db, [subject], knownOn)
  const person = same.kept(subject)
  return [person, ...same.numbers(subject).slice(1)]
}

/** The same, for whoever is in the room already. */
export async function personIn(app: App, room: Room, subject: SubjectId, moment: Moment): Promise<PersonRead> {
  return personRead(app, room, await numbersOf(room.db, subject, moment), moment)
}

async function personRead(app: App, room: Room, numbers: Numbers, moment: Moment): Promise<PersonRead> {
  const [person] = numbers
  const { records, versions } = await recordsRead(app, room, person, moment)
  return {
    head: await personHead(app, room, person, moment.knownOn === app.clock.today ? versions : undefined),
    moment,
    records,
    putRight: await putRight(app, room, { numbers, types: readable(app, room), moment }),
    documents: await documentLabels(room.db, records),
    mayExport: room.may('ordinary', 'export'),
  }
}

/** All that the viewer may read about a person whose room one is in, in date order, and all versions of it. */
export async function recordsRead(
  app: App,
  room: Room,
  subject: SubjectId,
  moment: Moment,
): Promise<{ readonly records: readonly RecordRead[]; readonly versions: readonly StoredVersion[] }> {
  const types = readable(app, room)
  const versions = await findVersionsOf(room.db, { subject, types, knownOn: moment.knownOn })
  // All at once: whose each record is, whom it ties together and what they are called would each ask about some of them.
  await protectedPeople(app, room.db, namedIn(types, versions))
  const shown = await showing(app, room, types, versions)
  const at = (day: Moment) => chronology(versions, types, day).filter((record) => standsIn(subject, record))
  const { today } = app.clock
  const asked = at(moment)
  const now = moment.asAt === today && moment.knownOn === today ? asked : at({ asAt: today, knownOn: today })
  // What ties them to somebody restricted is told without its day, and so as it is today: the first day on which it stood there would tell it.
  const records = [
    ...now.filter((record) => shown.tie(record) === 'restricted'),
    ...asked.filter((record) => shown.tie(record) === 'open'),
  ]
  const bySequence = new Map(versions.map((version) => [version.sequence, version] as const))
  const named = records.flatMap(({ type, content }) => subjectsIn(type, content))
  const names = await namesOf(app, room, named)
  return { records: records.map((record) => readRecord({ names, shown, bySequence }, record)), versions }
}

/** Everybody who was ever named in any of the records. */
const namedIn = (types: ReadonlyMap<string, RecordType>, versions: readonly StoredVersion[]): readonly SubjectId[] => [
  ...new Set(
    versions.flatMap((version) => {
      const type = types.get(version.type)
      return type === undefined ? [] : subjectsIn(type, version.content)
    }),
  ),
]

/** The types of record that may be read about the people of a room. */
function readable(app: App, { may }: Room): ReadonlyMap<string, RecordType> {
  // There are many types and few sensitivities.
  const mayRead = new Map(sensitivities.map((one) => [one, may(one, 'read')] as const))
  return new Map([...app.catalogue.records].filter(([, type]) => mayRead.get(type.sensitivity) === true))
}

type Reading = {
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly shown: Showing
  readonly bySequence: ReadonlyMap<number, StoredVersion>
}

function readRecord({ names, shown, bySequence }: Reading, record: RecordAsAt): RecordRead {
  const version = bySequence.get(record.sequence)
  if (version === undefined) throw new Error(`Record ${record.record} has no version ${record.sequence}`)
  const { content, withheld } = shown.of(record)
  const named = subjectsIn(record.type, record.content).flatMap((subject) => {
    const name = names.get(subject)
    return name === undefined ? [] : [[subject, name] as const]
  })
  const written = londonDate(version.recordedAt.getTime() as Instant)
  const on = shown.tie(record) === 'open' ? record.on : null
  return {
    ...record,
    on,
    content,
    withheld,
    names: new Map(named),
    recordedBy: version.recordedBy,
    recordedAt: version.recordedAt,
    daysLate: on === null ? null : Math.max(0, daysBetween(on, written)),
  }
}
