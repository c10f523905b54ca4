import type { ColumnType, GeneratedAlways } from 'kysely'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'

/** Nothing of it is ever changed. */
type Unchanging<Value> = ColumnType<Value, Value, never>

type Of = {
  rule: Unchanging<string>
  subject_id: Unchanging<SubjectId>
  record_id: Unchanging<RecordId | null>
}

export type QualityTables = {
  quality_assignment: Of & {
    id: GeneratedAlways<number>
    assigned_to: Unchanging<number | null>
    assigned_name: Unchanging<string | null>
    note: Unchanging<string>
    assigned_at: Unchanging<Date>
    account_id: Unchanging<number>
    assigned_by: Unchanging<string>
    is_right: ColumnType<boolean, boolean | undefined, never>
  }
  import_comparison: {
    id: GeneratedAlways<number>
    format: Unchanging<string>
    earlier: Unchanging<string>
    later: Unchanging<string>
    compared_at: Unchanging<Date>
    compared_by: Unchanging<string>
  }
  import_fault: {
    comparison_id: Unchanging<number>
    record_id: Unchanging<RecordId>
    rule: Unchanging<string>
    field: Unchanging<string>
    /** The last that was written, of whatever record, when it was first told. */
    last_version: Unchanging<number>
  }
  quality_accepted: Of & { step_id: Unchanging<number>; label: Unchanging<string> }
}
