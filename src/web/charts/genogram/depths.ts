import type { Outline, Run } from './boxes.ts'
import { type Label, lineHeight } from './label.ts'
import type { PlacedBus } from './levels.ts'
import type { Rows } from './order.ts'
import type { Look, Spot } from './spot.ts'

/** The name of a household below the last run of its outline. */
export type HouseholdName = { readonly lines: readonly string[]; readonly run: Run }

type ToStack = {
  readonly rows: Rows
  readonly look: Look
  readonly labels: readonly Label[]
  readonly buses: readonly PlacedBus[]
  readonly outlines: readonly Outline[]
  readonly names: readonly HouseholdName[]
}

const edge = 2
const gapToLabel = 6
const levelGap = 9
// On a phone a drawing that lies on its side is short of room between its rows.
const beforeLevels = { upright: 12, lying: 8 } as const
const afterLevels = { upright: 20, lying: 16 } as const
const leastChannel = 24
const aboveSymbol = 8
const belowLabel = { upright: 2, lying: 5 } as const
const toName = 13
const belowName = 8

/** How far down each row, each channel's levels and each outline are. */
export class Depths {
  /** The depth of the whole drawing. */
  readonly end: number
  readonly #given: ToStack
  readonly #rows: number[] = []
  readonly #channels: number[] = []

  constructor(given: ToStack) {
    this.#given = given
    let down = edge
    for (const [row, people] of given.rows.entries()) {
      this.#channels.push(down)
      down += above(given, row) + given.look.symbol
      this.#rows.push(down)
      const named = given.names
        .filter(({ run }) => run.row === row)
        .map(({ lines, run }) => labelDepth(given, run.people) + lines.length * lineHeight + belowName)
      const label = labelDepth(given, people) + belowLabel[given.look.way] + edge
      down += given.look.symbol + gapToLabel + Math.max(label, ...named)
    }
    this.#channels.push(down)
    const last = levelsIn(given.buses, given.rows.length)
    this.end = down + (last > 0 ? beforeLevels[given.look.way] + last * levelGap : 0)
  }

  row(row: number): number {
    return this.#rows[row] ?? 0
  }

  level(channel: number, level: number): number {
    return (this.#channels[channel] ?? 0) + beforeLevels[this.#given.look.way] + level * levelGap
  }

  labelStart(row: number): number {
    return this.row(row) + this.#given.look.symbol + gapToLabel
  }

  /** The baseline of a line of a household's name. */
  name(run: Run, line: number): number {
    return this.#outlineEnd(run) + toName + line * lineHeight
  }

  /** Down one side of an outline and up the other; from one row to the next where both have room in common. */
  cornersOf({ runs }: Outline): readonly Spot[] {
    const forth: Spot[] = []
    const back: Spot[] = []
    for (const [at, run] of runs.entries()) {
      const [from, to] = [this.#outlineStart(run.row), this.#outlineEnd(run)]
      forth.push({ across: run.to, down: from }, { across: run.to, down: to })
      back.push({ across: run.from, down: from }, { across: run.from, down: to })
      const next = runs[at + 1]
      if (next === undefined) continue
      const below = this.#outlineStart(next.row)
      const bridge = { from: Math.max(run.from, next.from), to: Math.min(run.to, next.to) }
      forth.push({ across: bridge.to, down: to }, { across: bridge.to, down: below })
      back.push({ across: bridge.from, down: to }, { across: bridge.from, down: below })
    }
    return [...forth, ...back.toReversed()]
  }

  #outlineStart(row: number): number {
    return this.row(row) - this.#given.look.symbol - aboveSymbol
  }

  #outlineEnd({ row, people }: Run): number {
    return this.labelStart(row) + labelDepth(this.#given, people) + belowLabel[this.#given.look.way]
  }
}

/** Room above the symbols of a row: for the lines there, else for the edge of a household or nothing at the top. */
function above({ look, buses, outlines }: ToStack, row: number): number {
  const levels = levelsIn(buses, row)
  if (levels > 0) return beforeLevels[look.way] + (levels - 1) * levelGap + afterLevels[look.way]
  if (row > 0) return leastChannel
  return outlines.some(({ runs }) => runs.some((run) => run.row === 0)) ? aboveSymbol : 0
}

const labelDepth = ({ look, labels }: ToStack, people: readonly number[]): number =>
  Math.max(0, ...people.map((person) => labels[person]?.[look.way === 'upright' ? 'height' : 'width'] ?? 0))

const levelsIn = (buses: readonly PlacedBus[], channel: number): number =>
  Math.max(0, ...buses.filter(({ bus }) => bus.channel === channel).map(({ level }) => level + 1))
