import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import { findRecord, findRecordType, findSubject, type StoredVersion } from '../../store/records/find.ts'
import { type Written, writeVersion } from '../../store/records/write.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { documentFaults } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import { following } from './following.ts'
import { type Named, naming } from './naming.ts'
import { shownFields, subjectsIn } from './read.ts'
import { shownLinks } from './shown-links.ts'

/** What was wrong with what was to be put on the record; nothing of it was. */
export type NotWritten = { readonly faults: readonly Fault[] }

/**
 * Puts something new on the record. Everybody whom it is about must be somebody that the viewer may record about; otherwise nothing is
 * written. Faults are given back, by field, rather than thrown: the draft stays as it is.
 * @throws Refused when the viewer may not
 */
export async function writeNew(
  app: App,
  account: Account,
  type: RecordType,
  content: Content,
): Promise<Written | NotWritten> {
  const faults = validate(type, content, app.clock.today)
  if (faults.length > 0) return { faults }
  const people = await peopleOf(app, type, content)
  const asked = {
    action: 'record',
    people,
    sensitivity: type.sensitivity,
    detail: `new ${type.label.toLowerCase()}`,
  } as const
  return about(app, account, asked, async ({ db }) => {
    const unfit = await documentFaults(db, account, { type, content })
    if (unfit.length > 0) return { faults: unfit }
    return writeVersion(db, { ...stamp(app, account), type, content, reason: null })
  })
}

/** What is to be corrected, what version it is based on, and why. */
export type Correction = {
  readonly record: RecordId
  readonly basedOn: number
  readonly reason: string
  readonly content: Content
}

/**
 * Corrects a record: both versions are kept. Those whom it was about and those whom it is about now must all be people whose records the viewer
 * may correct.
 * @throws EditConflict when somebody else has changed it since
 * @throws Refused when the viewer may not, or there is no such record
 */
export async function correct(app: App, account: Account, correction: Correction): Promise<Written | NotWritten> {
  const { type, versions } = await findForWriting(app, correction.record)
  const faults = [...reasonFaults(correction.reason), ...validate(type, correction.content, app.clock.today)]
  if (faults.length > 0) return { faults }
  const latest = versions.at(-1)
  const before = latest === undefined ? [] : await peopleIn(app, type, latest.content)
  const after = await peopleOf(app, type, correction.content)
  const people = [...after, ...before.filter((one) => !after.includes(one))] as [SubjectId, ...SubjectId[]]
  const detail = `corrected ${type.label.toLowerCase()}`
  const asked = { action: 'correct', people, sensitivity: type.sensitivity, record: correction.record, detail } as const
  return about(app, account, asked, async (room) => {
    const content =
      latest === undefined ? correction.content : withUnseen(app, room, type, latest.content, correction.content)
    const unfit = await documentFaults(room.db, account, { type, content, record: correction.record })
    if (unfit.length > 0) return { faults: unfit }
    return writeVersion(room.db, {
      ...stamp(app, account),
      type,
      record: correction.record,
      basedOn: correction.basedOn,
      content,
      reason: correction.reason.trim(),
    })
  })
}

/** What somebody may not read they cannot have corrected: it stays as it was, though their form did not show it. */
function withUnseen(app: App, room: Room, type: RecordType, before: Content, after: Content): Content {
  const { withheld } = shownFields(room, type, before)
  const unseen = withheld.map((field) => [field, before.fields[field] ?? null] as const)
  const shown = shownLinks(app, room, type, before)
  const unseenLinks = Object.entries(before.links).filter(([name]) => shown[name] === null)
  return {
    ...after,
    links: { ...after.links, ...Object.fromEntries(unseenLinks) },
    fields: { ...after.fields, ...Object.fromEntries(unseen) },
  }
}

/** A record with all its versions, oldest first; fields that the viewer may not read are null in each of them. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly documents: DocumentLabels
  /** Records that follow from it. */
  readonly following: readonly RecordAsAt[]
  /** One of those whom it is about. */
  readonly subject: SubjectId
}

