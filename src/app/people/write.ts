import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { underWrittenNumbers } from '../../core/record/same-person.ts'
import { renumbered, subjectsIn } from '../../core/record/subjects.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import { findRecord, findRecordType, findSubject, type StoredVersion } from '../../store/records/find.ts'
import { type Written, writeVersion } from '../../store/records/write.ts'
import { about, type Room } from '../access/about.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { documentFaults } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import { keptNumbers } from './kept-number.ts'
import { sealFaults } from './seal-faults.ts'
import { shownContent } from './shown.ts'

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
  given: Content,
): Promise<Written | NotWritten> {
  const content = renumbered(type, given, await keptNumbers(app, subjectsIn(type, given)))
  const faults = validate(type, content, app.clock.today)
  if (faults.length > 0) return { faults }
  const people = await peopleOf(app, type, content)
  const asked = {
    action: actionToWrite(type, 'record'),
    people,
    sensitivity: type.sensitivity,
    detail: `new ${type.label.toLowerCase()}`,
  } as const
  return about(app, account, asked, async ({ db }) => {
    const faults = [
      ...(await sealFaults(app, db, type, content)),
      ...(await documentFaults(db, account, { type, content })),
    ]
    return faults.length > 0 ? { faults } : writeVersion(db, { ...stamp(app, account), type, content, reason: null })
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
  const latest = latestKnown(versions)
  const content = await asWritten(app, type, latest, correction.content)
  const faults = [...reasonFaults(correction.reason), ...validate(type, content, app.clock.today)]
  if (faults.length > 0) return { faults }
  const before = latest === undefined ? [] : await peopleIn(app, type, latest.content)
  const after = await peopleOf(app, type, content)
  const people = [...after, ...before.filter((one) => !after.includes(one))] as [SubjectId, ...SubjectId[]]
  const detail = `corrected ${type.label.toLowerCase()}`
  const { sensitivity } = type
  const asked = {
    action: actionToWrite(type, 'correct'),
    people,
    sensitivity,
    record: correction.record,
    detail,
  } as const
  return about(app, account, asked, async (room) => {
    const whole = latest === undefined ? content : withUnseen(app, room, type, latest.content, content)
    const faults = [
      ...(await sealFaults(app, room.db, type, content)),
      ...(await documentFaults(room.db, account, { type, content: whole, record: correction.record })),
    ]
    if (faults.length > 0) return { faults }
    return writeVersion(room.db, {
      ...stamp(app, account),
      type,
      record: correction.record,
      basedOn: correction.basedOn,
      content: whole,
      reason: correction.reason.trim(),
    })
  })
}

/** A correction keeps the numbers that the record named: it is still of the number it was written under. */
async function asWritten(
  app: App,
  type: RecordType,
  latest: StoredVersion | undefined,
  content: Content,
): Promise<Content> {
  const before = latest?.content ?? content
  const kept = await keptNumbers(app, [...subjectsIn(type, before), ...subjectsIn(type, content)])
  return underWrittenNumbers(type, before, content, kept)
}

/** What somebody may not read they cannot have corrected: it stays as it was, though their form did not show it. */
function withUnseen(app: App, room: Room, type: RecordType, before: Content, after: Content): Content {
  const { content: seen, withheld } = shownContent(app, room, type, before)
  const fields = withheld.map((field) => [field, before.fields[field] ?? null] as const)
  const links = Object.entries(before.links).filter(([name, record]) => seen.links[name] !== record)
  return {
    ...after,
    links: { ...after.links, ...Object.fromEntries(links) },
    fields: { ...after.fields, ...Object.fromEntries(fields) },
  }
}

/** The type of a record and all that was ever written about it, whoever asks. */
export async function findForWriting(
  app: App,
  record: RecordId,
): Promise<{ type: RecordType; versions: readonly StoredVersion[] }> {
  const key = await findRecordType(app.store.db, record)
  const type = key === undefined ? undefined : app.catalogue.records.get(key)
  if (type === undefined) throw noRecord()
  return { type, versions: await findRecord(app.store.db, type, record) }
}

export const noRecord = () => new Refused('not found', 'There is no record of that number.')

/** The people whom a record is about. A record about nobody is of an organisation, and not written this way. */
async function peopleOf(app: App, type: RecordType, content: Content): Promise<[SubjectId, ...SubjectId[]]> {
  const [first, ...others] = await peopleIn(app, type, content)
  if (first === undefined) throw new Refused('bad input', 'Say whom this is about.')
  return [first, ...others]
}

/** The people in a record. Only roles of people count, and only what really is a person: a forged form may put anything there. */
export async function peopleIn(app: App, type: RecordType, content: Content): Promise<readonly SubjectId[]> {
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
      (type) =>
        Object.values(type.subjects).some(({ kind, optional }) => kind === 'person' && !optional) &&
        may(type.sensitivity, actionToWrite(type, 'record')),
    ),
  )

export { EditConflict } from '../../store/records/edit-conflict.ts'
