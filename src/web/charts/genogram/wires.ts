import type { Family } from './families.ts'
import { placesIn, type Rows } from './order.ts'

// How the lines of a drawing run, before anybody has a place in it. Between two rows lies a channel, in which lines run along the rows: channel
// 2 is above row 2. Between neighbours of a row, and at its ends, lies a gutter, in which lines cross the row: gutter 1 is before the second
// person. So no line can touch a person whom it does not join.

/** A line along a channel, and what hangs on it. */
export type Bus = {
  readonly family: number
  readonly channel: number
  /** People of the row below whom it meets from above. */
  readonly tops: readonly Top[]
}
export type Top = { readonly person: number; readonly line: 'solid' | 'dashed' }

/** A line across a row: from the channel above it, from the line between partners, or from the side of a single parent, to the channel below. */
export type Lane = {
  readonly family: number
  readonly row: number
  readonly gutter: number
  readonly from: 'channel' | 'couple' | { readonly side: number }
}

/** A straight line between partners who stand side by side. */
type Beside = { readonly family: number; readonly left: number; readonly right: number }

export type Wires = {
  readonly buses: readonly Bus[]
  readonly lanes: readonly Lane[]
  readonly besides: readonly Beside[]
}

export function wiresOf(rows: Rows, rowOf: readonly number[], families: readonly Family[]): Wires {
  const placed = { rows, rowOf, place: placesIn(rows, rowOf.length), families }
  const all = families.map((family, number) => new FamilyWires(number, family, placed))
  return {
    buses: all.flatMap(({ buses }) => buses),
    lanes: all.flatMap(({ lanes }) => lanes),
    besides: all.flatMap(({ besides }) => besides),
  }
}

type Placed = {
  readonly rows: Rows
  readonly rowOf: readonly number[]
  readonly place: readonly number[]
  readonly families: readonly Family[]
}

class FamilyWires {
  readonly lanes: Lane[] = []
  readonly besides: Beside[] = []
  readonly #family: number
  readonly #placed: Placed
  readonly #tops = new Map<number, Top[]>()

  constructor(number: number, { parents, children, couple }: Family, placed: Placed) {
    this.#family = number
    this.#placed = placed
    const byRow = children.toSorted((a, b) => this.#row(a.person) - this.#row(b.person))
    const start = this.#startOf(parents, couple.line, byRow[0]?.person)
    for (const child of byRow) this.#hang(start, child)
  }

  get buses(): readonly Bus[] {
    return [...this.#tops].map(([channel, tops]) => ({ family: this.#family, channel, tops }))
  }

  /** Joins the parents, and says in which channel their children's line begins. */
  #startOf(parents: readonly number[], line: Top['line'], firstChild: number | undefined): number {
    const [one, other] = parents.toSorted(
      (a, b) => this.#row(a) - this.#row(b) || (this.#placed.place[a] ?? 0) - (this.#placed.place[b] ?? 0),
    )
    if (one === undefined) return firstChild === undefined ? 0 : this.#row(firstChild)
    const row = this.#row(other ?? one)
    const outlet = other === undefined ? this.#ofOne(one) : this.#ofTwo(one, other, line)
    if (firstChild !== undefined) {
      this.lanes.push({ family: this.#family, row, ...outlet })
      this.#bus(row + 1)
    }
    return row + 1
  }

  /** A single parent's line leaves at the side that no partner stands on. */
  #ofOne(parent: number): Pick<Lane, 'gutter' | 'from'> {
    const place = this.#placed.place[parent] ?? 0
    const row = this.#placed.rows[this.#row(parent)] ?? []
    const isPartner = (person: number | undefined) =>
      person !== undefined &&
      this.#placed.families.some(({ parents }) => parents.includes(parent) && parents.includes(person))
    const gutter = isPartner(row[place + 1]) && !isPartner(row[place - 1]) ? place : place + 1
    return { gutter, from: { side: parent } }
  }

  #ofTwo(one: number, other: number, line: Top['line']): Pick<Lane, 'gutter' | 'from'> {
    const [first, second] = [this.#placed.place[one] ?? 0, this.#placed.place[other] ?? 0]
    if (this.#row(one) === this.#row(other) && second === first + 1) {
      this.besides.push({ family: this.#family, left: one, right: other })
      return { gutter: second, from: 'couple' }
    }
    // Somebody stands between them: their line runs over the heads.
    const start = this.#row(one)
    this.#bus(start).push({ person: one, line })
    this.#hang(start, { person: other, line })
    return { gutter: second >= first ? second : second + 1, from: 'channel' }
  }

  /** Leads from a channel to that above a person's row, through the rows between, and to the person. */
  #hang(from: number, top: Top): void {
    const to = this.#row(top.person)
    for (let channel = from; channel !== to; channel += Math.sign(to - from)) {
      const row = to > channel ? channel : channel - 1
      const isCrossed = this.lanes.some((lane) => lane.row === row && lane.from === 'channel')
      if (!isCrossed)
        this.lanes.push({ family: this.#family, row, gutter: this.#gutterToward(row, top.person), from: 'channel' })
      this.#bus(channel)
    }
    const bus = this.#bus(to)
    if (!bus.some(({ person, line }) => person === top.person && line === top.line)) bus.push(top)
  }

  /** The gutter of a row that is about where a person stands in theirs. */
  #gutterToward(row: number, person: number): number {
    const share = ((this.#placed.place[person] ?? 0) + 0.5) / (this.#placed.rows[this.#row(person)]?.length ?? 1)
    return Math.round(share * (this.#placed.rows[row]?.length ?? 0))
  }

  #bus(channel: number): Top[] {
    const tops = this.#tops.get(channel) ?? []
    this.#tops.set(channel, tops)
    return tops
  }

  #row(person: number): number {
    return this.#placed.rowOf[person] ?? 0
  }
}
