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

/** Whose work a member is: the team, the worker. */
type Whose = Readonly<Record<string, string | null>>

/** What one member needs: the occurrence that stands open, and whose work they are. */
export type Need = {
  readonly subject: SubjectId
  readonly occurrence: Occurrence
  /** The last day that is in time. */
  readonly due: PlainDate
  /** Days from the day it was due: above nought when it is overdue. */
  readonly days: number
  readonly attributes: Whose
}

/** Somebody of whom it cannot be said whether they need something: `occurrence` is the one whose day is not known, null where they may not belong. */
export type Unknown = {
  readonly subject: SubjectId
  readonly occurrence: Occurrence | null
  readonly attributes: Whose
}

/** What one subject is on a work list for: in neither part where they are not of its population. */
export type Work = { readonly needs: readonly Need[]; readonly unknown: readonly Unknown[] }

const NOTHING: Work = { needs: [], unknown: [] }

const lists = new WeakMap<WorkList, MemberList>()

/** The list of members that a work list is about. */
function listOfWork(work: WorkList): MemberList {
  const list = lists.get(work) ?? populationList(byWhose(work.population))
  lists.set(work, list)
  return list
}

/**
 * Broken down by whose work somebody is and by nothing else: what else figures are broken down by is read by no work list, and closes it to
 * nobody who may not read that.
 */
function byWhose({ within, ...population }: Population): Population {
  const by = Object.fromEntries(Object.entries(population.by).filter(([, { named }]) => named === 'subject'))
  return { ...population, by, ...(within === undefined ? {} : { within: byWhose(within) }) }
}

/** What a work list reads. */
export const readsOfWork = (work: WorkList): MemberList['reads'] => [
  ...new Set([...listOfWork(work).reads, ...work.timescale.reads]),
]

/** What one subject needs, on whatever day it is asked: everything that is due, overdue, or not known. */
export function workOf(work: WorkList, records: SubjectRecords, calendar: Calendar): (on: PlainDate) => Work {
  const list = listOfWork(work)
  const asking = new Asking(list, records, calendar)
  return (on) => {
    const day = { kind: 'month', from: on, to: (on + 1) as PlainDate } as const
    const days = looked(list, day, on, calendar)
    const [row] = asking.candidates(days)
    const facts = row === undefined ? undefined : asking.facts(days, row)
    const placed = facts?.placed.at(-1)
    if (facts === undefined || placed === '0') return NOTHING
    const attributes = Object.fromEntries(
      list.attributes.map(([name], at) => [name, facts.attributes[at] ?? null] as const),
    )
    const about = { subject: records.subject, attributes }
    if (placed !== '1') return { needs: [], unknown: [{ ...about, occurrence: null }] }
    asking.reader.asAt = on
    const open = asking.reader.clocks(work.timescale).filter((one) => isOpen(one, on))
    return {
      needs: open.flatMap((occurrence) =>
        occurrence.due === null ? [] : [{ ...about, occurrence, due: occurrence.due, days: on - occurrence.due }],
      ),
      unknown: open.flatMap((occurrence) => (occurrence.due === null ? [{ ...about, occurrence }] : [])),
    }
  }
}

/** Whether an occurrence still asks for something, as it stood on the date: it is due or overdue, or nobody can say by when it is. */
export const isOpen = ({ state, done, run }: Occurrence, asAt: PlainDate): boolean =>
  state === 'due' ||
  state === 'overdue' ||
  (state === 'not known' && done === null && (run.until === null || run.until > asAt))

/** Worst first: the longest overdue, then what is due soonest. */
export const worstFirst = (a: Need, b: Need): number => b.days - a.days || a.subject - b.subject
