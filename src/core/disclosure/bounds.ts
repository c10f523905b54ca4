/** Between which whole numbers each of some quantities lies, both included; changed in place. */
export type Bounds = { readonly low: number[]; readonly high: number[] }

/** A fact about quantities by their places. */
export type Indexed = {
  readonly of: readonly number[]
  readonly times: readonly number[]
  readonly least: number
  readonly most: number
}

/** Numbers that a quantity cannot be, though it can be fewer or more. */
type Gap = { readonly from: number; readonly to: number }
export type GapOf = (at: number) => Gap | undefined

/** The quantities whose bounds a fact draws in; undefined where it cannot hold within them. */
export function drawIn(
  bounds: Bounds,
  { of, times, least, most }: Indexed,
  gapOf: GapOf,
): readonly number[] | undefined {
  const spans = of.map((at, place) => spanOf(bounds, at, times[place] ?? 0))
  const lowest = spans.reduce((sum, [from]) => sum + from, 0)
  const highest = spans.reduce((sum, [, to]) => sum + to, 0)
  if (lowest > most || highest < least) return undefined
  const moved: number[] = []
  for (const [place, at] of of.entries()) {
    const [from = 0, to = 0] = spans[place] ?? []
    const allowed = divided(least - (highest - to), most - (lowest - from), times[place] ?? 0)
    const change = clip(bounds, at, allowed, gapOf(at))
    if (change === 'nothing left') return undefined
    if (change === 'moved') moved.push(at)
  }
  return moved
}

function spanOf({ low, high }: Bounds, at: number, times: number): readonly [number, number] {
  const [from, to] = [times * (low[at] ?? 0), times * (high[at] ?? 0)]
  return times < 0 ? [to, from] : [from, to]
}

/** The whole numbers of which so many times lies in between. */
function divided(least: number, most: number, times: number): readonly [number, number] {
  const [from, to] = times < 0 ? [most / times, least / times] : [least / times, most / times]
  return [Math.ceil(from), Math.floor(to)]
}

/** Draws the bounds of one quantity in, and out of the numbers that it cannot be. */
export function clip(
  { low, high }: Bounds,
  at: number,
  [least, most]: readonly [number, number],
  gap: Gap | undefined,
): 'as it was' | 'moved' | 'nothing left' {
  const [from, to] = [low[at] ?? 0, high[at] ?? 0]
  let [newLow, newHigh] = [Math.max(from, least), Math.min(to, most)]
  if (gap !== undefined && newLow >= gap.from && newLow <= gap.to) newLow = gap.to + 1
  if (gap !== undefined && newHigh >= gap.from && newHigh <= gap.to) newHigh = gap.from - 1
  if (newLow > newHigh) return 'nothing left'
  if (newLow === from && newHigh === to) return 'as it was'
  low[at] = newLow
  high[at] = newHigh
  return 'moved'
}
