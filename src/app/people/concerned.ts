import type { Action } from '../../core/access/decide.ts'
import { ownersOf } from '../../core/access/of-record.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { about, NO_RECORD, type Room } from '../access/about.ts'
import { type AskedOfRecord, aboutRecord } from '../access/about-record.ts'
import { aboutThing, type ThingKind } from '../access/about-thing.ts'
import { findKept, type Kept } from '../access/kept.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/** Whose record it is, and the first of the things that it is about. */
export type Concerned = {
  readonly people: readonly SubjectId[]
  readonly thing: { readonly kind: ThingKind; readonly subject: SubjectId } | undefined
}

export const concernedBy = (type: RecordType, content: Content): Concerned => ({
  people: ownersOf(type, content),
  thing: thingIn(type, content),
})

export function thingIn({ subjects }: RecordType, content: Content): Concerned['thing'] {
  for (const [role, { kind }] of Object.entries(subjects)) {
    const [subject] = content.subjects[role] ?? []
    if (kind !== 'person' && subject !== undefined) return { kind, subject }
  }
  return undefined
}

export type Entering = Concerned & { readonly type: RecordType; readonly action: Action; readonly detail: string }

/**
 * To write something new: through the door of those whose record it is to be; of the thing, where it is nobody's.
 * @throws Refused when they may not
 */
export function enter<Result>(
  app: App,
  account: Account,
  { action, type, people, thing, detail }: Entering,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const asked = { action: actionFor(type, action), sensitivity: type.sensitivity, detail }
  const [first, ...others] = people
  if (first !== undefined) return about(app, account, { ...asked, people: [first, ...others] }, work)
  if (thing === undefined) throw new Refused('bad input', 'Say whom this is about.')
  return aboutThing(app, account, { ...asked, ...thing }, work)
}

/**
 * To a record that there is: as `aboutRecord`, but for one that is nobody's through the door of the thing that it is about.
 * @throws Refused when they may not, or there is no such record
 */
export async function enterRecord<Result>(
  app: App,
  account: Account,
  asked: AskedOfRecord,
  work: (room: Room, kept: Kept) => Promise<Result>,
): Promise<Result> {
  const before = await findKept(app, app.store.db, asked.record)
  const thing = before === undefined ? undefined : thingOf(before)
  if (before === undefined || thing === undefined) return aboutRecord(app, account, asked, work)
  const { type, record } = before
  const asking = {
    ...thing,
    action: actionFor(type, asked.action),
    sensitivity: type.sensitivity,
    record,
    detail: `${asked.detail} ${type.label.toLowerCase()}`,
  }
  return aboutThing(app, account, asking, async (room) => {
    const kept = await findKept(app, room.db, record)
    // Somebody may have moved it meanwhile to a thing that is not theirs.
    if (kept === undefined || thingOf(kept)?.subject !== thing.subject) throw new Refused('not found', NO_RECORD)
    return work(room, kept)
  })
}

/** What a record is about that is nobody's. */
export const thingOf = ({ type, owners, latest }: Kept): Concerned['thing'] =>
  owners.length > 0 ? undefined : thingIn(type, latest.content)
