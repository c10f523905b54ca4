import type { ColumnType, GeneratedAlways } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Decided } from '../../core/reconciliation/standing.ts'

/** Nothing of a list, and no decision, is ever changed. */
type Unchanging<Value> = ColumnType<Value, Value, never>
/** Written as JSON text. */
type Json<Value> = ColumnType<Value, string, never>

/** Whom a row names, in the list's own words. */
export type WhoSaid = {
  readonly numbers: Readonly<Record<string, string>>
  readonly name: string
  readonly bornOn: PlainDate | null
}

/** A row of a list that could not be read, or a column that was not. */
export type ListIssue = {
  readonly row: number | null
  readonly column: string | null
  readonly message: string
  readonly severity: 'error' | 'warning'
}

export type ReconciliationTables = {
  their_list: {
    id: GeneratedAlways<number>
    reconciliation: Unchanging<string>
    file_name: Unchanging<string>
    sha256: Unchanging<string>
    bytes: Unchanging<Uint8Array>
    from_on: Unchanging<PlainDate>
    to_on: Unchanging<PlainDate>
    items: Unchanging<readonly string[]>
    issues: Json<readonly ListIssue[]>
    loaded_at: Unchanging<Date>
    account_id: Unchanging<number | null>
    loaded_by: Unchanging<string>
  }
  their_list_entry: {
    id: GeneratedAlways<number>
    list_id: Unchanging<number>
    row_in_file: Unchanging<number>
    who: Json<WhoSaid>
    item: Unchanging<string>
    on_day: Unchanging<PlainDate>
  }
  reconciliation_decision: {
    id: GeneratedAlways<number>
    reconciliation: Unchanging<string>
    who: Unchanging<string | null>
    subject_id: Unchanging<SubjectId | null>
    item: Unchanging<string>
    their_day: Unchanging<PlainDate | null>
    our_day: Unchanging<PlainDate | null>
    decision: Unchanging<Decided | 'same child'>
    words: Unchanging<string>
    decided_at: Unchanging<Date>
    account_id: Unchanging<number>
    decided_by: Unchanging<string>
  }
}
