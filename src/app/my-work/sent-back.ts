import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { findSentBack } from '../../store/records/sign-offs.ts'
import type { Db } from '../../store/records/transaction.ts'
import { findKept } from '../access/kept.ts'
import type { App } from '../app.ts'

/** A record that its writer has to put right before a manager signs it. */
export type SentBack = {
  readonly record: RecordId
  readonly label: string
  /** Of those whose record it is, the first. */
  readonly subject: SubjectId | undefined
  readonly by: string
  readonly at: Date
}

/** What a manager sent back to somebody, and nobody has corrected since; the oldest first. What was said about it stands on the record itself. */
export async function sentBackTo(app: App, db: Db, writer: string): Promise<readonly SentBack[]> {
  const types = [...app.catalogue.records.values()].filter(({ signedOffBy }) => signedOffBy !== undefined)
  if (types.length === 0) return []
  const found = await findSentBack(
    db,
    types.map(({ key }) => key),
    writer,
  )
  const kept = await Promise.all(found.map(async (one) => ({ ...one, kept: await findKept(app, db, one.record) })))
  return kept.flatMap(({ kept: record, ...one }) =>
    record === undefined ? [] : [{ ...one, label: record.type.label, subject: record.owners[0] }],
  )
}
