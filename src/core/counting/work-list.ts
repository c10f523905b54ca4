import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { Occurrence, Timescale } from './chronology.ts'
import { Asking } from './count.ts'
import type { Population } from './define.ts'
import { looked, type MemberList, populationList } from './plan.ts'
import type { SubjectRecords } from './records.ts'

/** Who needs something now: a population, and the clock that says what. */
export type WorkList = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly population: Population
  readonly timescale: Timescale
}

/** Defines a work list. */
export const workList = (definition: WorkList): WorkList => definition

/** What one member needs: the occurrence that stands open, and whose work they are. */
export type Need = {
  readonly subject: SubjectId
  readonly occurrence: Occurrence
  /** Days from the day it was due: above nought when it is overdue. */
  readonly days: number
  readonly attributes: Readonly<Record<string, string | null>>
}

/** The list of members that a work list is about. */
const listOfWork = ({ population }: WorkList): MemberList => populationList(population)

/** What a work list reads. */
export const readsOfWork = (work: WorkList): MemberList['reads'] => [
  ...new Set([...listOfWork(work).reads, ...work.timescale.reads]),
]

/** What one subject needs on a day, by a work list: everything that is due or overdue. Nothing where they are not of its population. */
export function needsOf(work: WorkList, records: SubjectRecords, on: PlainDate, calendar: Calendar): readonly Need[] {
  const list = listOfWork(work)
  const asking = new Asking(list, records, calendar)
  const day = { kind: 'month', from: on, to: (on + 1) as PlainDate } as const
  const days = looked(list, day, on, calendar)
  const [row] = asking.candidates(days)
  const facts = row === undefined ? undefined : asking.facts(days, row)
  if (facts === undefined || facts.placed.at(-1) !== '1') return []
  const attributes = Object.fromEntries(
    list.attributes.map(([name], at) => [name, facts.attributes[at] ?? null] as const),
  )
  asking.reader.asAt = on
  return asking.reader
    .clocks(work.timescale)
    .filter(({ state }) => state === 'due' || state === 'overdue')
    .flatMap((occurrence) =>
      occurrence.due === null ? [] : [{ subject: records.subject, occurrence, days: on - occurrence.due, attributes }],
    )
}

/** Worst first: the longest overdue, then what is due soonest. */
export const worstFirst = (a: Need, b: Need): number => b.days - a.days || a.subject - b.subject
