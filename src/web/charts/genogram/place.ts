import { spread } from '../spread.ts'
import type { Family } from './families.ts'
import type { Rows } from './order.ts'
import type { Lane, Wires } from './wires.ts'

/** How much room somebody and their label need along the row, before and after the middle of their symbol. */
export type Cell = { readonly before: number; readonly after: number }

/** Room between people, for a line and the edges of two households; and for each line more. */
const gutter = 18
const laneGap = 7
const firstLane = gutter / 2

const ROUNDS = 10

/** Where everybody stands along their row, and where lines cross the row. The row begins at 0. */
export type Places = {
  readonly across: readonly number[]
  readonly laneAt: (lane: Lane) => number
  readonly length: number
}

type ToPlace = {
  readonly rows: Rows
  readonly rowOf: readonly number[]
  readonly families: readonly Family[]
  readonly cells: readonly Cell[]
  readonly wires: Wires
}

/** Children under their parents and parents above their children, as nearly as the room that everybody needs allows. */
export function placesOf(given: ToPlace): Places {
  const room = new Room(given)
  let across = room.packed
  let best = across
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of given.rows.keys()) across = room.moved(across, row, 'parents')
    for (const row of [...given.rows.keys()].reverse()) across = room.moved(across, row, 'children')
    const astray = room.astray(across)
    if (astray < least - 0.1) [best, least] = [across, astray]
  }
  return room.fromNought(best)
}

class Room {
  /** Every row as close together as may be. */
  readonly packed: readonly number[]
  readonly #given: ToPlace
  readonly #lanes = new Map<string, Lane[]>()
  constructor(given: ToPlace) {
    this.#given = given
    for (const lane of given.wires.lanes) {
      const key = `${lane.row} ${lane.gutter}`
      this.#lanes.set(key, [...(this.#lanes.get(key) ?? []), lane])
    }
    for (const [key, lanes] of this.#lanes)
      this.#lanes.set(
        key,
        lanes.toSorted((a, b) => this.#side(a) - this.#side(b)),
      )
    const packed = given.rowOf.map(() => 0)
    for (const [row, people] of given.rows.entries()) {
      let end = 0
      for (const [index, person] of people.entries()) {
        const { before, after } = this.#extent(row, index)
        packed[person] = end + before
        end += before + after
      }
    }
    this.packed = packed
  }

  /** A row with its people moved toward where they would stand under their parents, or over their children, close together. */
  moved(across: readonly number[], row: number, toward: 'parents' | 'children'): readonly number[] {
    const people = this.#given.rows[row] ?? []
    const shifts = people.map((person) => this.#shift(across, person, toward))
    const wishes = people.map((person, index) => {
      const { before, after } = this.#extent(row, index)
      const middle = (this.packed[person] ?? 0) + nearest(shifts, index)
      return { at: middle + (after - before) / 2, size: before + after }
    })
    const moved = [...across]
    const middles = spread(wishes, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    for (const [index, person] of people.entries()) {
      const { before, after } = this.#extent(row, index)
      moved[person] = (middles[index] ?? 0) - (after - before) / 2
    }
    return moved
  }

  /** How far all families together are from standing under their parents. */
  astray(across: readonly number[]): number {
    return this.#given.families.reduce((sum, _, family) => {
      const [middle, outlet] = [this.#childrenAt(across, family), this.#outletAt(across, family)]
      return sum + (middle === undefined || outlet === undefined ? 0 : Math.abs(middle - outlet))
    }, 0)
  }

  fromNought(across: readonly number[]): Places {
    const ends = this.#given.rows.flatMap((people, row) =>
      people.map((person, index) => {
        const { before, after } = this.#extent(row, index)
        return { start: (across[person] ?? 0) - before, end: (across[person] ?? 0) + after }
      }),
    )
    const start = Math.min(...ends.map((one) => one.start))
    const placed = across.map((one) => one - start)
    return {
      across: placed,
      laneAt: (lane) => this.#laneAt(placed, lane),
      length: ends.length === 0 ? 0 : Math.max(...ends.map((one) => one.end)) - start,
    }
  }

  /** A cell with its half of the gutters at both sides; a gutter at the end of a row is whole, and there only for lines. */
  #extent(row: number, index: number): Cell {
    const people = this.#given.rows[row] ?? []
    const { before, after } = this.#given.cells[people[index] ?? -1] ?? { before: 0, after: 0 }
    const share = (at: number) => {
      const lanes = this.#lanes.get(`${row} ${at}`)?.length ?? 0
      const width = gutter + Math.max(0, lanes - 1) * laneGap
      return at > 0 && at < people.length ? width / 2 : lanes > 0 ? width : gutter / 2
    }
    return { before: before + share(index), after: after + share(index + 1) }
  }

  /**
   * How far from their place in the close row somebody belongs, so that their families hang straight; undefined for whoever has nobody to
   * move toward.
   */
  #shift(across: readonly number[], person: number, toward: 'parents' | 'children'): number | undefined {
    const shifts = this.#given.families.flatMap(({ parents, children }, family) => {
      const concerns = toward === 'children' ? parents.includes(person) : children.some((one) => one.person === person)
      if (!concerns) return []
      const [wanted, now] =
        toward === 'children'
          ? [this.#childrenAt(across, family), this.#outletAt(this.packed, family)]
          : [this.#outletAt(across, family), this.#childrenAt(this.packed, family)]
      return wanted === undefined || now === undefined ? [] : [wanted - now]
    })
    return shifts.length === 0 ? undefined : mean(shifts)
  }

  #childrenAt(across: readonly number[], family: number): number | undefined {
    const { children = [] } = this.#given.families[family] ?? {}
    return children.length === 0 ? undefined : mean(children.map(({ person }) => across[person] ?? 0))
  }

  /** Where the children's line begins; nowhere for those without parents. */
  #outletAt(across: readonly number[], family: number): number | undefined {
    const outlet = this.#given.wires.lanes.find((lane) => lane.family === family)
    return outlet === undefined ? undefined : this.#laneAt(across, outlet)
  }

  #laneAt(across: readonly number[], lane: Lane): number {
    const people = this.#given.rows[lane.row] ?? []
    const lanes = this.#lanes.get(`${lane.row} ${lane.gutter}`) ?? [lane]
    const [index, last] = [lanes.indexOf(lane), lanes.length - 1]
    const [before, after] = [people[lane.gutter - 1], people[lane.gutter]]
    const fromBefore =
      before === undefined
        ? undefined
        : (across[before] ?? 0) + (this.#given.cells[before]?.after ?? 0) + firstLane + index * laneGap
    const fromAfter =
      after === undefined
        ? undefined
        : (across[after] ?? 0) - (this.#given.cells[after]?.before ?? 0) - firstLane - (last - index) * laneGap
    if (fromBefore === undefined || fromAfter === undefined) return fromBefore ?? fromAfter ?? 0
    const side = this.#side(lane)
    if (side !== 0) return side < 0 ? fromBefore : fromAfter
    return (fromBefore + fromAfter) / 2
  }

  /** Below 0 for a line that leaves from the person before the gutter, above 0 from the one after it. */
  #side({ from, row, gutter: at }: Lane): number {
    if (typeof from === 'string') return 0
    return this.#given.rows[row]?.[at - 1] === from.side ? -1 : 1
  }
}

/** What the nearest neighbour of whom something is known has; nought where nothing is. */
function nearest(shifts: readonly (number | undefined)[], index: number): number {
  for (let far = 0; far < shifts.length; far++) {
    const known = shifts[index - far] ?? shifts[index + far]
    if (known !== undefined) return known
  }
  return 0
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
