import type { Covers } from '../dates/period.ts'
import type { Unit } from '../definitions/indicator.ts'

/** Fewer points than this say too little about what is usual. */
export const LEAST_POINTS = 12
/** This many in a row on one side of the mean are a signal. */
const RUN_LENGTH = 8
/** Turns the mean moving range of single values into three standard deviations: 3 / d2, where d2 for pairs is 1.128. */
const XMR_FACTOR = 2.66

/** The usual range of one stretch of a series, and which of its points are a signal (outside it, or in a run on one side). */
export type UsualRange = {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly signals: readonly boolean[]
}

/**
 * Whether a usual range may be worked out at all. Neighbouring figures of a rolling or year-to-date series share most of their
 * members, so their month-to-month changes are far smaller than chance alone would make them.
 */
export const mayHaveUsualRange = (covers: Covers): boolean =>
  !covers.startsWith('rolling') && covers !== 'academic year to date'

/** Month-end stocks count mostly the same children as the month before: the range is a guide, and too narrow rather than too wide. */
export const isStock = (covers: Covers): boolean => covers === 'at the end'

/**
 * Limits of a process behaviour (XmR) chart over one stretch without a declared change, oldest first; null is a missing period.
 * Moving ranges are taken only between neighbouring periods that both have a figure. Undefined when fewer than 12 are known.
 * Limits stay within what the unit allows (no share above 100, nothing below 0).
 * Source: Wheeler, Understanding Variation; NHS England, Making Data Count.
 */
export function usualRange(values: readonly (number | null)[], unit: Unit): UsualRange | undefined {
  const known = values.filter((value) => value !== null)
  const ranges = values.flatMap((value, at) => {
    const before = values[at - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  if (known.length < LEAST_POINTS || ranges.length === 0) return undefined
  const mean = average(known)
  const spread = XMR_FACTOR * average(ranges)
  const lower = Math.max(mean - spread, 0)
  const upper = unit === 'per cent' ? Math.min(mean + spread, 100) : mean + spread
  const inRun = runs(values, mean)
  const outside = (value: number) => compare(value, lower) < 0 || compare(value, upper) > 0
  const signals = values.map((value, at) => value !== null && (outside(value) || inRun[at] === true))
  return { mean, lower, upper, signals }
}

const average = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length

/** -1, 0 or 1; the mean of equal decimals can differ from them in the last binary digit, which is no signal. */
const compare = (a: number, b: number): number =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) ? 0 : Math.sign(a - b)

/** Marks the points that stand in a run of eight or more on one side of the mean. A missing period, or one on the mean, ends a run. */
function runs(values: readonly (number | null)[], mean: number): readonly boolean[] {
  const sides = values.map((value) => (value === null ? 0 : compare(value, mean)))
  const marked: boolean[] = sides.map(() => false)
  let start = 0
  for (let at = 1; at <= sides.length; at++) {
    if (at < sides.length && sides[at] === sides[start]) continue
    if (sides[start] !== 0 && at - start >= RUN_LENGTH) marked.fill(true, start, at)
    start = at
  }
  return marked
}
