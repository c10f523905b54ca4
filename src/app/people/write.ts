import { ownersOf } from '../../core/access/of-record.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { differences } from '../../core/record/differences.ts'
import { underWrittenNumbers } from '../../core/record/same-person.ts'
import { renumbered, subjectsIn } from '../../core/record/subjects.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import { dayGiven, isId } from '../../core/record/value-faults.ts'
import type { Account } from '../../store/accounts.ts'
import { deleteDraft, holdDraft } from '../../store/records/drafts.ts'
import { EditConflict } from '../../store/records/edit-conflict.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Written } from '../../store/records/write.ts'
import { about, type Room } from '../access/about.ts'
import { findKept, type Kept } from '../access/kept.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { put } from '../records/put.ts'
import { Refused } from '../refused.ts'
import { concernedBy, enter, enterRecord } from './concerned.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'
import { type NotWritten, refusedFor } from './refused-for.ts'
import { shownContent, unreadFields } from './shown.ts'

/** The draft that goes with a writing, and the record of the same kind that ends on the day on which the new one begins. */
export type Beside = { readonly draft?: number; readonly instead?: RecordId }

/**
 * Puts something new on the record. Everybody whose record it is must be somebody that the viewer may record about, and everybody and
 * everything that it names must be there for them; otherwise nothing is written. Faults are given back, by field, rather than thrown: the draft
 * stays as it is. The draft goes with the writing, and what this one follows ends with it, all in one.
 * @throws Refused when the viewer may not
 */
export async function writeNew(
  app: App,
  account: Account,
  type: RecordType,
  given: Content,
  { draft, instead }: Beside = {},
): Promise<Written | NotWritten> {
  const content = renumbered(type, given, await keptNumbers(app, subjectsIn(type, given)))
  const faults = validate(type, content, app.clock.today)
  if (faults.length > 0) return { faults }
  const before = instead === undefined ? undefined : await followed(app, type, content, instead)
  if (before !== undefined && 'faults' in before) return before
  const { people, thing } = concernedBy(type, content)
  const everybody = [...new Set([...people, ...(before?.owners ?? [])])]
  const detail = `new ${type.label.toLowerCase()}`
  return enter(app, account, { action: 'record', type, people: everybody, thing, detail }, async (room) => {
    const not = await refusedFor(app, room, account, { type, content })
    if (not !== undefined) return not
    if (draft !== undefined && !(await holdDraft(room.db, draft))) return GONE
    if (before !== undefined) await put(app, room.db, { ...stamp(app, account), type, ...before.ended }, before.was)
    const written = await put(app, room.db, { ...stamp(app, account), type, content, reason: null })
    if (draft !== undefined) await deleteDraft(room.db, draft)
    return written
  })
}

/** The button was pressed twice at once. */
export const GONE: NotWritten = {
  faults: [{ field: '', message: 'This draft has just gone on the record. Look there before you send it again.' }],
}

type Followed = {
  readonly owners: readonly SubjectId[]
  readonly was: Content
  readonly ended: Required<Pick<Correction, 'record' | 'basedOn' | 'content' | 'reason'>>
}

/** What a new record follows, ended on the day on which the new one begins; what it says is otherwise left as it is. */
async function followed(
  app: App,
  type: RecordType,
  content: Content,
  record: RecordId,
): Promise<Followed | NotWritten> {
  const kept = await findKept(app, app.store.db, record)
  const latest = kept?.latest
  if (kept?.type !== type || type.ends === undefined || type.dated === ALWAYS || latest?.state !== 'recorded')
    throw new Refused('bad input', 'What this should follow does not end by a date.')
  const from = dayGiven(type.fields[type.dated], content.fields[type.dated])
  const until = latest.content.fields[type.ends]
  if (typeof until === 'number' && from !== null && until < from)
    return {
      faults: [{ field: type.dated, message: `What this follows had ended by ${shortText(until as PlainDate)}.` }],
    }
  const ended = { ...latest.content, fields: { ...latest.content.fields, [type.ends]: from } }
  const faults = validate(type, ended, app.clock.today).map(({ message }) => ({ field: type.dated, message }))
  if (faults.length > 0 || from === null) return { faults }
  const reason = `Followed by another from ${shortText(from)}`
  return {
    owners: kept.owners,
    was: latest.content,
    ended: { record, basedOn: latest.sequence, content: ended, reason },
  }
}

/** What is to be corrected, what version it is based on, and why. */
export type Correction = {
  readonly record: RecordId
  readonly basedOn: number
  readonly reason: string
  readonly content: Content
  readonly draft?: number
}

/** Where a form asks for the reason: apart from any field of the record that is called so. */
export const REASON = 'form.reason'

/**
 * Corrects a record: both versions are kept. Those whose record it was and those whose it is now must all be people whose records the viewer
 * may correct.
 * @throws EditConflict when somebody else has changed it since
 * @throws Refused when the viewer may not, or there is no such record
 */
export function correct(app: App, account: Account, correction: Correction): Promise<Written | NotWritten> {
  const { record, content: given, draft } = correction
  const becomes = (type: RecordType): readonly SubjectId[] => ownersOf(type, given).filter(isId)
  const asked = { action: 'correct', record, becomes, detail: 'corrected' } as const
  return enterRecord(app, account, asked, async (room, kept) => {
    const { type, latest } = based(kept, correction.basedOn)
    const content = await asWritten(app, room, type, latest.content, given)
    const faults = [...reasonFaults(correction.reason), ...validate(type, content, app.clock.today)]
    if (faults.length > 0) return { faults }
    const said = withUnseen(app, room, type, latest.content, content)
    if (differences(type, latest.content, said).length === 0) return NOTHING_CHANGED
    return change(app, room, account, { kept, content: said, reason: correction.reason.trim(), draft })
  })
}

