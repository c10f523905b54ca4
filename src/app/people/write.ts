import { ownersOf } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { underWrittenNumbers } from '../../core/record/same-person.ts'
import { renumbered, subjectsIn } from '../../core/record/subjects.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import { isId } from '../../core/record/value-faults.ts'
import type { Account } from '../../store/accounts.ts'
import { EditConflict } from '../../store/records/edit-conflict.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Written } from '../../store/records/write.ts'
import { about, type Room } from '../access/about.ts'
import { aboutRecord } from '../access/about-record.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { documentFaults } from '../documents/named.ts'
import { put } from '../records/put.ts'
import { Refused } from '../refused.ts'
import { keptNumbers } from './kept-number.ts'
import { namedFaults } from './named-faults.ts'
import { sealFaults } from './seal-faults.ts'
import { shownContent, unreadFields } from './shown.ts'

/** What was wrong with what was to be put on the record; nothing of it was. */
export type NotWritten = { readonly faults: readonly Fault[] }

/**
 * Puts something new on the record. Everybody whose record it is must be somebody that the viewer may record about, and everybody and
 * everything that it names must be there for them; otherwise nothing is written. Faults are given back, by field, rather than thrown: the draft
 * stays as it is.
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
  const [first, ...others] = ownersOf(type, content)
  if (first === undefined) throw new Refused('bad input', 'Say whom this is about.')
  const asked = {
    action: actionToWrite(type, 'record'),
    people: [first, ...others],
    sensitivity: type.sensitivity,
    detail: `new ${type.label.toLowerCase()}`,
  } as const
  return about(app, account, asked, async (room) => {
    const others = await otherFaults(app, room, account, { type, content })
    if (others.length > 0) return { faults: others }
    return put(app, room.db, { ...stamp(app, account), type, content, reason: null })
  })
}

type ToWrite = {
  readonly type: RecordType
  readonly content: Content
  readonly before?: Content
  readonly record?: RecordId
}

/** What only the store and the viewer's leave can tell is wrong. */
async function otherFaults(app: App, room: Room, account: Account, to: ToWrite): Promise<readonly Fault[]> {
  const { type, content, before } = to
  return [
    ...(await namedFaults(app, room, type, content)),
    ...closerFaults(room, type, content, before),
    ...(await sealFaults(app, room.db, type, content)),
    ...(await documentFaults(room.db, account, to)),
  ]
}

/**
 * Fields kept more closely than the viewer may write them, with something else in them than before. A form asks everybody the same; not
 * everybody's answer can be taken.
 */
const closerFaults = ({ may }: Room, type: RecordType, content: Content, before?: Content): readonly Fault[] =>
  Object.entries(type.fields).flatMap(([field, { label, sensitivity }]) => {
    const [was, is] = [before?.fields[field] ?? null, content.fields[field] ?? null]
    if (sensitivity === undefined || may(sensitivity) || JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ field, message: `Your role does not write “${label}”. Leave it as it was, and tell whoever does.` }]
  })

/** What is to be corrected, what version it is based on, and why. */
export type Correction = {
  readonly record: RecordId
  readonly basedOn: number
  readonly reason: string
  readonly content: Content
}

/**
 * Corrects a record: both versions are kept. Those whose record it was and those whose it is now must all be people whose records the viewer
 * may correct.
 * @throws EditConflict when somebody else has changed it since
 * @throws Refused when the viewer may not, or there is no such record
 */
export function correct(app: App, account: Account, correction: Correction): Promise<Written | NotWritten> {
  const { record, basedOn, content: given } = correction
  const becomes = (type: RecordType): readonly SubjectId[] => ownersOf(type, given).filter(isId)
  return aboutRecord(app, account, { action: 'correct', record, becomes, detail: 'corrected' }, async (room, kept) => {
    const { type, latest } = kept
    if (latest.state !== 'recorded') throw new Refused('not found', 'The content of this record was removed.')
    if (latest.sequence !== basedOn) throw new EditConflict(latest)
    const content = await asWritten(app, room, type, latest.content, given)
    const faults = [...reasonFaults(correction.reason), ...validate(type, content, app.clock.today)]
    if (faults.length > 0) return { faults }
    const said = withUnseen(app, room, type, latest.content, content)
    const others = await otherFaults(app, room, account, { type, content: said, before: latest.content, record })
    if (others.length > 0) return { faults: others }
    const reason = correction.reason.trim()
    const writing = { ...stamp(app, account), type, record, basedOn, content: said, reason }
    return put(app, room.db, writing, latest.content)
  })
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
  const fields = unreadFields(app, room, type).map((field) => [field, before.fields[field] ?? null] as const)
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
