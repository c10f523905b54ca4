import type { ColumnType, GeneratedAlways } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'

type Unchanging<Value> = ColumnType<Value, Value, never>

/** Public figures about authorities. Rows are only ever added: a later import of the same measure and year stands beside the earlier one. */
export type NationalTables = {
  national_import: {
    id: GeneratedAlways<number>
    file_name: Unchanging<string>
    sha256: Unchanging<string>
    known_on: Unchanging<PlainDate>
    recorded_at: Unchanging<Date>
    recorded_by: Unchanging<string>
  }
  national_year: {
    import_id: Unchanging<number>
    source: Unchanging<string>
    measure: Unchanging<string>
    year: Unchanging<string>
    numbers: Unchanging<readonly number[]>
    figures: Unchanging<readonly (number | null)[]>
    marks: Unchanging<string>
    out_of: Unchanging<readonly (number | null)[] | null>
    published_in: Unchanging<string>
  }
}
