import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { underWrittenNumbers } from '../../core/record/same-person.ts'
import { renumbered, subjectsIn } from '../../core/record/subjects.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import { dayGiven } from '../../core/record/value-faults.ts'
import type { Account } from '../../store/accounts.ts'
import { deleteDraft, takeDraft } from '../../store/records/drafts.ts'
import { findRecord, findRecordType, type StoredVersion } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type Written, writeVersion } from '../../store/records/write.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { documentFaults } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import { actionFor, type Concerned, concernedBy, enter } from './concerned.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'
import { particularFaults } from './particular-faults.ts'
import { findSame } from './same.ts'
import { sealFaults } from './seal-faults.ts'
import { shownContent } from './shown.ts'

/** What was wrong with what was to be put on the record; nothing of it was. `same`: the record that says it already. */
export type NotWritten = { readonly faults: readonly Fault[]; readonly same?: RecordId }

/** The draft that goes with a writing, and the record of the same kind that ends on the day on which the new one begins. */
export type Beside = { readonly draft?: number; readonly instead?: RecordId }

/**
 * Puts something new on the record. Everybody whose record it is must be somebody that the viewer may record about; otherwise nothing is
 * written. Faults are given back, by field, rather than thrown: the draft stays as it is. The draft goes with the writing, and what this one
 * follows ends with it, all in one.
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
  const concerned = both(await concernedBy(app, type, content), before?.concerned)
  const entering = { action: 'record', type, concerned, detail: `new ${type.label.toLowerCase()}` } as const
  return enter(app, account, entering, async ({ db }) => {
    const not = await refusedFor(app, db, account, { type, content })
    if (not !== undefined) return not
    if (draft !== undefined && !(await takeDraft(db, draft))) return GONE
    if (before !== undefined) await writeVersion(db, { ...stamp(app, account), type, ...before.ended })
    return writeVersion(db, { ...stamp(app, account), type, content, reason: null })
  })
}

/** The button was pressed twice at once. */
export const GONE: NotWritten = {
  faults: [{ field: '', message: 'This draft has just gone on the record. Look there before you send it again.' }],
}

type Followed = {
  readonly concerned: Concerned
  readonly ended: Required<Pick<Correction, 'record' | 'basedOn' | 'content' | 'reason'>>
}

