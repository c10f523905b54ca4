import { GenderIdentity, Person, PersonName } from '../../areas/people/person.ts'
import { ownersOf } from '../../core/access/of-record.ts'
import { ageOn } from '../../core/dates/age.ts'
import { type Instant, londonDate } from '../../core/dates/instant.ts'
import { daysBetween, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt, standsIn } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about, type Room } from '../access/about.ts'
import { lastSaid } from '../access/kept.ts'
import { openTo } from '../access/open.ts'
import type { App } from '../app.ts'
import { type Named, nameOf, naming, prevailing } from './naming.ts'
import { type PutRight, putRight } from './put-right.ts'
import { outlineOf, shownContent } from './shown.ts'

/** Who somebody is, for the head of every page about them. */
export type PersonHead = {
  readonly subject: SubjectId
  readonly name: string
  /** Null for somebody not yet born, or whose birth is not known. */
  readonly bornOn: PlainDate | null
  readonly expectedOn: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly age: number | null
  readonly pronouns: string | null
}

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
  const same = await findSamePeople(app.store.db, [subject], moment.knownOn)
  const person = same.kept(subject)
  const people = [person, ...same.numbers(subject).slice(1)] as const
  return about(app, account, { action: 'read', people, detail }, async (room) => {
    const types = readable(app, room)
    const versions = await findVersionsOf(room.db, { subject: person, types, knownOn: moment.knownOn })
    const records = chronology(versions, types, moment).filter((record) => standsIn(person, record))
    const bySequence = new Map(versions.map((version) => [version.sequence, version] as const))
    const isOpen = await openness(app, room, versions, types)
    const reading = { app, room, name: naming(app, room), bySequence, isOpen }
    return {
      head: headOf(app, person, records.filter(isOpen), moment.asAt),
      moment,
      records: await Promise.all(records.map((record) => read(reading, record))),
      putRight: await putRight(app, room, { numbers: people, types, moment }),
    }
  })
}

/** The types of record that may be read about the people of a room. */
const readable = (app: App, { may }: Room): ReadonlyMap<string, RecordType> =>
  new Map([...app.catalogue.records].filter(([, type]) => may(type.sensitivity, 'read')))

function headOf(app: App, subject: SubjectId, records: readonly RecordAsAt[], asAt: PlainDate): PersonHead {
  const own = (type: RecordType) =>
    records.filter((record) => record.type.key === type.key && record.content.subjects['person']?.includes(subject))
  const facts = own(Person)
  const bornOn = dateOrNull(prevailing(facts, 'bornOn'))
  const pronouns = own(GenderIdentity).at(-1)?.content.fields['pronouns']
  return {
    subject,
    name: nameOf(own(PersonName), app) ?? `Person ${subject}`,
    bornOn,
    expectedOn: dateOrNull(prevailing(facts, 'expectedOn')),
    diedOn: dateOrNull(prevailing(facts, 'diedOn')),
    age: bornOn === null || bornOn > asAt ? null : ageOn(bornOn, asAt),
    pronouns: typeof pronouns === 'string' ? pronouns : null,
  }
}

const dateOrNull = (value: unknown): PlainDate | null => (typeof value === 'number' ? (value as PlainDate) : null)

type Reading = {
  readonly app: App
  readonly room: Room
  readonly name: (subject: SubjectId) => Promise<Named>
  readonly bySequence: ReadonlyMap<number, StoredVersion>
  readonly isOpen: (record: RecordAsAt) => boolean
}

/**
 * Whether the words of a record are open to the viewer: by whose record it is as it is shown, and also by whose it has become since. What was
 * written about the wrong child and put right is not to be read by going back to the day before.
 */
async function openness(
  app: App,
  room: Room,
  versions: readonly StoredVersion[],
  types: ReadonlyMap<string, RecordType>,
): Promise<Reading['isOpen']> {
  const byRecord = new Map<RecordId, StoredVersion[]>()
  for (const version of versions) {
    const others = byRecord.get(version.record)
    if (others === undefined) byRecord.set(version.record, [version])
    else others.push(version)
  }
  const owners = (version: StoredVersion) => {
    const type = types.get(version.type)
    return type === undefined ? [] : ownersOf(type, version.content)
  }
  const isOpen = await openTo(app, room, versions.flatMap(owners))
  return ({ record, type, content }) => {
    const now = lastSaid(byRecord.get(record) ?? []) ?? content
    return isOpen(type, ownersOf(type, content)) && isOpen(type, ownersOf(type, now))
  }
}

async function read({ app, room, name, bySequence, isOpen }: Reading, record: RecordAsAt): Promise<RecordRead> {
  const version = bySequence.get(record.sequence)
  if (version === undefined) throw new Error(`Record ${record.record} has no version ${record.sequence}`)
  const { content, withheld } = (isOpen(record) ? shownContent : outlineOf)(app, room, record.type, record.content)
  const subjects = subjectsIn(record.type, record.content)
  const names = await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const))
  const written = londonDate(version.recordedAt.getTime() as Instant)
  return {
    ...record,
    content,
    withheld,
    names: new Map(names),
    recordedBy: version.recordedBy,
    recordedAt: version.recordedAt,
    daysLate: record.on === null ? null : Math.max(0, daysBetween(record.on, written)),
  }
}
