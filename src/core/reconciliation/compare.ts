import type { PlainDate } from '../dates/plain-date.ts'
import type { RecordId } from '../definitions/field.ts'
import type { ReconciledItem } from './reconciliation.ts'

/** A day that their list gives, and the row in it. */
export type TheirDay = { readonly entry: number; readonly on: PlainDate }
/** A record of ours that is one of the same kind. `isHeld`: it was really done. */
export type OurDay = { readonly record: RecordId; readonly on: PlainDate; readonly isHeld: boolean }

/** The days that a list speaks for; `to` is the first day after them. */
export type ListDays = { readonly from: PlainDate; readonly to: PlainDate }

/** One thing that one side or both have of a child. `days`: by how many theirs is later than ours. */
export type Compared =
  | {
      readonly state: 'same' | 'differs' | 'not held'
      readonly theirs: TheirDay
      readonly ours: OurDay
      readonly days: number
    }
  | { readonly state: 'only theirs'; readonly theirs: TheirDay; readonly ours: null; readonly days: null }
  | { readonly state: 'only ours'; readonly theirs: null; readonly ours: OurDay; readonly days: null }

type Pair = { readonly theirs: TheirDay; readonly ours: OurDay; readonly apart: number }

/**
 * Holds the days that both have of one child against each other. The two that are nearest are a pair, then the next nearest; one that was done before one
 * that was not. What of ours stands alone is told only in the days that the list speaks for, and only where it was done.
 */
export function compare(
  { tolerance, oneEvent }: Pick<ReconciledItem, 'tolerance' | 'oneEvent'>,
  {
    theirs,
    ours,
    listed,
  }: { readonly theirs: readonly TheirDay[]; readonly ours: readonly OurDay[]; readonly listed: ListDays },
): readonly Compared[] {
  const pairs = pairsOf(theirs, ours, oneEvent)
  const paired = new Set<TheirDay | OurDay>(pairs.flatMap((pair) => [pair.theirs, pair.ours]))
  const alone = theirs.filter((one) => !paired.has(one))
  const left = ours.filter((one) => !paired.has(one) && one.isHeld && one.on >= listed.from && one.on < listed.to)
  return [
    ...pairs.map(({ theirs: one, ours: other }): Compared => {
      const days = one.on - other.on
      const state = !other.isHeld ? 'not held' : Math.abs(days) <= tolerance ? 'same' : 'differs'
      return { state, theirs: one, ours: other, days }
    }),
    ...alone.map((one): Compared => ({ state: 'only theirs', theirs: one, ours: null, days: null })),
    ...left.map((one): Compared => ({ state: 'only ours', theirs: null, ours: one, days: null })),
  ]
}

function pairsOf(theirs: readonly TheirDay[], ours: readonly OurDay[], oneEvent: number): readonly Pair[] {
  const near = theirs
    .flatMap((one) => ours.map((other): Pair => ({ theirs: one, ours: other, apart: Math.abs(one.on - other.on) })))
    .filter(({ apart }) => apart <= oneEvent)
    .toSorted((a, b) => Number(b.ours.isHeld) - Number(a.ours.isHeld) || a.apart - b.apart || inOrder(a, b))
  const taken = new Set<TheirDay | OurDay>()
  return near.filter((pair) => {
    if (taken.has(pair.theirs) || taken.has(pair.ours)) return false
    taken.add(pair.theirs).add(pair.ours)
    return true
  })
}

/** Of two pairs as far apart the earlier comes first, so that the same list always gives the same pairs. */
const inOrder = (a: Pair, b: Pair): number =>
  a.theirs.on - b.theirs.on || a.theirs.entry - b.theirs.entry || a.ours.record - b.ours.record
