import type { ColumnType, GeneratedAlways } from 'kysely'
import type { DocumentId, RecordId, SubjectId } from '../core/definitions/field.ts'

type Unchanging<Value> = ColumnType<Value, Value, never>

/** The tables of files; part of `Tables`. */
export type DocumentTables = {
  document: {
    id: GeneratedAlways<DocumentId>
    account_id: Unchanging<number>
    subject_id: Unchanging<SubjectId>
    draft_id: number | null
    /** Null, like the bytes, once the content was removed. */
    name: ColumnType<string | null, string, null>
    media_type: Unchanging<string>
    size: Unchanging<number>
    sha256: Unchanging<string>
    bytes: ColumnType<Uint8Array | null, Uint8Array, null>
    added_at: Unchanging<Date>
    added_by: Unchanging<string>
  }
  document_record: { document_id: Unchanging<DocumentId>; record_id: Unchanging<RecordId> }
}