const NOTHING_CHANGED: NotWritten = {
  faults: [
    { field: '', message: 'It says already what is on the record. Change what is wrong, or leave it as it is.' },
  ],
}

/** When something that holds for a time no longer did, with what is known only then. */
export type Ending = { readonly record: RecordId; readonly basedOn: number; readonly fields: Content['fields'] }

/** The fields that are asked when a record ends: the day, and what is true from that day. */
export const endingFields = ({ ends, fields }: RecordType): readonly string[] =>
  ends === undefined ? [] : Object.keys(fields).filter((name) => name === ends || fields[name]?.trueFrom === ends)

/**
 * Ends what holds for a time, by its day. Nothing else of the record changes, so whoever may add to the record may end what is on it.
 * @throws EditConflict when somebody else has changed it since
 * @throws Refused when the viewer may not, the record does not end, or there is no such record
 */
export function endRecord(app: App, account: Account, ending: Ending): Promise<Written | NotWritten> {
  const asked = { action: 'record', record: ending.record, detail: 'ended' } as const
  return enterRecord(app, account, asked, async (room, kept) => {
    const { type, latest } = based(kept, ending.basedOn)
    if (type.ends === undefined) throw new Refused('bad input', 'This record does not end. Correct it instead.')
    const unread = unreadFields(app, room, type, latest.content.fields)
    const fields = endingFields(type)
      .filter((name) => !unread.includes(name))
      .map((name) => [name, ending.fields[name] ?? null] as const)
    const content = { ...latest.content, fields: { ...latest.content.fields, ...Object.fromEntries(fields) } }
    const end = content.fields[type.ends]
    if (typeof end !== 'number')
      return { faults: [{ field: type.ends, message: 'Give the first day on which it no longer held.' }] }
    const faults = validate(type, content, app.clock.today)
    if (faults.length > 0) return { faults }
    const reason = `Ended on ${shortText(end as PlainDate)}`
    return change(app, room, account, { kept, content, reason, draft: undefined })
  })
}

/** A record as it stands, for somebody who has read that version of it. */
function based(kept: Kept, basedOn: number): Kept {
  if (kept.latest.state !== 'recorded') throw new Refused('not found', 'The content of this record was removed.')
  if (kept.latest.sequence !== basedOn) throw new EditConflict(kept.latest)
  return kept
}

type Change = {
  readonly kept: Kept
  readonly content: Content
  readonly reason: string
  readonly draft: number | undefined
}

async function change(
  app: App,
  room: Room,
  account: Account,
  { kept: { type, record, latest }, content, reason, draft }: Change,
): Promise<Written | NotWritten> {
  const not = await refusedFor(app, room, account, { type, content, record, before: latest.content })
  if (not !== undefined) return not
  const writing = { ...stamp(app, account), type, record, basedOn: latest.sequence, content, reason }
  const written = await put(app, room.db, writing, latest.content)
  if (draft !== undefined) await deleteDraft(room.db, draft)
  return written
}

/** A correction keeps the numbers that the record named: it is still of the number it was written under. */
async function asWritten(
  app: App,
  { db }: Room,
  type: RecordType,
  before: Content,
  content: Content,
): Promise<Content> {
  const named = [...subjectsIn(type, before), ...subjectsIn(type, content)].filter(isId)
  const { kept } = await findSamePeople(db, [...new Set(named)], app.clock.today)
  return underWrittenNumbers(type, before, content, kept)
}

/** What somebody may not read they cannot have corrected: it stays as it was, though their form did not show it. */
function withUnseen(app: App, room: Room, type: RecordType, before: Content, after: Content): Content {
  const fields = unreadFields(app, room, type, before.fields).map(
    (field) => [field, before.fields[field] ?? null] as const,
  )
  const { links: seen } = shownContent(app, room, type, before).content
  const links = Object.entries(before.links).filter(([name, record]) => seen[name] !== record)
  return {
    ...after,
    links: { ...after.links, ...Object.fromEntries(links) },
    fields: { ...after.fields, ...Object.fromEntries(fields) },
  }
}

const reasonFaults = (reason: string): readonly Fault[] =>
  reason.trim() === ''
    ? [{ field: REASON, message: 'Say why it is corrected. The reason stays with both versions.' }]
    : []

/** Who wrote it, when, and from which day it was known. */
export const stamp = (app: App, account: Account) => ({
  knownOn: app.clock.today,
  recordedAt: app.clock.now(),
  recordedBy: account.name,
  source: 'form' as const,
})

/** The types of record that the viewer may put on somebody's record, or on that of the household they live in; and what they are called. */
export const whatToRecord = (
  app: App,
  account: Account,
  subject: SubjectId,
): Promise<{ readonly name: string; readonly types: readonly RecordType[] }> =>
  about(app, account, { action: 'read', people: [subject], detail: 'what may be recorded' }, async (room) => ({
    name: (await naming(app, room)(subject)).label,
    types: [...app.catalogue.records.values()].filter(
      (type) => isAboutPeople(type) && room.may(type.sensitivity, actionFor(type, 'record')),
    ),
  }))

export const writable = async (app: App, account: Account, subject: SubjectId): Promise<readonly RecordType[]> =>
  (await whatToRecord(app, account, subject)).types

/** Whether it is written from somebody's page: about a person, or about the household that they live in. */
const isAboutPeople = ({ subjects, dated }: RecordType): boolean => {
  const roles = Object.values(subjects)
  const ofHousehold = roles.some(({ kind }) => kind === 'household') && roles.every(({ kind }) => kind !== 'person')
  return roles.some(({ kind, optional }) => kind === 'person' && !optional) || (ofHousehold && dated !== ALWAYS)
}

export { EditConflict } from '../../store/records/edit-conflict.ts'
