import { wrap } from '../text.ts'
import { type Outline, outlinesOf } from './boxes.ts'
import { Depths, type HouseholdName } from './depths.ts'
import { type Label, labelOf } from './label.ts'
import { levelled } from './levels.ts'
import { type Line, linesOf, type Stroke } from './lines.ts'
import { type Cell, placesOf } from './place.ts'
import type { GenogramPlan } from './plan.ts'
import { dropsOf } from './ports.ts'
import type { Look, Spot } from './spot.ts'

/** Everything in its place. */
export type Layout = {
  readonly look: Look
  readonly symbols: readonly PlacedSymbol[]
  readonly lines: readonly Line[]
  readonly strokes: readonly Stroke[]
  readonly outlines: readonly { readonly household: number; readonly corners: readonly Spot[] }[]
  /** Names of households, line by line, each centred on its place. */
  readonly names: readonly { readonly at: Spot; readonly content: string }[]
  readonly size: Spot
}

/** Somebody's symbol, by its middle, and where their label begins as seen from the row. */
export type PlacedSymbol = {
  readonly person: number
  readonly at: Spot
  readonly label: Label
  readonly labelDown: number
}

const LEAST_NAME = 56

/** Puts everything in its place, once for each way and width of drawing. */
export function layoutOf(plan: GenogramPlan, look: Look): Layout {
  const homes = look.way === 'lying' ? homesOfLast(plan) : new Map<number, string>()
  const rowOf = (person: number) => plan.rowOf[person] ?? 0
  const labels = plan.people.map((person, number) =>
    labelOf(person, look.labelRooms[rowOf(number)] ?? LEAST_NAME, homes.get(number)),
  )
  const cells = labels.map((label) => cellOf(label, look))
  const places = placesOf({ ...plan, cells })
  const buses = levelled(plan.wires, places, dropsOf(plan, places, look.symbol))
  const outlines = outlinesOf(
    plan.households.map(({ members }) => members),
    plan.rows,
    (person) => ({
      from: (places.across[person] ?? 0) - (cells[person]?.before ?? 0),
      to: (places.across[person] ?? 0) + (cells[person]?.after ?? 0),
    }),
  )
  const names = look.way === 'upright' ? outlines.flatMap((outline) => nameOf(plan, outline)) : []
  const depths = new Depths({ rows: plan.rows, look, labels, buses, outlines, names })
  const spotOf = (person: number): Spot => ({ across: places.across[person] ?? 0, down: depths.row(rowOf(person)) })
  return {
    look,
    symbols: labels.map((label, person) => ({
      person,
      at: spotOf(person),
      label,
      labelDown: depths.labelStart(rowOf(person)),
    })),
    ...linesOf(plan, { places, buses, depths, symbol: look.symbol, spotOf }),
    outlines: outlines.map((outline) => ({ household: outline.household, corners: depths.cornersOf(outline) })),
    names: names.flatMap(({ lines, run }) =>
      lines.map((content, line) => ({
        content,
        at: { across: (run.from + run.to) / 2, down: depths.name(run, line) },
      })),
    ),
    size: { across: places.length, down: depths.end },
  }
}

function cellOf(label: Label, { way, symbol }: Look): Cell {
  const half = Math.max(symbol, way === 'upright' ? label.width / 2 : label.height / 2 + 1)
  return { before: half, after: half }
}

/** Where no name can stand below an outline, the last of the people in it carries it. */
function homesOfLast({ households, rows }: GenogramPlan): ReadonlyMap<number, string> {
  const homes = new Map<number, string>()
  for (const { name, members } of households)
    for (const row of rows)
      for (const [index, person] of row.entries()) {
        const next = row[index + 1]
        if (members.includes(person) && (next === undefined || !members.includes(next))) homes.set(person, name)
      }
  return homes
}

function nameOf({ households }: GenogramPlan, { household, runs }: Outline): readonly HouseholdName[] {
  const run = runs.at(-1)
  if (run === undefined) return []
  return [{ run, lines: wrap(households[household]?.name ?? '', Math.max(LEAST_NAME, run.to - run.from), 't2 ts') }]
}
