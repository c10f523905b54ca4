import type { GeneratedAlways } from 'kysely'
import type { PeriodKind } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'

export type CountingTables = {
  counted_period: CountedPeriodTable
  member: MemberTable
}

type CountedPeriodTable = {
  id: GeneratedAlways<number>
  list: string
  kind: PeriodKind
  from_on: PlainDate
  to_on: PlainDate
  /** The day whose knowledge the answers are of. */
  answered_on: PlainDate
  as_at: PlainDate
  provisional: boolean
  /** What the list was made by; a list of other definitions is out of date. */
  definitions: string
  counted_at: Date
  /** The first of the periods of its list that were counted with it: their numbers follow one another. */
  batch: number
}

type MemberTable = {
  /** Over the periods from the first to the last the member answered the same. Those of them that are no longer counted are passed over. */
  first_period: number
  last_period: number
  subject_id: SubjectId
  record_id: RecordId | null
  placed: string
  answers: string
  /** A list of numbers, and one of texts, as JSON. */
  measures: string
  attributes: string
}
