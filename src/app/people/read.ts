import { GenderIdentity, Person, PersonName } from '../../areas/people/person.ts'
import { ageOn } from '../../core/dates/age.ts'
import { type Instant, londonDate } from '../../core/dates/instant.ts'
import { daysBetween, type PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { type Named, nameOf, naming } from './naming.ts'
import { shownLinks } from './shown-links.ts'

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
  /** What the documents in the records are called. */
  readonly documents: DocumentLabels
  readonly mayExport: boolean
}

/**
 * Everything about a person that the viewer may read, as at and as known on: the chronology. Kinds of record that they may not read are not
 * among it, and nothing says so.
 * @throws Refused when the person is not there for them, is restricted, or is not theirs to read
 */
export function readPerson(
  app: App,
  account: Account,
  subject: SubjectId,
  moment: Moment,
  detail: string,
): Promise<PersonRead> {
  return about(app, account, { action: 'read', people: [subject], detail }, (room) =>
    personIn(app, room, subject, moment),
  )
}

/** The same, for whoever is in the room already. */
export async function personIn(app: App, room: Room, subject: SubjectId, moment: Moment): Promise<PersonRead> {
  const types = readable(app, room)
  const versions = await findVersionsOf(room.db, { subject, types })
  const known = chronology(versions, types, moment)
  const bySequence = new Map(versions.map((version) => [version.sequence, version] as const))
  const name = naming(app, room)
  const records = await Promise.all(
    known.map((record) => read(app, room, record, bySequence.get(record.sequence), name)),
  )
  return {
    head: headOf(app, subject, known, moment.asAt),
    moment,
    records,
    documents: await documentLabels(room.db, records),
    mayExport: room.may('ordinary', 'export'),
  }
}

/** The types of record that may be read about the people of a room. */
const readable = (app: App, { may }: Room): ReadonlyMap<string, RecordType> =>
  new Map([...app.catalogue.records].filter(([, type]) => may(type.sensitivity, 'read')))

function headOf(app: App, subject: SubjectId, records: readonly RecordAsAt[], asAt: PlainDate): PersonHead {
  const own = (type: RecordType) =>
    records.filter((record) => record.type.key === type.key && record.content.subjects['person']?.includes(subject))
  const person = own(Person).at(-1)?.content.fields ?? {}
  const bornOn = dateOrNull(person['bornOn'])
  const pronouns = own(GenderIdentity).at(-1)?.content.fields['pronouns']
  return {
    subject,
    name: nameOf(own(PersonName), app) ?? `Person ${subject}`,
    bornOn,
    expectedOn: dateOrNull(person['expectedOn']),
    diedOn: dateOrNull(person['diedOn']),
    age: bornOn === null || bornOn > asAt ? null : ageOn(bornOn, asAt),
    pronouns: typeof pronouns === 'string' ? pronouns : null,
  }
}

const dateOrNull = (value: unknown): PlainDate | null => (typeof value === 'number' ? (value as PlainDate) : null)

async function read(
  app: App,
  room: Room,
  record: RecordAsAt,
  version: StoredVersion | undefined,
  name: (subject: SubjectId) => Promise<Named>,
): Promise<RecordRead> {
  if (version === undefined) throw new Error(`Record ${record.record} has no version ${record.sequence}`)
  const { fields, withheld } = shownFields(room, record.type, record.content)
  const subjects = subjectsIn(record.type, record.content)
  const names = await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const))
  const written = londonDate(version.recordedAt.getTime() as Instant)
  return {
    ...record,
    content: { ...record.content, links: shownLinks(app, room, record.type, record.content), fields },
    withheld,
    names: new Map(names),
    recordedBy: version.recordedBy,
    recordedAt: version.recordedAt,
    daysLate: record.on === null ? null : Math.max(0, daysBetween(record.on, written)),
  }
}

/** The fields that may be read; the others are null, and named. */
export function shownFields(
  { may }: Room,
  type: RecordType,
  content: Content,
): { fields: Content['fields']; withheld: readonly string[] } {
  const withheld = Object.entries(type.fields)
    .filter(([, { sensitivity }]) => sensitivity !== undefined && !may(sensitivity, 'read'))
    .map(([field]) => field)
  const fields = Object.entries(content.fields).map(([field, value]) => [
    field,
    withheld.includes(field) ? null : value,
  ])
  return { fields: Object.fromEntries(fields), withheld }
}

/** Everybody and everything named in a record, by role or in a field (the worker who wrote a note), each once. */
export function subjectsIn(type: RecordType, content: Content): readonly SubjectId[] {
  const inFields = Object.entries(type.fields).flatMap(([field, { kind }]) => {
    const value = content.fields[field]
    return kind === 'subject' && typeof value === 'number' ? [value as SubjectId] : []
  })
  return [...new Set([...Object.values(content.subjects).flat(), ...inFields])]
}