/**
 * All versions of a record, for those who may read about everybody whom it is about now.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(app: App, account: Account, record: RecordId): Promise<VersionsRead> {
  const { type, versions } = await findForWriting(app, record)
  const latest = versions.at(-1)
  const [first, ...others] = latest === undefined ? [] : await peopleIn(app, type, latest.content)
  if (first === undefined) throw noRecord()
  const asked = {
    action: 'read',
    people: [first, ...others],
    sensitivity: type.sensitivity,
    record,
    detail: `versions of ${type.label.toLowerCase()}`,
  } as const
  return about(app, account, asked, async (room) => {
    const name = naming(app, room)
    const subjects = [...new Set(versions.flatMap(({ content }) => subjectsIn(type, content)))]
    const names = await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const))
    const shown = versions.map((version) => ({
      ...version,
      content: {
        ...version.content,
        links: shownLinks(app, room, type, version.content),
        fields: shownFields(room, type, version.content).fields,
      },
    }))
    const documents = await documentLabels(
      room.db,
      shown.map(({ content }) => ({ type, content })),
    )
    const follow = await following(app, room, { type, record, subject: first })
    return { type, versions: shown, names: new Map(names), documents, following: follow, subject: first }
  })
}

async function findForWriting(
  app: App,
  record: RecordId,
): Promise<{ type: RecordType; versions: readonly StoredVersion[] }> {
  const key = await findRecordType(app.store.db, record)
  const type = key === undefined ? undefined : app.catalogue.records.get(key)
  if (type === undefined) throw noRecord()
  return { type, versions: await findRecord(app.store.db, type, record) }
}

const noRecord = () => new Refused('not found', 'There is no record of that number.')

/** The people whom a record is about. A record about nobody is of an organisation, and not written this way. */
async function peopleOf(app: App, type: RecordType, content: Content): Promise<[SubjectId, ...SubjectId[]]> {
  const [first, ...others] = await peopleIn(app, type, content)
  if (first === undefined) throw new Refused('bad input', 'Say whom this is about.')
  return [first, ...others]
}

/** Only roles of people count, and only what really is a person: a forged form may put anything there. */
async function peopleIn(app: App, type: RecordType, content: Content): Promise<readonly SubjectId[]> {
  for (const [role, { kind, label }] of Object.entries(type.subjects)) {
    for (const subject of content.subjects[role] ?? []) {
      if ((await findSubject(app.store.db, subject))?.kind !== kind)
        throw new Refused(
          'not found',
          kind === 'person' ? 'There is nobody of that number.' : `There is no ${kind} of that number for “${label}”.`,
        )
    }
  }
  const roles = Object.entries(type.subjects).filter(([, { kind }]) => kind === 'person')
  return [...new Set(roles.flatMap(([role]) => content.subjects[role] ?? []))]
}

const reasonFaults = (reason: string): readonly Fault[] =>
  reason.trim() === ''
    ? [{ field: 'reason', message: 'Say why it is corrected. The reason stays with both versions.' }]
    : []

const stamp = (app: App, account: Account) => ({
  knownOn: app.clock.today,
  recordedAt: app.clock.now(),
  recordedBy: account.name,
  source: 'form' as const,
})

/** The types of record about people that the viewer may put on somebody's record. */
export const writable = (app: App, account: Account, subject: SubjectId): Promise<readonly RecordType[]> =>
  about(app, account, { action: 'read', people: [subject], detail: 'what may be recorded' }, async ({ may }) =>
    [...app.catalogue.records.values()].filter(
      ({ subjects, sensitivity }) =>
        Object.values(subjects).some(({ kind, optional }) => kind === 'person' && !optional) &&
        may(sensitivity, 'record'),
    ),
  )

export { EditConflict } from '../../store/records/edit-conflict.ts'
