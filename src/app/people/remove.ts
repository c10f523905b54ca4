import { type Instant, londonDate } from '../../core/dates/instant.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { dateOf, latestKnown } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { renumbered } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findRecord, type StoredVersion } from '../../store/records/find.ts'
import { findLinking } from '../../store/records/linked.ts'
import { findPeopleIn, findRemoval, holdRecord, removeContent, type StoredRemoval } from '../../store/records/remove.ts'
import type { Db } from '../../store/records/transaction.ts'
import { about, type Room } from '../access/about.ts'
import { getKept } from '../access/about-record.ts'
import { lookUpAnew } from '../access/looked-up.ts'
import type { App } from '../app.ts'
import { recount } from '../counting/calculate.ts'
import { put } from '../records/put.ts'
import { Refused } from '../refused.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'

/** On what it rests that content goes, and why: both stay in its place. */
export type Grounds = { readonly authority: string; readonly reason: string }

/** Why a record is to be removed for good. What stands on the wrong person's record is not removed but moved. */
export type RemovalKind = Exclude<StoredRemoval['kind'], 'wrong child'>

/** A record that is to be moved or removed, and what the viewer may do with it. */
export type ToRemove = {
  readonly record: RecordId
  readonly type: RecordType
  readonly on: PlainDate | null
  readonly people: readonly { readonly subject: SubjectId; readonly label: string }[]
  readonly kinds: readonly StoredRemoval['kind'][]
  /** Records that refer to it, and may have to go the same way. */
  readonly linking: readonly { readonly record: RecordId; readonly type: RecordType }[]
}

/**
 * What may be done with a record to take it away.
 * @throws Refused when there is no such record for the viewer, its content was removed before, or they may do nothing of the kind
 */
export async function previewRemoval(app: App, account: Account, record: RecordId): Promise<ToRemove> {
  const { type, people } = await findRemovable(app, account, {
    action: 'read',
    record,
    detail: 'before moving or removing',
  })
  const asked = {
    action: 'read',
    people,
    sensitivity: type.sensitivity,
    record,
    detail: `before moving or removing ${type.label.toLowerCase()}`,
  } as const
  const kept = await keptNumbers(app, people)
  return about(app, account, asked, async (room) => {
    const kinds = kindsFor(room, type)
    if (kinds.length === 0)
      throw new Refused('not allowed', 'Your role takes nothing off a record. Ask the records officer.')
    const { latest } = await holdContent(room.db, type, record)
    const name = naming(app, room)
    const labels = [...new Set(people.map(kept))].map(async (subject) => ({
      subject,
      label: (await name(subject)).label,
    }))
    return {
      record,
      type,
      on: dateOf(type, latest.content),
      people: await Promise.all(labels),
      kinds,
      linking: await linkingOf(app, room, type, record, people),
    }
  })
}

function kindsFor({ may }: Room, type: RecordType): readonly StoredRemoval['kind'][] {
  return [
    ...(may(type.sensitivity, 'move') ? (['wrong child'] as const) : []),
    ...(may(type.sensitivity, 'remove') ? (['retention', 'court order'] as const) : []),
    ...(may('adoption', 'remove') ? (['adoption seal'] as const) : []),
  ]
}

/** Only of the same people, and only what the viewer may read. */
async function linkingOf(
  app: App,
  { db, may }: Room,
  type: RecordType,
  record: RecordId,
  people: readonly SubjectId[],
): Promise<ToRemove['linking']> {
  const all = await findLinking(db, app.catalogue.records, { type, record })
  const own = await Promise.all(
    all
      .filter((one) => may(one.type.sensitivity, 'read'))
      .map(async (one) => ({ one, theirs: await findPeopleIn(db, one.record) })),
  )
  return own.filter(({ theirs }) => theirs.every((subject) => people.includes(subject))).map(({ one }) => one)
}

/**
 * Takes the content of a record away for good; a stub with authority and reason stays.
 * @throws Refused when the viewer may not, or without authority or reason
 */
export async function removeRecord(
  app: App,
  account: Account,
  { record, kind, ...grounds }: Grounds & { readonly record: RecordId; readonly kind: RemovalKind },
): Promise<void> {
  const { type, people } = await findRemovable(app, account, { action: 'remove', record, detail: 'removed' })
  const asked = {
    action: 'remove',
    people,
    // Whoever keeps adoptions takes away what would tell of one, on whosever record it stands.
    sensitivity: kind === 'adoption seal' && type.sensitivity !== 'allegation' ? 'adoption' : type.sensitivity,
    record,
    detail: `removed ${type.label.toLowerCase()}: ${kind}`,
  } as const
  await about(app, account, asked, ({ db }) => remove(app, account, db, type, { record, kind, ...grounds }))
}

/** What stands on the wrong person's record: who is wrong in it, and who is right. */
export type Move = Grounds & { readonly record: RecordId; readonly wrong: SubjectId; readonly right: SubjectId }

/**
 * Whom a record would be moved to, for whoever may move it there.
 * @throws Refused when they may not, or there is nobody of that number
 */
