import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { StoreError } from '../store-error.ts'
import { tableOf, VERSION_ID } from './columns.ts'
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
}
/** The stub that is left: `contentHash` is the SHA-256 of all that was there, in lower-case hexadecimal. */
export type StoredRemoval = Removal & { readonly contentHash: string }

/**
 * Takes away what all versions of a record say, their reasons and the drafts of it, for good. That there were versions, by whom and when,
 * and that the record was about its subjects, stays. A later import does not bring it back.
 * @throws StoreError without authority or reason, or when there is no such record of the type or nothing is left of it
 */
export async function removeContent(db: Db, type: RecordType, removal: Removal): Promise<StoredRemoval> {
  if (removal.authority.trim() === '' || removal.reason.trim() === '') {
    throw new StoreError('Content is removed only on an authority and for a reason. Name both.')
  }
  return within(db, async (trx) => {
    const versions = await hold(trx, type, removal.record)
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
      })
      .execute()
    return { ...removal, contentHash }
  })
}

/** Why the content of a record was removed; undefined where it was not. */
export async function findRemoval(db: Db, record: RecordId): Promise<StoredRemoval | undefined> {
  const row = await db.selectFrom('removal').selectAll().where('record_id', '=', record).executeTakeFirst()
  return (
    row && {
      record: row.record_id,
      kind: row.kind,
      authority: row.authority,
      reason: row.reason,
      removedBy: row.removed_by,
      removedAt: row.removed_at,
      contentHash: row.content_hash,
    }
  )
}

/** Whoever is about to change the record waits, as in `writeVersion`. */
async function hold(db: Db, type: RecordType, record: RecordId): Promise<readonly StoredVersion[]> {
  await sql`lock table import_batch in row exclusive mode`.execute(db)
  await sql`select from record where id = ${record} for update`.execute(db)
  const versions = await findRecord(db, type, record)
  if (versions.length === 0) throw new StoreError(`There is no ${type.label.toLowerCase()} with the number ${record}.`)
  if (await findRemoval(db, record)) throw new StoreError(`The content of record ${record} was removed before.`)
  return versions
}

async function blank(db: Db, type: RecordType, record: RecordId): Promise<void> {
  const versions = db.selectFrom('version').select('id').where('record_id', '=', record)
  await sql`delete from ${sql.table(tableOf(type).name)} where ${sql.id(VERSION_ID)} in (${versions})`.execute(db)
  await db.deleteFrom('version_subject').where('version_id', 'in', versions).execute()
  await db.updateTable('sign_off').set({ words: null }).where('version_id', 'in', versions).execute()
  await db.deleteFrom('draft').where('record_id', '=', record).execute()
  await db.updateTable('version').set({ state: 'removed', reason: null }).where('record_id', '=', record).execute()
  await sql`
    update record set identity = encode(sha256(convert_to(identity, 'UTF8')), 'hex') where id = ${record}`.execute(db)
}
