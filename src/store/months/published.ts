import type { Audience } from '../../core/figures/month.ts'
import type { Db } from '../records/transaction.ts'

/** A report of a frozen month as it was published: to whom, why so, by whom and when. `document` is JSON; of what is withheld there is none. */
export type PublishedReport = {
  readonly id: number
  readonly publication: number
  readonly report: string
  readonly audience: Audience
  readonly words: string
  readonly at: Date
  readonly by: string
}

export type NewPublished = Omit<PublishedReport, 'id'> & { readonly document: string | null; readonly account: number }

/** A file of what was published, as it went out. */
export type PublishedFile = {
  readonly format: string
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export async function addPublished(
  db: Db,
  { publication, report, audience, words, document, at, by, account }: NewPublished,
  files: readonly PublishedFile[],
): Promise<void> {
  const { id } = await db
    .insertInto('published_report')
    .values({
      ...{ publication_id: publication, report, audience, words, document },
      ...{ published_at: at, published_by: by, account_id: account },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // One by one: each may be some megabytes.
  for (const { format, fileName, mediaType, sha256, bytes } of files) {
    await db
      .insertInto('published_file')
      .values({ published_report_id: id, format, file_name: fileName, media_type: mediaType, sha256, bytes })
      .execute()
  }
}

/** What was published of frozen months, in order. */
export async function findPublished(db: Db, publications: readonly number[]): Promise<readonly PublishedReport[]> {
  if (publications.length === 0) return []
  const rows = await db
    .selectFrom('published_report')
    .select(['id', 'publication_id', 'report', 'audience', 'words', 'published_at', 'published_by'])
    .where('publication_id', 'in', publications)
    .orderBy('id')
    .execute()
  return rows.map(({ id, publication_id, report, audience, words, published_at, published_by }) => ({
    ...{ id, publication: publication_id, report, audience, words, at: published_at, by: published_by },
  }))
}

/** The words of what was published, as JSON; undefined where it is withheld. */
export async function findPublishedDocument(db: Db, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('published_report').select('document').where('id', '=', id).executeTakeFirst()
  return row?.document ?? undefined
}

/** In which formats something published is kept. */
export async function listPublishedFormats(db: Db, id: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('published_file')
    .select('format')
    .where('published_report_id', '=', id)
    .orderBy('format')
    .execute()
  return rows.map(({ format }) => format)
}

export const findPublishedFile = (db: Db, id: number, format: string): Promise<PublishedFile | undefined> =>
  db
    .selectFrom('published_file')
    .select(['format', 'file_name as fileName', 'media_type as mediaType', 'sha256', 'bytes'])
    .where('published_report_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst()
