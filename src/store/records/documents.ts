import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import { StoreError } from '../store-error.ts'
import type { Db } from './transaction.ts'

/** A file to be kept. `subject` is on whose page it was added. */
export type NewDocument = {
  readonly account: number
  readonly addedBy: string
  readonly addedAt: Date
  readonly subject: SubjectId
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that is kept, without its bytes. `name` is null once its content was removed. */
export type StoredDocument = {
  readonly id: DocumentId
  readonly account: number
  readonly addedBy: string
  readonly addedAt: Date
  readonly subject: SubjectId
  readonly draft: number | null
  readonly name: string | null
  readonly mediaType: string
  readonly size: number
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

// Bytes travel as base64: the embedded database's driver takes seconds for what it is given as bytes.

/** Keeps a file. The same file added twice is kept twice, so that what is removed from one child's record is wholly gone from it. */
export async function addDocument(db: Db, added: NewDocument): Promise<DocumentId> {
  const { id } = await db
    .insertInto('document')
    .values({
      account_id: added.account,
      subject_id: added.subject,
      draft_id: null,
      name: added.name,
      media_type: added.mediaType,
      size: added.bytes.length,
      sha256: hashOf(added.bytes),
      bytes: sql<Uint8Array>`decode(${Buffer.from(added.bytes).toString('base64')}, 'base64')`,
      added_at: added.addedAt,
      added_by: added.addedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Those of the documents that there are, by number. */
export async function findDocuments(
  db: Db,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, StoredDocument>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('document')
    .select([
      'id',
      'account_id',
      'added_by',
      'added_at',
      'subject_id',
      'draft_id',
      'name',
      'media_type',
      'size',
      'sha256',
    ])
    .where('id', '=', sql<DocumentId>`any(${[...ids]}::bigint[])`)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        account: row.account_id,
        addedBy: row.added_by,
        addedAt: row.added_at,
        subject: row.subject_id,
        draft: row.draft_id,
        name: row.name,
        mediaType: row.media_type,
        size: row.size,
        sha256: row.sha256,
      },
    ]),
  )
}

/**
 * The bytes of a document; undefined where there is none, or its content was removed.
 * @throws StoreError when they are not what was added: somebody has changed them in the database itself
 */
export async function findBytes(db: Db, id: DocumentId): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('document')
    .select([sql<string | null>`encode(bytes, 'base64')`.as('base64'), 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.base64 === null) return undefined
  const bytes = Buffer.from(row.base64, 'base64')
  if (hashOf(bytes) !== row.sha256)
    throw new StoreError(
      `Document ${id} is not as it was added. Restore it from a backup, and look who has changed it.`,
    )
  return bytes
}

/** The records that have a document in any version, or had before their content was removed. */
export async function findRecordsWith(db: Db, document: DocumentId): Promise<readonly RecordId[]> {
  const rows = await db
    .selectFrom('document_record')
    .select('record_id')
    .where('document_id', '=', document)
    .orderBy('record_id')
    .execute()
  return rows.map(({ record_id }) => record_id)
}

/** Notes that a record has the documents which its content names. */
export async function noteDocuments(db: Db, type: RecordType, record: RecordId, content: Content): Promise<void> {
  const documents = documentsIn(type.fields, content.fields)
  if (documents.length === 0) return
  const there = await findDocuments(db, documents)
  const missing = documents.find((id) => (there.get(id)?.name ?? null) === null)
  if (missing !== undefined)
    throw new StoreError(`There is no document with the number ${missing}, which a record names.`)
  await db
    .insertInto('document_record')
    .values(documents.map((document) => ({ document_id: document, record_id: record })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes away name and bytes of the documents of a record whose content is being removed, but for those that another record still has. */
export async function removeDocuments(db: Db, record: RecordId): Promise<void> {
  await sql`
    update document set name = null, bytes = null
    where id in (select document_id from document_record where record_id = ${record})
      and not exists (
        select from document_record as other
        where other.document_id = document.id and other.record_id <> ${record}
          and not exists (select from removal where removal.record_id = other.record_id)
      )`.execute(db)
}

/**
 * Holds what a draft names for it, and throws away what it held before and names no longer. Only what the same account added and what is on
 * no record yet is touched, whatever else is named.
 */
export async function holdForDraft(
  db: Db,
  {
    draft,
    account,
    documents,
  }: { readonly draft: number; readonly account: number; readonly documents: readonly DocumentId[] },
): Promise<void> {
  const named = sql`id = any(${[...documents]}::bigint[])`
  await sql`
    update document set draft_id = ${draft} where ${named} and account_id = ${account} and ${onNoRecord}`.execute(db)
  await sql`delete from document where draft_id = ${draft} and not (${named}) and ${onNoRecord}`.execute(db)
}

/** Before a draft goes: what it held goes too, unless it is on a record by now. */
export async function releaseFromDrafts(db: Db, drafts: readonly number[]): Promise<void> {
  const held = sql`draft_id = any(${[...drafts]}::bigint[])`
  await sql`delete from document where ${held} and ${onNoRecord}`.execute(db)
  await sql`update document set draft_id = null where ${held}`.execute(db)
}

/** Throws away what was added before a moment and neither is on a record nor held for a draft: a form that nobody sent again. */
export async function dropUnheld(db: Db, before: Date): Promise<void> {
  await sql`
    delete from document where draft_id is null and added_at < ${before}::timestamptz and ${onNoRecord}`.execute(db)
}

const onNoRecord = sql`not exists (select from document_record where document_id = document.id)`

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
