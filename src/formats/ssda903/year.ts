import { fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import type { ReturnYear } from '../records.ts'

/** The years in which collections that we know began: 2016/17 to 2026/27. */
const [first, last] = [2016, 2026]

/** A collection year: 1 April to 31 March, half-open. `startsIn` is the calendar year of its April. */
export type CollectionYear = ReturnYear & { readonly startsIn: number }

export const knownYears = `${labelOf(first)} to ${labelOf(last)}`

/** Undefined for a year of which we do not know what was collected. */
export const collectionYear = (startsIn: number): CollectionYear | undefined =>
  startsIn >= first && startsIn <= last
    ? { label: labelOf(startsIn), from: fromParts(startsIn, 4, 1), to: fromParts(startsIn + 1, 4, 1), startsIn }
    : undefined

/** The calendar year in which the collection year of a date began. */
function startOfYearOf(date: PlainDate): number {
  const { year, month } = partsOf(date)
  return month < 4 ? year - 1 : year
}

/** Reads `2017/18` or `2017-18`; undefined for anything else, and for a year that is not known. */
export function parseYear(text: string): CollectionYear | undefined {
  const [, start, end] = /^(\d{4})[/-](?:20)?(\d{2})$/.exec(text.trim()) ?? []
  const year = start === undefined ? undefined : collectionYear(Number(start))
  return year?.label.slice(-2) === end ? year : undefined
}

function labelOf(startsIn: number): string {
  return `${startsIn}/${String(startsIn + 1).slice(-2)}`
}

/** Share of the dates that have to lie in one year before it is taken for the year of the return. */
const ENOUGH = 0.9

/**
 * The year of a return from the dates in it: the one in which nearly all of them lie. Undefined when none stands out. A few lie outside in real files
 * too: an end written as 1 April, a slip of the key.
 */
export function inferYear(dates: readonly PlainDate[]): number | undefined {
  const counts = new Map<number, number>()
  for (const date of dates) counts.set(startOfYearOf(date), (counts.get(startOfYearOf(date)) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most !== undefined && most[1] >= dates.length * ENOUGH ? most[0] : undefined
}
