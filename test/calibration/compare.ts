import type { FigureLine } from '../../src/app/figures.ts'
import type { Period } from '../../src/core/dates/period.ts'
import type { Unit } from '../../src/core/definitions/indicator.ts'

/** One of the dataset's figures as counted of the made-up authority, beside what Dorset Council published of the same month. */
export type Compared = {
  readonly section: string
  readonly key: string
  readonly label: string
  readonly unit: Unit
  readonly period: Period
  readonly published: number | null
  readonly counted: number | null
  /** Of how many a share is. */
  readonly among: number | null
  /** How far the two may lie apart; null where nothing was published. */
  readonly tolerance: number | null
  readonly verdict: Verdict
}

export type Verdict = 'within' | 'outside' | 'no figure' | 'not counted' | 'not published'

type Line = Pick<FigureLine, 'indicator' | 'value' | 'denominator' | 'source' | 'period'>

export function compare(section: string, counted: Line, published: Line): Compared {
  const { key, label, unit } = counted.indicator
  const notCounted = counted.source !== 'calculated'
  const [is, was] = [notCounted ? null : counted.value, published.value]
  const among = unit === 'per cent' ? counted.denominator : null
  const tolerance = was === null ? null : toleranceOf(unit, was, among)
  const verdict = notCounted ? 'not counted' : judge(is, was, tolerance)
  return { section, key, label, unit, period: counted.period, published: was, counted: is, among, tolerance, verdict }
}

/** What the tolerances are and why, as the document says it. */
export const tolerances = [
  'A share: two standard errors of a share that size among so many, for that is how far one throw of the dice lies from the next; but never under 2 points or over 6, beyond which it says nothing. Of fewer than 34, two children either way.',
  'A count: 10 in the hundred; or, where that is less, its square root up to 4, by which a handful scatters from month to month; at least 2.',
  'Days: 15 in the hundred, for each is the mean of a few children.',
  'A rate, a score or a ratio: 5 in the hundred, for each is a mean of a hundred or more.',
] as const

export function toleranceOf(unit: Unit, published: number, among: number | null): number {
  switch (unit) {
    case 'per cent':
      return toOneDecimal(Math.max(Math.min(6, Math.max(2, 2 * standardError(published, among ?? 1))), twoOf(among)))
    case 'count':
      return Math.max(2, Math.round(published * 0.1), Math.round(Math.sqrt(Math.min(published, 16))))
    case 'days':
      return Math.round(published * 0.15)
    default:
      return toOneDecimal(published * 0.05)
  }
}

/** In points. */
const twoOf = (among: number | null): number => (among === null || among === 0 ? 0 : 200 / among)
const standardError = (share: number, among: number): number => Math.sqrt((share * (100 - share)) / among)
const toOneDecimal = (value: number): number => Math.round(value * 10) / 10

function judge(is: number | null, was: number | null, tolerance: number | null): Verdict {
  if (was === null || tolerance === null) return 'not published'
  if (is === null) return 'no figure'
  return Math.abs(is - was) <= tolerance ? 'within' : 'outside'
}
