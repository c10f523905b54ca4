import type { Places } from './place.ts'
import type { Bus, Top, Wires } from './wires.ts'

/** One line down from a bus: to a person, or (split in two at its end) to twins. */
export type Drop = { readonly at: number; readonly people: readonly { readonly top: Top; readonly at: number }[] }

/** A bus in its place: where lines come to it from above, and where they leave it downwards. */
export type PlacedBus = {
  readonly bus: Bus
  readonly from: number
  readonly to: number
  readonly above: readonly number[]
  readonly below: readonly number[]
  readonly drops: readonly Drop[]
  /** From 0, the nearest to the row above. */
  readonly level: number
}

type Unlevelled = Omit<PlacedBus, 'level'>

/** Two lines nearer than this look like one. */
const near = 3
const apart = 8

/** Puts the buses of each channel at levels, so that none lies over another and few lines cross. */
export function levelled(wires: Wires, { laneAt }: Places, drops: (bus: Bus) => readonly Drop[]): readonly PlacedBus[] {
  const placed = wires.buses.map((bus): Unlevelled => {
    const own = drops(bus)
    const lanes = wires.lanes.filter(({ family }) => family === bus.family)
    const above = lanes.filter(({ row }) => row === bus.channel - 1).map(laneAt)
    const through = lanes.filter(({ row, from }) => row === bus.channel && from === 'channel').map(laneAt)
    const below = [...own.map(({ at }) => at), ...through]
    return { bus, above, below, drops: own, from: Math.min(...above, ...below), to: Math.max(...above, ...below) }
  })
  const channels = new Set(placed.map(({ bus }) => bus.channel))
  return [...channels].flatMap((channel) => inLevels(inOrder(placed.filter(({ bus }) => bus.channel === channel))))
}

/** The order from above in which the fewest lines cross, as far as putting in one after another finds it. */
function inOrder(buses: readonly Unlevelled[]): readonly Unlevelled[] {
  let order: readonly Unlevelled[] = []
  for (const bus of buses) {
    let best = order
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at <= order.length; at++) {
      const above = order.slice(0, at).reduce((sum, one) => sum + crossings(one, bus), 0)
      const cost = order.slice(at).reduce((sum, one) => sum + crossings(bus, one), above)
      if (cost < least) [best, least] = [order.toSpliced(at, 0, bus), cost]
    }
    order = best
  }
  return order
}

function crossings(upper: Unlevelled, lower: Unlevelled): number {
  const on = (at: number, { from, to }: Unlevelled) => at > from - near && at < to + near
  const crossed = upper.below.filter((at) => on(at, lower)).length + lower.above.filter((at) => on(at, upper)).length
  const alongside = upper.below.filter((at) => lower.above.some((other) => Math.abs(at - other) < near)).length
  return crossed + alongside * 100
}

function inLevels(order: readonly Unlevelled[]): readonly PlacedBus[] {
  const levels: PlacedBus[] = []
  for (const bus of order) {
    const over = levels.filter(({ from, to }) => bus.from < to + apart && from < bus.to + apart)
    levels.push({ ...bus, level: Math.max(-1, ...over.map(({ level }) => level)) + 1 })
  }
  return levels
}
