import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { dateOf, latestKnown } from '../../core/record/chronology.ts'
import { day, dayOrNull } from '../column-types.ts'
import { blankNotes } from '../quality/assignments.ts'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { tableOf, VERSION_ID } from './columns.ts'
import { removeDocuments } from './documents.ts'
import { deleteDraftsOf } from './drafts.ts'
import { findRecord, type StoredVersion } from './find.ts'
import { type Db, within } from './transaction.ts'

/** Why content was removed. `authority`: the policy, order or person that it rests on. */
export type Removal = {
  readonly record: RecordId
  readonly kind: 'wrong child' | 'retention' | 'court order' | 'adoption seal'
  readonly authority: string
  readonly reason: string
  readonly removedBy: string
  readonly removedAt: Date
  /** The record that has the content now: of what stood on the wrong child's record. */
  readonly movedTo?: RecordId
}
/**
 * The stub that is left. `contentHash` is the SHA-256 of all that was there, in lower-case hexadecimal; `on` is the date that the record had,
 * null where it had none.
 */
export type StoredRemoval = Omit<Removal, 'movedTo'> & {
  readonly movedTo: RecordId | null
  readonly contentHash: string
  readonly on: PlainDate | null
}

/**
 * Takes away what all versions of a record say, their reasons, their documents, the drafts of it and the notes on its errors, for good. That there were versions, by
 * whom and when, that the record was about its subjects, and the hash of each document, stays. A later import does not bring it back.
 * @throws StoreError without authority or reason, or when there is no such record of the type or nothing is left of it
 */
export async function removeContent(db: Db, type: RecordType, removal: Removal): Promise<StoredRemoval> {
  if (removal.authority.trim() === '' || removal.reason.trim() === '') {
    throw new StoreError('Content is removed only on an authority and for a reason. Name both.')
  }
  return within(db, async (trx) => {
    const versions = await hold(trx, type, removal.record)
    const latest = latestKnown(versions)
    const on = latest?.state === 'recorded' ? dateOf(type, latest.content) : null
    const contentHash = createHash('sha256').update(JSON.stringify(versions)).digest('hex')
    await blank(trx, type, removal.record)
    await trx
      .insertInto('removal')
      .values({
        record_id: removal.record,
        kind: removal.kind,
        authority: removal.authority,
        reason: removal.reason,
        removed_by: removal.removedBy,
        removed_at: removal.removedAt,
        content_hash: contentHash,
        dated_on: dayOrNull(on),
        moved_to: removal.movedTo ?? null,
      })
      .execute()
    return { ...removal, movedTo: removal.movedTo ?? null, contentHash, on }
  })
}

/** Why the content of a record was removed; undefined where it was not. */
export async function findRemoval(db: Db, record: RecordId): Promise<StoredRemoval | undefined> {
  const row = await db.selectFrom('removal').selectAll().where('record_id', '=', record).executeTakeFirst()
  return row && stored(row)
}

/** The stubs of records in which any of the numbers stood, with their type, of what was known by a day; the oldest first. */
export async function findRemovalsOf(
  db: Db,
  numbers: readonly SubjectId[],
  knownOn: PlainDate,
): Promise<readonly (StoredRemoval & { readonly type: string })[]> {
  const rows = await db
    .selectFrom('removal')
    .innerJoin('record', 'record.id', 'removal.record_id')
    .selectAll('removal')
    .select('record.type')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('record_subject')
          .select('record_id')
          .whereRef('record_subject.record_id', '=', 'removal.record_id')
          .where('subject_id', 'in', [...numbers]),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('version')
          .select('id')
          .whereRef('version.record_id', '=', 'removal.record_id')
          .where('known_on', '<=', day(knownOn)),
      ),
    )
    .orderBy('dated_on')
    .orderBy('removal.id')
    .execute()
  return rows.map((row) => ({ ...stored(row), type: row.type }))
}

/** Everybody who stands or stood in a record, in whatever version, its content removed or not. */
export async function findPeopleIn(db: Db, record: RecordId): Promise<readonly SubjectId[]> {
  const rows = await db
    .selectFrom('record_subject')
    .innerJoin('subject', 'subject.id', 'subject_id')
    .select('subject_id')
    .where('record_id', '=', record)
    .where('kind', '=', 'person')
    .orderBy('subject_id')
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}

const stored = (row: Selectable<Tables['removal']>): StoredRemoval => ({
  record: row.record_id,
  kind: row.kind,
  authority: row.authority,
  reason: row.reason,
  removedBy: row.removed_by,
  removedAt: row.removed_at,
  movedTo: row.moved_to,
  contentHash: row.content_hash,
  on: row.dated_on,
})

/** Whoever is about to change the record waits until the transaction has ended, as in `writeVersion`. */
export async function holdRecord(db: Db, record: RecordId): Promise<void> {
  await sql`lock table import_batch in row exclusive mode`.execute(db)
  await sql`select from record where id = ${record} for update`.execute(db)
}

async function hold(db: Db, type: RecordType, record: RecordId): Promise<readonly StoredVersion[]> {
  await holdRecord(db, record)
  const versions = await findRecord(db, type, record)
  if (versions.length === 0) throw new StoreError(`There is no ${type.label.toLowerCase()} with the number ${record}.`)
  if (await findRemoval(db, record)) throw new StoreError(`The content of record ${record} was removed before.`)
  return versions
}

async function blank(db: Db, type: RecordType, record: RecordId): Promise<void> {
  const versions = db.selectFrom('version').select('id').where('record_id', '=', record)
  await sql`delete from ${sql.table(tableOf(type).name)} where ${sql.id(VERSION_ID)} in (${versions})`.execute(db)
  await db.updateTable('sign_off').set({ words: null }).where('version_id', 'in', versions).execute()
  await db.deleteFrom('version_subject').where('version_id', 'in', versions).execute()
  await blankNotes(db, record)
  await deleteDraftsOf(db, record)
  await removeDocuments(db, record)
  await db.updateTable('version').set({ state: 'removed', reason: null }).where('record_id', '=', record).execute()
  await sql`
    update record set identity = encode(sha256(convert_to(identity, 'UTF8')), 'hex') where id = ${record}`.execute(db)
}
