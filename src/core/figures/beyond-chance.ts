import type { Indicator } from '../definitions/indicator.ts'
import { shareInterval } from './share-interval.ts'
import { isStock, mayHaveUsualRange, usualRange } from './usual-range.ts'

/** A figure in one month of a series, the oldest first: with what it is a share of, and what changed from it on. */
export type Point = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly breakNote: string | null
}

/** That the latest figure is more than the usual up and down. */
export type BeyondChance = {
  /** `outside`: beyond the usual range. `run`: eight or more in a row on one side of the middle. */
  readonly how: 'outside' | 'run'
  readonly side: 'above' | 'below'
  /** Whether that is the bad side; null where neither way is better. */
  readonly isWorse: boolean | null
  readonly lower: number
  readonly upper: number
  readonly mean: number
  /** Mostly the same children each month: the range is a guide. */
  readonly isGuide: boolean
}

/** Whether the last of a series moved beyond chance, held against the months since its last declared change; undefined where it did not, or too little is known. */
export function beyondChance(
  { unit, goodIs, covers }: Pick<Indicator, 'unit' | 'goodIs' | 'covers'>,
  points: readonly Point[],
): BeyondChance | undefined {
  if (!mayHaveUsualRange(covers)) return undefined
  const since = points.slice(
    Math.max(
      0,
      points.findLastIndex(({ breakNote }) => breakNote !== null),
    ),
  )
  const range = usualRange(
    since.map(({ value }) => value),
    unit,
  )
  const last = since.at(-1)?.value ?? null
  if (range === undefined || last === null || range.signals.at(-1) !== true) return undefined
  const { mean, lower, upper } = range
  const side = last >= mean ? 'above' : 'below'
  const isWorse = goodIs === 'neither' ? null : (side === 'above') === (goodIs === 'low')
  const how = last > upper || last < lower ? 'outside' : 'run'
  return { how, side, isWorse, lower, upper, mean, isGuide: isStock(covers) }
}

/** Whether a share is so near to a target that its small group alone could make the difference; undefined where it is no share. */
export function couldBeChance(
  { unit }: Pick<Indicator, 'unit'>,
  { numerator, denominator }: Pick<Point, 'numerator' | 'denominator'>,
  target: number,
): boolean | undefined {
  if (unit !== 'per cent' || numerator === null || denominator === null || numerator > denominator) return undefined
  const interval = shareInterval(numerator, denominator)
  return interval && interval.low <= target && target <= interval.high
}
