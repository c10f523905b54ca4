import type { Action } from '../../core/access/decide.ts'
import { namedIn, ownersOf } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { findRecordType, findSubject } from '../../store/records/find.ts'
import { about, type Room } from '../access/about.ts'
import { aboutThing, type ThingKind } from '../access/about-thing.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/** Whose record it is, whom it only names, and the first of the things that it is about. */
export type Concerned = {
  readonly people: readonly SubjectId[]
  readonly named: readonly SubjectId[]
  readonly thing: { readonly kind: ThingKind; readonly subject: SubjectId } | undefined
}

/**
 * Whom and what a record is about, each being there and what it is said to be: a forged form may put any number anywhere.
 * @throws Refused naming what is not there
 */
export async function concernedBy(app: App, type: RecordType, content: Content): Promise<Concerned> {
  let thing: Concerned['thing']
  for (const [role, { kind, label }] of Object.entries(type.subjects)) {
    for (const subject of content.subjects[role] ?? []) {
      if ((await findSubject(app.store.db, subject))?.kind !== kind) throw missing(kind, label)
      if (kind !== 'person') thing ??= { kind, subject }
    }
  }
  await refuseMissing(app, type, content)
  return { people: ownersOf(type, content), named: namedIn(type, content), thing }
}

/** Looks whether everything that a field or link refers to is there. */
async function refuseMissing(app: App, type: RecordType, content: Content): Promise<void> {
  for (const [name, field] of Object.entries(type.fields)) {
    const value = content.fields[name]
    if (typeof value !== 'number') continue
    if (field.kind === 'record') await refuseMissingRecord(app, value as RecordId, field.of, field.label)
    const of = field.kind === 'subject' ? field.of : undefined
    if (of !== undefined && (await findSubject(app.store.db, value as SubjectId))?.kind !== of)
      throw missing(of, field.label)
  }
  for (const [name, { to, label }] of Object.entries(type.links)) {
    const record = content.links[name] ?? null
    if (record !== null) await refuseMissingRecord(app, record, to, label)
  }
}

async function refuseMissingRecord(app: App, record: RecordId, of: string, label: string): Promise<void> {
  if ((await findRecordType(app.store.db, record)) !== of)
    throw new Refused('not found', `There is no such record for “${label}”.`)
}

const missing = (kind: string, label: string): Refused =>
  new Refused(
    'not found',
    kind === 'person' ? 'There is nobody of that number.' : `There is no ${kind} of that number for “${label}”.`,
  )

/** What one must be allowed, to do something with a record of a type: to write some kinds takes leave of its own. */
export const actionFor = (type: RecordType, action: Action): Action =>
  action === 'record' || action === 'correct' ? actionToWrite(type, action) : action

export type Entering = {
  readonly action: Action
  readonly type: RecordType
  readonly concerned: Concerned
  readonly record?: RecordId
  readonly detail: string
}

/**
 * Through the door of those whom a record is about; of the thing, where it is about nobody.
 * @throws Refused when they may not
 */
export function enter<Result>(
  app: App,
  account: Account,
  { action, type, concerned, record, detail }: Entering,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const asked = {
    action: actionFor(type, action),
    sensitivity: type.sensitivity,
    detail,
    ...(record === undefined ? {} : { record }),
  }
  const { thing } = concerned
  // To read it is no more than the chronology of those whose record it is shows: others stand in it by as much of a name as one may learn.
  const named = action === 'read' ? [] : concerned.named
  const [first, ...others] = concerned.people
  if (first !== undefined) return about(app, account, { ...asked, people: [first, ...others], named }, work)
  if (thing === undefined) throw new Refused('bad input', 'Say whom this is about.')
  return aboutThing(app, account, { ...asked, ...thing }, work)
}
