import type { Depths } from './depths.ts'
import type { PlacedBus } from './levels.ts'
import type { Places } from './place.ts'
import type { GenogramPlan } from './plan.ts'
import type { Spot } from './spot.ts'
import type { Lane } from './wires.ts'

export type Line = {
  readonly family: number
  readonly from: Spot
  readonly to: Spot
  readonly line: 'solid' | 'dashed'
}

/** Strokes across a couple's line. */
export type Stroke = { readonly at: Spot; readonly count: 1 | 2 }

type ToDraw = {
  readonly places: Places
  readonly buses: readonly PlacedBus[]
  readonly symbol: number
  readonly spotOf: (person: number) => Spot
  readonly depths: Depths
}

/** Above twins, their common line parts. */
const fork = 12
/** Beside a couple's line, a single parent's own. */
const besideCouple = 8

/** All lines, and the strokes across those of couples who live apart. Lines end in the middle of a symbol, which is drawn over them. */
export function linesOf(plan: GenogramPlan, given: ToDraw): { lines: readonly Line[]; strokes: readonly Stroke[] } {
  const drawn = new Lines(plan, given)
  const families = [...plan.families.keys()]
  return {
    lines: [
      ...plan.wires.besides.flatMap(({ family, left, right }) => drawn.couple(family, left, right)),
      ...plan.wires.lanes.flatMap((lane) => drawn.lane(lane)),
      ...given.buses.flatMap((bus) => drawn.bus(bus)),
    ],
    strokes: families.flatMap((family) => drawn.strokes(family)),
  }
}

class Lines {
  readonly #plan: GenogramPlan
  readonly #given: ToDraw

  constructor(plan: GenogramPlan, given: ToDraw) {
    this.#plan = plan
    this.#given = given
  }

  couple(family: number, left: number, right: number): readonly Line[] {
    const { spotOf } = this.#given
    return [{ family, from: spotOf(left), to: spotOf(right), line: this.#coupleOf(family).line }]
  }

  lane(lane: Lane): readonly Line[] {
    const { family, row, from } = lane
    const across = this.#given.places.laneAt(lane)
    const to = { across, down: this.#levelOf(family, row + 1) }
    const solid = 'solid' as const
    if (from === 'channel') return [{ family, from: { across, down: this.#levelOf(family, row) }, to, line: solid }]
    if (from === 'couple') return [{ family, from: { across, down: this.#rowDown(row) }, to, line: solid }]
    const parent = this.#given.spotOf(from.side)
    const down = parent.down + (this.#hasCouple(lane, from.side) ? besideCouple : 0)
    const corner = { across, down }
    return [
      { family, from: { ...parent, down }, to: corner, line: solid },
      { family, from: corner, to, line: solid },
    ]
  }

  bus({ bus, from, to, drops, level }: PlacedBus): readonly Line[] {
    const { family } = bus
    const down = this.#given.depths.level(bus.channel, level)
    const line = bus.tops.length > 0 && bus.tops.every((top) => top.line === 'dashed') ? 'dashed' : 'solid'
    return [
      ...(to > from ? [{ family, from: { across: from, down }, to: { across: to, down }, line } as const] : []),
      ...drops.flatMap(({ at, people }): readonly Line[] => {
        const start = { across: at, down }
        const [only, ...others] = people
        if (only === undefined) return []
        const spots = people.map(({ top, at: port }) => ({ ...this.#given.spotOf(top.person), across: port }))
        if (others.length === 0) return spots.map((spot) => ({ family, from: start, to: spot, line: only.top.line }))
        const parting = { across: at, down: (spots[0]?.down ?? 0) - this.#given.symbol - fork }
        return [start, ...spots].map((spot) => ({ family, from: parting, to: spot, line: only.top.line }))
      }),
    ]
  }

  strokes(family: number): readonly Stroke[] {
    const count = this.#coupleOf(family).strokes
    if (count === 0) return []
    const beside = this.#plan.wires.besides.find((one) => one.family === family)
    if (beside !== undefined) {
      const [left, right] = [this.#given.spotOf(beside.left), this.#given.spotOf(beside.right)]
      const outlet = this.#plan.wires.lanes.find((one) => one.family === family)
      const end = outlet === undefined ? right.across - this.#given.symbol : this.#given.places.laneAt(outlet)
      return [{ at: { across: (left.across + this.#given.symbol + end) / 2, down: left.down }, count }]
    }
    // Over the heads: the highest of the family's buses joins the two.
    const [over] = this.#given.buses
      .filter(({ bus }) => bus.family === family)
      .toSorted((a, b) => a.bus.channel - b.bus.channel)
    if (over === undefined) return []
    return [
      {
        at: { across: (over.from + over.to) / 2, down: this.#given.depths.level(over.bus.channel, over.level) },
        count,
      },
    ]
  }

  #coupleOf(family: number) {
    return this.#plan.families[family]?.couple ?? { line: 'solid', strokes: 0 }
  }

  /** Whether the line between partners runs through the gutter into which a single parent's line leaves. */
  #hasCouple({ gutter, row }: Lane, parent: number): boolean {
    const [before, after] = [this.#plan.rows[row]?.[gutter - 1], this.#plan.rows[row]?.[gutter]]
    return this.#plan.wires.besides.some(
      ({ left, right }) => left === before && right === after && (left === parent || right === parent),
    )
  }

  #rowDown(row: number): number {
    const [first] = this.#plan.rows[row] ?? []
    return first === undefined ? 0 : this.#given.spotOf(first).down
  }

  #levelOf(family: number, channel: number): number {
    const found = this.#given.buses.find(({ bus }) => bus.family === family && bus.channel === channel)
    return this.#given.depths.level(channel, found?.level ?? 0)
  }
}
