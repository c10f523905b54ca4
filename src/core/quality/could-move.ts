import type { Counting } from '../counting/plan.ts'
import { type Answered, figureOf, type Tally, tally, type Verdict, verdict } from '../counting/tally.ts'

/**
 * Between what a figure would lie if what is wrong about some of its members were put right, whichever way; null where that cannot be said, because it is made of
 * numbers that are not known.
 */
export type CouldMove = {
  readonly now: number | null
  readonly between: { readonly low: number; readonly high: number } | null
}

/** `unanswered`: the record does not say what they are. `mistaken`: what it says of them contradicts itself, so that they could be anything. */
type Wrong = 'unanswered' | 'mistaken'

/**
 * What putting right some members could make of a figure: each of them counted, none of them, and where it is not known whether they belong, none of them in it.
 * @param base as of `figureOf`
 */
export function couldMove<One extends Answered>(
  counting: Counting,
  members: readonly One[],
  isWrong: (member: One) => Wrong | undefined,
  base: number | undefined,
): CouldMove {
  const { indicator } = counting
  const now = figureOf(indicator, tally(counting, members), base).value
  if (counting.measure !== undefined) return { now, between: null }
  const wrong = members.filter((one) => isWrong(one) !== undefined)
  const rest = tally(
    counting,
    members.filter((one) => isWrong(one) === undefined),
  )
  const mayLeave = wrong.some((one) => isWrong(one) === 'mistaken' || verdict(counting, one) === '!')
  const ways: readonly Way[] = mayLeave ? ['1', '0', '-'] : ['1', '0']
  const values = ways.flatMap((way) => figureOf(indicator, withAll(rest, wrong.length, way), base).value ?? [])
  const all = now === null ? values : [...values, now]
  return { now, between: all.length === 0 ? null : { low: Math.min(...all), high: Math.max(...all) } }
}

type Way = Extract<Verdict, '1' | '0' | '-'>

const withAll = (rest: Tally, many: number, way: Way): Tally => ({
  ...rest,
  counted: rest.counted + (way === '1' ? many : 0),
  notCounted: rest.notCounted + (way === '0' ? many : 0),
})