/** What a new record follows, ended on the day on which the new one begins; what it says is otherwise left as it is. */
async function followed(
  app: App,
  type: RecordType,
  content: Content,
  record: RecordId,
): Promise<Followed | NotWritten> {
  const { type: own, versions } = await findForWriting(app, record)
  const latest = versions.at(-1)
  if (own !== type || type.ends === undefined || type.dated === ALWAYS || latest?.state !== 'recorded')
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
  const concerned = await concernedBy(app, type, latest.content)
  return { concerned, ended: { record, basedOn: latest.sequence, content: ended, reason } }
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
export async function correct(app: App, account: Account, correction: Correction): Promise<Written | NotWritten> {
  const { type, versions } = await findForWriting(app, correction.record)
  const content = await asWritten(app, type, versions.at(-1), correction.content)
  const faults = [...reasonFaults(correction.reason), ...validate(type, content, app.clock.today)]
  if (faults.length > 0) return { faults }
  return change(app, account, { ...correction, content, type, versions, action: 'correct', what: 'corrected' })
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

/** When something that holds for a time no longer did, with what is known only then. */
export type Ending = {
  readonly record: RecordId
  readonly basedOn: number
  readonly fields: Content['fields']
  readonly draft?: number
}

/** The fields that are asked when a record ends: the day, and what is true from that day. */
export const endingFields = ({ ends, fields }: RecordType): readonly string[] =>
  ends === undefined ? [] : Object.keys(fields).filter((name) => name === ends || fields[name]?.trueFrom === ends)

/**
 * Ends what holds for a time, by its day. Nothing else of the record changes, so whoever may add to the record may end what is on it.
 * @throws EditConflict when somebody else has changed it since
 * @throws Refused when the viewer may not, the record does not end, or there is no such record
 */
export async function endRecord(app: App, account: Account, ending: Ending): Promise<Written | NotWritten> {
  const { type, versions } = await findForWriting(app, ending.record)
  const latest = versions.at(-1)
  if (type.ends === undefined || latest?.state !== 'recorded')
    throw new Refused('bad input', 'This record does not end. Correct it instead.')
  const asked = endingFields(type).map((name) => [name, ending.fields[name] ?? null] as const)
  const content = { ...latest.content, fields: { ...latest.content.fields, ...Object.fromEntries(asked) } }
  const end = content.fields[type.ends]
  if (typeof end !== 'number')
    return { faults: [{ field: type.ends, message: 'Give the first day on which it no longer held.' }] }
  const faults = validate(type, content, app.clock.today)
  if (faults.length > 0) return { faults }
  const reason = `Ended on ${shortText(end as PlainDate)}`
  return change(app, account, { ...ending, content, reason, type, versions, action: 'record', what: 'ended' })
}

type Change = Correction & {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly action: 'correct' | 'record'
  readonly what: string
}

async function change(app: App, account: Account, changing: Change): Promise<Written | NotWritten> {
  const { type, versions, record, basedOn, draft, action, what } = changing
  const latest = versions.at(-1)
  const before = latest === undefined ? undefined : await concernedBy(app, type, latest.content)
  const after = await concernedBy(app, type, changing.content)
  const detail = `${what} ${type.label.toLowerCase()}`
  return enter(app, account, { action, type, concerned: both(after, before), record, detail }, async (room) => {
    const content =
      latest === undefined ? changing.content : withUnseen(app, room, type, latest.content, changing.content)
    const not = await refusedFor(app, room.db, account, { type, content, record })
    if (not !== undefined) return not
    const reason = changing.reason.trim()
    if (draft !== undefined) await deleteDraft(room.db, draft)
    return writeVersion(room.db, { ...stamp(app, account), type, record, basedOn, content, reason })
  })
}

function both(after: Concerned, before: Concerned | undefined): Concerned {
  if (before === undefined) return after
  const people = [...new Set([...after.people, ...before.people])]
  const named = [...new Set([...after.named, ...before.named])].filter((one) => !people.includes(one))
  return { people, named, thing: after.thing ?? before.thing }
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

type Checked = { readonly type: RecordType; readonly content: Content; readonly record?: RecordId }

/** What no definition can tell: that it is on the record already, or would shut everybody out for good. */
async function refusedFor(
  app: App,
  db: Db,
  account: Account,
  { type, content, record }: Checked,
): Promise<NotWritten | undefined> {
  const faults = [
    ...(await particularFaults(db, type, content)),
    ...(await sealFaults(app, db, type, content)),
    ...(await documentFaults(db, account, { type, content, ...(record === undefined ? {} : { record }) })),
  ]
  if (faults.length > 0) return { faults }
  const same = await findSame(app, db, type, content)
  if (same === undefined || same === record) return undefined
  const [field = ''] = type.identity
  const told = type.identity.map((name) => `“${labelOf(type, name)}”`).join(', ')
  return {
    faults: [
      { field, message: `The same is on the record already. Correct that one, or change one of these: ${told}.` },
    ],
    same,
  }
}

const labelOf = ({ subjects, links, fields }: RecordType, name: string): string =>
  (subjects[name] ?? links[name] ?? fields[name])?.label ?? name

/**
 * The type of a record and all that was ever written about it, what was known last at the end: a late file may have brought older news.
 * @throws Refused when there is no such record
 */
export async function findForWriting(
  app: App,
  record: RecordId,
): Promise<{ type: RecordType; versions: readonly StoredVersion[] }> {
  const key = await findRecordType(app.store.db, record)
  const type = key === undefined ? undefined : app.catalogue.records.get(key)
  if (type === undefined) throw noRecord()
  const versions = await findRecord(app.store.db, type, record)
  return { type, versions: versions.toSorted((a, b) => a.knownOn - b.knownOn || a.sequence - b.sequence) }
}

export const noRecord = () => new Refused('not found', 'There is no record of that number.')

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
