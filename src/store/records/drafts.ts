import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { StoreError } from '../store-error.ts'
import { releaseFromDrafts } from './documents.ts'
import { type Db, within } from './transaction.ts'
import type { JsonObject } from './values.ts'

/** What somebody has begun to write, as they left it: not checked, and no part of any record. */
export type Draft = {
  readonly type: string
  /** The record that it is to change, and the sequence of the version that was read; null for a new one. */
  readonly record: RecordId | null
  readonly basedOn: number | null
  /** On whose page it was begun. */
  readonly subject: SubjectId | null
  readonly owner: string
  readonly content: JsonObject
  readonly savedAt: Date
}
export type StoredDraft = Draft & { readonly id: number }

/**
 * Saves a draft: a new one, or, with `id`, in place of what it said before. The only thing that is overwritten.
 * @throws StoreError when there is no draft of that number, or it belongs to somebody else
 */
export async function saveDraft(db: Db, draft: Draft & { readonly id?: number }): Promise<number> {
  const values = {
    type: draft.type,
    record_id: draft.record,
    based_on: draft.basedOn,
    subject_id: draft.subject,
    content: JSON.stringify(draft.content),
    saved_at: draft.savedAt,
  }
  if (draft.id === undefined) {
    const made = await db
      .insertInto('draft')
      .values({ ...values, owner: draft.owner })
      .returning('id')
      .executeTakeFirstOrThrow()
    return made.id
  }
  const saved = await db
    .updateTable('draft')
    .set(values)
    .where('id', '=', draft.id)
    .where('owner', '=', draft.owner)
    .returning('id')
    .executeTakeFirst()
  if (saved === undefined) throw new StoreError(`${draft.owner} has no draft with the number ${draft.id} any more.`)
  return saved.id
}

/** Somebody's drafts, the last saved first. */
export async function findDrafts(db: Db, wanted: { readonly owner: string }): Promise<readonly StoredDraft[]> {
  const rows = await drafts(db)
    .where('owner', '=', wanted.owner)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(storedDraft)
}

/** Whosever it is: the caller decides who may see it. */
export async function findDraft(db: Db, id: number): Promise<StoredDraft | undefined> {
  const row = await drafts(db).where('id', '=', id).executeTakeFirst()
  return row && storedDraft(row)
}

/**
 * Holds a draft until the transaction ends; false where it is gone already: of two who press the button at once only one gets it. It is deleted
 * after what it became is written, for until then it alone holds the files that it names.
 */
export async function holdDraft(db: Db, id: number): Promise<boolean> {
  const there = await db.selectFrom('draft').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return there !== undefined
}

/** Deletes a draft, with the files that it held and that are on no record. */
export const deleteDraft = (db: Db, id: number): Promise<void> => deleteDrafts(db, [id])

/** The drafts that would change a record go when its content does. */
export async function deleteDraftsOf(db: Db, record: RecordId): Promise<void> {
  const rows = await db.selectFrom('draft').select('id').where('record_id', '=', record).execute()
  await deleteDrafts(
    db,
    rows.map(({ id }) => id),
  )
}

async function deleteDrafts(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await within(db, async (trx) => {
    await releaseFromDrafts(trx, ids)
    await trx.deleteFrom('draft').where('id', 'in', ids).execute()
  })
}

const drafts = (db: Db) => db.selectFrom('draft').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number]

const storedDraft = (row: Row): StoredDraft => ({
  id: row.id,
  type: row.type,
  record: row.record_id,
  basedOn: row.based_on,
  subject: row.subject_id,
  owner: row.owner,
  content: row.content,
  savedAt: row.saved_at,
})
