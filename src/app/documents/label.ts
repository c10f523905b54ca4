import type { DocumentId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { canHoldDocuments, documentsIn } from '../../core/record/documents-in.ts'
import { findDocuments, type StoredDocument } from '../../store/records/documents.ts'
import type { Db } from '../../store/records/transaction.ts'
import { sizeText } from './largest-file.ts'

/** What documents are called on a page, by number. */
export type DocumentLabels = ReadonlyMap<DocumentId, string>

/** “Letter.docx, 9 KB”: its name says what it is. */
export const labelOf = ({ name, size }: StoredDocument): string => `${name ?? 'Removed'}, ${sizeText(size)}`

/** The labels of every document in records, of which only what the viewer may read is given. */
export async function documentLabels(
  db: Db,
  records: readonly { readonly type: RecordType; readonly content: Content }[],
): Promise<DocumentLabels> {
  const ids = records.flatMap(({ type, content }) =>
    canHoldDocuments(type.fields) ? documentsIn(type.fields, content.fields) : [],
  )
  const found = await findDocuments(db, [...new Set(ids)])
  return new Map([...found].map(([id, document]) => [id, labelOf(document)] as const))
}
