import type { Part, WorkFound } from '../../../app/counting/work-list.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import { isSoon, manyDays } from '../../due.ts'
import type { Asked } from './asked.ts'

export type Counts = { readonly all: number; readonly overdue: number; readonly soon: number; readonly unknown: number }

export const countsOf = ({ counted, unknown, on }: Pick<WorkFound, 'counted' | 'unknown' | 'on'>): Counts => ({
  all: counted.length,
  overdue: counted.filter(({ days }) => days > 0).length,
  soon: counted.filter(({ due }) => isSoon(due, on)).length,
  unknown: unknown.length,
})

/** The finding: `Reviews of children in care: 4 overdue, 5 due in the next 7 days`. */
export function headingOf({ work }: Pick<WorkFound, 'work'>, { all, overdue, soon, unknown }: Counts): string {
  if (all + unknown === 0) return `${work.label}: nobody on this list`
  const late = overdue === 0 ? 'nothing overdue' : `${overdue} overdue`
  const next = soon === 0 ? 'none due in the next 7 days' : `${soon} due in the next 7 days`
  const open = unknown === 0 ? '' : `, ${unknown} not known`
  return `${work.label}: ${late}, ${next}${open}`
}

export function leadOf({ counted, teams, workers, on }: WorkFound, { team, worker, whose }: Asked): string {
  const called = (parts: readonly Part[], id: string) =>
    parts.find((part) => String(part.id) === id)?.label ?? `number ${id}, who is on no line of this list`
  const parts = [
    ...(whose === undefined ? [] : [whose === 'mine' ? 'Allocated to you' : 'Allocated to your teams']),
    ...(team === undefined ? [] : [called(teams, team)]),
    ...(worker === undefined ? [] : [worker === 'nobody' ? 'Without a worker' : called(workers, worker)]),
  ]
  const children = new Set(counted.map(({ subject }) => subject)).size
  const many = children === 1 ? '1 child' : `${children} children`
  return `${parts.length === 0 ? 'Everybody whom you may see' : parts.join(', ')}: ${many}. ${longText(on)}.`
}

/** What to see first, in sentences; none where nothing is overdue. */
export function standsOut({ needs, counted }: WorkFound): readonly string[] {
  const overdue = counted.filter(({ days }) => days > 0)
  const [first] = needs
  if (first === undefined || first.days <= 0) return []
  const many = overdue.length
  const longest = `${first.name} has waited longest: ${manyDays(first.days)}, since ${shortText(first.due)}.`
  const alone = overdue.filter(({ worker }) => worker === null).length
  return [
    longest,
    ...mostOf(
      overdue.flatMap(({ worker }) => worker ?? []),
      many,
      'are the work of',
    ),
    ...mostOf(
      overdue.flatMap(({ team }) => team ?? []),
      many,
      'lie with',
    ),
    ...(alone === 0
      ? []
      : [
          `${alone} of the ${many} overdue ${alone === 1 ? 'waits' : 'wait'} for a worker: nobody is doing ${alone === 1 ? 'it' : 'them'}.`,
        ]),
  ]
}

/** Where much of it lies in one place: at least three, and half of all, of several places. */
function mostOf(parts: readonly Part[], all: number, verb: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const { label } of parts) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (most === undefined || counts.size < 2 || most[1] < 3 || most[1] * 2 < all) return []
  return [`${most[1]} of the ${all} overdue ${verb} ${most[0]}.`]
}
