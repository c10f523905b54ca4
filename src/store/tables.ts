import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Period } from '../core/dates/period.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Comparator } from '../core/figures/series.ts'

/** The tables as the queries see them; db/schema.sql shows what the database holds them to. Write dates with `day()`. */
export type Tables = {
  import_batch: ImportBatchTable
  figure: FigureTable
  target: TargetTable
  benchmark: BenchmarkTable
  setting: SettingTable
}

type Assertion = {
  id: GeneratedAlways<number>
  batch_id: Unchanging<number>
  authority: Unchanging<string>
  indicator: Unchanging<string>
  published_in: Unchanging<string>
  known_on: Unchanging<PlainDate>
}

/** Nothing that was imported is ever updated. */
type Unchanging<Value> = ColumnType<Value, Value, never>

type ImportBatchTable = {
  id: GeneratedAlways<number>
  format: Unchanging<'figures' | 'targets' | 'benchmarks'>
  file_name: Unchanging<string>
  sha256: Unchanging<string>
  known_on: Unchanging<PlainDate>
  recorded_at: Unchanging<Date>
  recorded_by: Unchanging<string>
  row_count: Unchanging<number>
}

type FigureTable = Assertion & {
  area: Unchanging<string>
  population_group: Unchanging<string>
  period_kind: Unchanging<Period['kind']>
  period_from: Unchanging<PlainDate>
  period_to: Unchanging<PlainDate>
  value: Unchanging<number | null>
  numerator: Unchanging<number | null>
  denominator: Unchanging<number | null>
  not_known: Unchanging<number | null>
  break_note: Unchanging<string | null>
  note: Unchanging<string | null>
}

type TargetTable = Assertion & {
  applies_from: Unchanging<PlainDate>
  applies_to: Unchanging<PlainDate | null>
  target: Unchanging<number>
  red_beyond: Unchanging<number | null>
  note: Unchanging<string | null>
}

type BenchmarkTable = Assertion & {
  comparator: Unchanging<Comparator>
  value: Unchanging<number>
  year: Unchanging<string | null>
  applies_from: Unchanging<PlainDate>
  applies_to: Unchanging<PlainDate | null>
  differs: Unchanging<string | null>
}

type SettingTable = { key: string; value: string }
