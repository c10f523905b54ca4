import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Period } from '../core/dates/period.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../core/definitions/field.ts'
import type { Comparator } from '../core/figures/series.ts'
import type { AccessTables } from './access-tables.ts'
import type { ActionTables } from './actions/action-tables.ts'
import type { CountingTables } from './counting/counting-tables.ts'
import type { DocumentTables } from './document-tables.ts'
import type { PublicationTables } from './months/publication-tables.ts'
import type { NationalTables } from './national/national-tables.ts'
import type { QualityTables } from './quality/quality-tables.ts'
import type { ReconciliationTables } from './reconciliation/reconciliation-tables.ts'
import type { JsonObject } from './records/values.ts'
import type { SupplyTables } from './supplies/supply-tables.ts'

/**
 * The tables as the queries see them; db/schema.sql shows what the database holds them to. Write dates with `day()`. Those of the record
 * types are not among them: which there are is known only when the program runs.
 */
export type Tables = AccessTables &
  DocumentTables &
  CountingTables &
  PublicationTables &
  QualityTables &
  ActionTables &
  ReconciliationTables &
  SupplyTables &
  NationalTables & {
    import_batch: ImportBatchTable
    figure: FigureTable
    target: TargetTable
    benchmark: BenchmarkTable
    setting: SettingTable
    subject: SubjectTable
    record: RecordTable
    record_subject: RecordSubjectTable
    version: VersionTable
    version_subject: VersionSubjectTable
    import_window: ImportWindowTable
    import_repeat: ImportRepeatTable
    draft: DraftTable
    removal: RemovalTable
    sign_off: SignOffTable
    person_merge: PersonMergeTable
    person_unmerge: PersonUnmergeTable
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
  format: Unchanging<string>
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

type SubjectTable = {
  id: GeneratedAlways<SubjectId>
  kind: Unchanging<SubjectKind>
  made_at: Unchanging<Date>
  made_by: Unchanging<string>
}

type RecordTable = {
  id: GeneratedAlways<RecordId>
  type: Unchanging<string>
  made_at: Unchanging<Date>
  made_by: Unchanging<string>
  source_system: ColumnType<string | null, string | undefined, never>
  /** Becomes a hash when the content of the record is removed. */
  identity: string | null
}

type RecordSubjectTable = {
  subject_id: Unchanging<SubjectId>
  type: Unchanging<string>
  record_id: Unchanging<RecordId>
}

/** Of a version only removal changes anything: its state, and its reason, which may say what the content said. */
type VersionTable = {
  id: GeneratedAlways<number>
  record_id: Unchanging<RecordId>
  type: Unchanging<string>
  known_on: Unchanging<PlainDate>
  state: ColumnType<'recorded' | 'gone' | 'removed', 'recorded' | 'gone', 'removed'>
  recorded_at: Unchanging<Date>
  recorded_by: Unchanging<string>
  reason: ColumnType<string | null, string | null, null>
  source: Unchanging<'form' | 'import'>
  batch_id: Unchanging<number | null>
  replaces: Unchanging<number | null>
  restates: Unchanging<number | null>
}

type VersionSubjectTable = {
  version_id: Unchanging<number>
  role: Unchanging<string>
  place: Unchanging<number>
  subject_id: Unchanging<SubjectId>
}

type ImportWindowTable = {
  batch_id: Unchanging<number>
  type: Unchanging<string>
  source_system: Unchanging<string>
  known_on: Unchanging<PlainDate>
  position: Unchanging<number>
  from_on: Unchanging<PlainDate | null>
  to_on: Unchanging<PlainDate | null>
  subjects: Unchanging<readonly SubjectId[] | null>
  only_beginning: Unchanging<boolean>
}

type ImportRepeatTable = { batch_id: Unchanging<number>; record_id: Unchanging<RecordId> }

/** The one thing that is overwritten. */
type DraftTable = {
  id: GeneratedAlways<number>
  type: string
  record_id: RecordId | null
  based_on: number | null
  subject_id: SubjectId | null
  owner: Unchanging<string>
  /** Written as JSON text. */
  content: ColumnType<JsonObject, string, string>
  saved_at: Date
}

type RemovalTable = {
  id: GeneratedAlways<number>
  record_id: Unchanging<RecordId>
  kind: Unchanging<'wrong child' | 'retention' | 'court order' | 'adoption seal'>
  authority: Unchanging<string>
  reason: Unchanging<string>
  removed_by: Unchanging<string>
  removed_at: Unchanging<Date>
  content_hash: Unchanging<string>
  dated_on: Unchanging<PlainDate | null>
  moved_to: Unchanging<RecordId | null>
}

type PersonMergeTable = {
  id: GeneratedAlways<number>
  kept_id: Unchanging<SubjectId>
  merged_id: Unchanging<SubjectId>
  known_on: Unchanging<PlainDate>
  merged_at: Unchanging<Date>
  merged_by: Unchanging<string>
  reason: Unchanging<string>
}

type PersonUnmergeTable = {
  merge_id: Unchanging<number>
  known_on: Unchanging<PlainDate>
  unmerged_at: Unchanging<Date>
  unmerged_by: Unchanging<string>
  reason: Unchanging<string>
}

/** Rows are only ever added. */
type SignOffTable = {
  id: GeneratedAlways<number>
  version_id: Unchanging<number>
  decision: Unchanging<'signed' | 'sent back'>
  /** Removed with the content that they are about. */
  words: ColumnType<string | null, string | null, null>
  account_id: Unchanging<number>
  decided_by: Unchanging<string>
  decided_at: Unchanging<Date>
}