export const previewMove = (app: App, account: Account, move: Omit<Move, keyof Grounds>): Promise<{ right: string }> =>
  behindMove(app, account, move, 'before moving', async (room, _content) => ({
    right: (await naming(app, room)(move.right)).label,
  }))

/**
 * Puts the content of a record on the right person's record, as a new one with the same content, and takes it off the wrong one's, where a stub
 * says that it was moved. The stub names the other person only to those who may read about them.
 * @throws Refused when the viewer may not for all of those people, or without authority or reason
 */
export const moveRecord = (app: App, account: Account, move: Move): Promise<RecordId> =>
  behindMove(app, account, move, 'moved', async ({ db }, { type, first, content }) => {
    const { record } = move
    const written = londonDate(first.recordedAt.getTime() as Instant)
    const moved = await put(app, db, {
      type,
      content: await followingMoves(db, content),
      knownOn: app.clock.today,
      recordedAt: app.clock.now(),
      recordedBy: account.name,
      source: 'form',
      reason: `Moved: ${first.recordedBy} wrote it on somebody else’s record by mistake on ${shortText(written)}.`,
    })
    await remove(app, account, db, type, { ...move, record, kind: 'wrong child', movedTo: moved.record })
    return moved.record
  })

type Moving = { readonly type: RecordType; readonly first: StoredVersion; readonly content: Content }

async function behindMove<Result>(
  app: App,
  account: Account,
  { record, wrong, right }: Omit<Move, keyof Grounds>,
  detail: string,
  work: (room: Room, moving: Moving) => Promise<Result>,
): Promise<Result> {
  const { type, people } = await findRemovable(app, account, { action: 'move', record, detail })
  const kept = await keptNumbers(app, [...people, wrong, right])
  const asked = {
    action: 'move',
    people: [...people, right],
    sensitivity: type.sensitivity,
    record,
    detail: `${detail} ${type.label.toLowerCase()}`,
  } as const
  return about(app, account, asked, async (room) => {
    const { first, latest } = await holdContent(room.db, type, record)
    if (kept(wrong) === kept(right) || !people.some((one) => kept(one) === kept(wrong)))
      throw new Refused('bad input', 'Say who in the record is wrong, and somebody else who is right.')
    const content = renumbered(type, latest.content, (one) => (kept(one) === kept(wrong) ? kept(right) : one))
    refuseTwice(type, content, kept(right))
    return work(room, { type, first, content })
  })
}

/** Somebody cannot be, say, their own mother. In one role that many may have they stand once. */
function refuseTwice(type: RecordType, content: Content, right: SubjectId): void {
  const roles = Object.entries(type.subjects).filter(
    ([role, { kind }]) => kind === 'person' && content.subjects[role]?.includes(right),
  )
  if (roles.length > 1)
    throw new Refused(
      'bad input',
      'That person is named in the record already. Correct the record instead of moving it.',
    )
}

/** What it refers to may have been moved before it. */
async function followingMoves(db: Db, content: Content): Promise<Content> {
  const links = await Promise.all(
    Object.entries(content.links).map(async ([name, record]) => {
      const removal = record === null ? undefined : await findRemoval(db, record)
      return [name, removal?.movedTo ?? record] as const
    }),
  )
  return { ...content, links: Object.fromEntries(links) }
}

type Removing = Grounds & {
  readonly record: RecordId
  readonly kind: StoredRemoval['kind']
  readonly movedTo?: RecordId
}

async function remove(app: App, account: Account, db: Db, type: RecordType, removing: Removing): Promise<void> {
  const [authority, reason] = [removing.authority.trim(), removing.reason.trim()]
  if (authority === '' || reason === '')
    throw new Refused('bad input', 'Say on whose authority, and why. Both stay in the place of what is taken away.')
  const { record, kind, movedTo } = removing
  await holdRecord(db, record)
  if ((await findRemoval(db, record)) !== undefined)
    throw new Refused('in the way', 'What this record said was removed before.')
  // Before the content goes, with which goes whom it was about.
  const people = await findPeopleIn(db, record)
  await removeContent(db, type, {
    record,
    kind,
    authority,
    reason,
    removedBy: account.name,
    removedAt: app.clock.now(),
    ...(movedTo === undefined ? {} : { movedTo }),
  })
  lookUpAnew(db)
  await recount(app, db, people)
}

/** The type of a record, and everybody who stands or stood in it. */
async function findRemovable(app: App, account: Account, asked: Parameters<typeof getKept>[2]) {
  const { type, owners } = await getKept(app, account, asked)
  const [first, ...others] = await findPeopleIn(app.store.db, asked.record)
  const [owner] = owners
  const people = [first ?? owner, ...others].filter((one) => one !== undefined)
  return { type, people: people as [SubjectId, ...SubjectId[]] }
}

/** What the record says; nobody changes it before this is done. */
async function holdContent(db: Db, type: RecordType, record: RecordId) {
  await holdRecord(db, record)
  const versions = await findRecord(db, type, record)
  const latest = latestKnown(versions)
  const [first = latest] = versions
  if (first === undefined || latest?.state !== 'recorded')
    throw new Refused('in the way', 'There is nothing left in this record that could be taken away.')
  return { first, latest }
}
