import type { OnlySaid, Part, SeenNeed, WorkFound } from '../../../app/counting/work-list.ts'
import { reasonOf } from '../../../core/counting/explain-need.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import { isSoon, manyDays } from '../../due.ts'
import { isOfPeople, whoNoun } from '../indicator/words.ts'
import { type Asked, NOBODY } from './asked.ts'
import { saidText } from './columns.ts'

export type Counts = { readonly all: number; readonly overdue: number; readonly soon: number; readonly unknown: number }

export const countsOf = ({ counted, unknown, on }: Pick<WorkFound, 'counted' | 'unknown' | 'on'>): Counts => ({
  all: counted.length,
  overdue: counted.filter(({ isNow }) => isNow).length,
  soon: counted.filter(({ due }) => due !== null && isSoon(due, on)).length,
  unknown: unknown.length,
})

/** The finding: `Reviews of children in care: 4 overdue, 5 due in the next 7 days`. */
export function headingOf({ work }: Pick<WorkFound, 'work'>, { all, overdue, soon, unknown }: Counts): string {
  if (all + unknown === 0) return `${work.label}: nobody on this list`
  if (work.test !== undefined)
    return `${work.label}: ${all === 0 ? 'nobody' : all}${unknown === 0 ? '' : `, ${unknown} not known`}`
  const late = overdue === 0 ? 'nothing overdue' : `${overdue} overdue`
  const next = soon === 0 ? 'none due in the next 7 days' : `${soon} due in the next 7 days`
  const open = unknown === 0 ? '' : `, ${unknown} not known`
  return `${work.label}: ${late}, ${next}${open}`
}

export function leadOf({ work, counted, teams, workers, on }: WorkFound, { team, worker, whose, only }: Asked): string {
  const called = (parts: readonly Part[], id: string) =>
    parts.find((part) => String(part.id) === id)?.label ?? `number ${id}, who is on no line of this list`
  const parts = [
    ...(whose === undefined ? [] : [whose === 'mine' ? 'Allocated to you' : 'Allocated to your teams']),
    ...(team === undefined ? [] : [team === NOBODY ? 'Without a team' : called(teams, team)]),
    ...(worker === undefined ? [] : [worker === NOBODY ? 'Without a worker' : called(workers, worker)]),
    ...(only === undefined ? [] : onlySaid(work, only)),
  ]
  const children = new Set(counted.map(({ subject }) => subject)).size
  const noun = whoNoun(work.population.each)
  const many = `${children} ${children === 1 ? noun.one : noun.many}`
  const everybody = isOfPeople(work.population.each) ? 'Everybody whom you may see' : 'All that you may see'
  return `${parts.length === 0 ? everybody : parts.join(', ')}: ${many}. ${work.days?.(on) ?? longText(on)}.`
}

/** “Main cause: bullied”, where a list is narrowed to that. */
function onlySaid({ columns = {} }: WorkFound['work'], { column, value }: OnlySaid): readonly string[] {
  const said = columns[column]
  return said === undefined ? [] : [`${said.label}: ${lowerFirst(saidText(said, value))}`]
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** What to see first, in sentences; none where nothing is overdue. */
export function standsOut({ work, needs, counted }: WorkFound): readonly string[] {
  const overdue = counted.filter(({ isNow }) => isNow)
  const [first] = needs
  if (first === undefined || !first.isNow) return []
  const many = work.test === undefined ? `${overdue.length} overdue` : `${overdue.length}`
  const alone = overdue.filter(({ worker }) => worker === null).length
  return [
    firstOf(first),
    ...mostOf(
      overdue.flatMap(({ worker }) => worker ?? []),
      [overdue.length, many],
      'are the work of',
    ),
    ...mostOf(
      overdue.flatMap(({ team }) => team ?? []),
      [overdue.length, many],
      'lie with',
    ),
    ...(alone === 0
      ? []
      : [
          `${alone} of the ${many} ${alone === 1 ? 'waits' : 'wait'} for a worker: nobody is doing ${alone === 1 ? 'it' : 'them'}.`,
        ]),
  ]
}

function firstOf(need: SeenNeed): string {
  const { name, days } = need
  if ('occurrence' in need) return `${name} has waited longest: ${manyDays(need.days)}, since ${shortText(need.due)}.`
  const { since } = need
  return days === null || since === null
    ? `${name} comes first: ${lowerFirst(reasonOf(need))}.`
    : `${name} comes first: for ${manyDays(days)}, since ${shortText(since)}.`
}

/** Where much of it lies in one place: at least three, and half of all, of several places. */
function mostOf(parts: readonly Part[], [all, many]: readonly [number, string], verb: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const { label } of parts) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (most === undefined || counts.size < 2 || most[1] < 3 || most[1] * 2 < all) return []
  return [`${most[1]} of the ${many} ${verb} ${most[0]}.`]
}
