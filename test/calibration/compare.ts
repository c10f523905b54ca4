import type { FigureLine } from '../../src/app/figures.ts'
import type { Unit } from '../../src/core/definitions/indicator.ts'

/** One of the dataset's figures as counted of the made-up authority, beside what Dorset Council published. */
export type Compared = {
  readonly section: string
  readonly key: string
  readonly label: string
  readonly unit: Unit
  readonly published: number | null
  readonly counted: number | null
  /** How far the two may lie apart; null where nothing was published. */
  readonly tolerance: number | null
  readonly verdict: Verdict
}

export type Verdict = 'within' | 'outside' | 'no figure' | 'not counted' | 'not published'

type Line = Pick<FigureLine, 'indicator' | 'value' | 'source'>

export function compare(section: string, counted: Line, published: Line): Compared {
  const { key, label, unit } = counted.indicator
  const [is, was] = [counted.source === 'calculated' ? counted.value : null, published.value]
  const tolerance = was === null ? null : toleranceOf(unit, was)
  const notCounted = counted.source !== 'calculated'
  const verdict = notCounted ? 'not counted' : judge(is, was, tolerance)
  return { section, key, label, unit, published: was, counted: is, tolerance, verdict }
}

/**
 * A made-up authority is one throw of the dice: numbers of some hundred children scatter by about ten in the hundred, and of a handful by a few either way;
 * shares of a hundred or more by about five points, and averages of a few children widely.
 */
export function toleranceOf(unit: Unit, published: number): number {
  switch (unit) {
    case 'per cent':
      return 6
    case 'count':
      return Math.max(4, Math.round(published * 0.12))
    case 'days':
      return Math.round(published * 0.25)
    default:
      return Math.round(published * 0.12 * 10) / 10
  }
}

function judge(is: number | null, was: number | null, tolerance: number | null): Verdict {
  if (was === null || tolerance === null) return 'not published'
  if (is === null) return 'no figure'
  return Math.abs(is - was) <= tolerance ? 'within' : 'outside'
}
