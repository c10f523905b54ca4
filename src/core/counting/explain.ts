import type { Calendar } from '../dates/working-days.ts'
import type { RecordId } from '../definitions/field.ts'
import { Asking, type Mark } from './count.ts'
import { type Counting, type Looked, type MemberList, placingsOf } from './plan.ts'
import { Reader } from './reader.ts'
import type { SubjectRecords } from './records.ts'

/** Why a member is, or is not, counted: one named test with its answer and the records that decided it. */
export type Reason = {
  readonly name: string
  /** Whether the test says who belongs to the population, who is left out, or who counts. */
  readonly part: 'belongs' | 'left out' | 'counts'
  readonly mark: Mark
  readonly because: readonly RecordId[]
}

/**
 * The reasons of one member of an indicator, in the order in which they are asked. Each test is asked afresh, so that each names its own
 * records.
 * @param record for a population of records, the record; otherwise any of the subject's that makes it a member
 */
export function explain(
  list: MemberList,
  counting: Counting,
  records: SubjectRecords,
  looked: Looked,
  record: RecordId | null,
  calendar: Calendar,
): readonly Reason[] {
  const candidates = new Asking(list, new Reader(records, calendar)).candidates(looked)
  const row = record === null ? candidates[0] : candidates.find(({ id }) => id === record)
  if (row === undefined) return []
  const reason =
    (part: Reason['part']) =>
    (at: number): Reason => {
      // With a reader of its own: what was worked out for another test would not name its records again.
      const asking = new Asking(list, new Reader(records, calendar))
      const found = new Set<RecordId>()
      asking.reader.found = found
      const mark = asking.ask(at, asking.member(looked, row))
      return { name: list.tests[at]?.name ?? '', part, mark, because: [...found] }
    }
  const placings = placingsOf(list, counting.placing)
  return [
    ...placings.flatMap(({ include }) => include).map(reason('belongs')),
    ...[...placings.flatMap(({ exclude }) => exclude), ...counting.without].map(reason('left out')),
    ...counting.counted.map(reason('counts')),
  ]
}
