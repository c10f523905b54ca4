import type { GoodIs } from '../definitions/indicator.ts'

/** Where a value stands among all. `fifth`: 1 is the best fifth, or the highest where neither way is better. */
export type Standing = {
  readonly rank: number
  readonly of: number
  /** Others have the same value, and so the same rank. */
  readonly joint: boolean
  readonly fifth: 1 | 2 | 3 | 4 | 5
}

/**
 * The rank of a value among all that are known, the best first; the highest first where neither way is better. Equal values have the same rank, and
 * the next comes as many later. Undefined where the value is not among them, or is alone.
 */
export function standingOf(value: number, all: readonly number[], goodIs: GoodIs): Standing | undefined {
  if (all.length < 2 || !all.includes(value)) return undefined
  const ahead = all.filter((other) => (goodIs === 'low' ? other < value : other > value)).length
  const same = all.filter((other) => other === value).length
  // Those who share a rank stand in the fifth in which the middle of them does.
  const middle = (ahead + same / 2) / all.length
  return { rank: ahead + 1, of: all.length, joint: same > 1, fifth: fifthOf(middle) }
}

function fifthOf(part: number): Standing['fifth'] {
  if (part <= 0.2) return 1
  if (part <= 0.4) return 2
  if (part <= 0.6) return 3
  return part <= 0.8 ? 4 : 5
}
