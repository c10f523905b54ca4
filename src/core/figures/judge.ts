import type { GoodIs, Unit } from '../definitions/indicator.ts'

/** Dated thresholds as they stand for one figure. Absolute numbers, never shares of a target: a target may be 0. */
export type Thresholds = {
  /** At or beyond it, green. */
  readonly target: number
  /** Beyond it, red; between the two, amber. Most authorities set none. */
  readonly redBeyond?: number
}

/** `worse than target` is said where the target is missed and nobody has decided what is bad enough to be red. */
export type Rag = 'green' | 'amber' | 'red' | 'worse than target'

/** Whether `value` is at `threshold` or on its good side. */
const meets = (value: number, threshold: number, goodIs: 'high' | 'low'): boolean =>
  goodIs === 'high' ? value >= threshold : value <= threshold

/**
 * The rating of a figure against its thresholds; null where there is nothing to rate: no figure, no target, or neither way
 * is better. A figure exactly on the red threshold is amber: red lies beyond it.
 */
export function rag(value: number | null, goodIs: GoodIs, thresholds: Thresholds | undefined): Rag | null {
  if (value === null || thresholds === undefined || goodIs === 'neither') return null
  if (meets(value, thresholds.target, goodIs)) return 'green'
  if (thresholds.redBeyond === undefined) return 'worse than target'
  return meets(value, thresholds.redBeyond, goodIs) ? 'amber' : 'red'
}

/** Whether a red threshold lies on the bad side of its target, or on it (then nothing is amber). */
export const thresholdsMakeSense = (thresholds: Thresholds, goodIs: 'high' | 'low'): boolean =>
  thresholds.redBeyond === undefined || meets(thresholds.target, thresholds.redBeyond, goodIs)

export type Movement = 'up' | 'down' | 'level'

/** Which way the number went since the period before; null where either is missing. */
export function movement(latest: number | null, previous: number | null): Movement | null {
  if (latest === null || previous === null) return null
  if (latest === previous) return 'level'
  return latest > previous ? 'up' : 'down'
}

export type Direction = 'better' | 'worse' | 'same'

/**
 * Latest against the period before, judged by which way is good; null (blank) where neither way is better or either figure is
 * missing. Compares the figures that it is given: whoever shows them rounded gives it those that are shown alike as one.
 */
export function direction(latest: number | null, previous: number | null, goodIs: GoodIs): Direction | null {
  const moved = movement(latest, previous)
  if (moved === null || goodIs === 'neither') return null
  if (moved === 'level') return 'same'
  return (moved === 'up') === (goodIs === 'high') ? 'better' : 'worse'
}

/** Whether a target for all says something of a part: how many there should be in all does not. */
export const isTargetOfParts = (unit: Unit): boolean => unit !== 'count'
