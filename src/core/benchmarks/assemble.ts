import type { Measure } from './measure.ts'
import type { YearFigures } from './national.ts'
import type { Places } from './places.ts'
import { yearEndsIn } from './year.ts'

/** What one source says of one measure in one year: numbers of places with a value or a mark each. */
export type SourceYear = {
  readonly measure: string
  readonly year: string
  readonly source: string
  readonly numbers: readonly number[]
  readonly values: readonly (number | null)[]
  readonly marks: string
  readonly outOf: readonly (number | null)[] | null
  readonly publishedIn: string
}

/** Sources in the order in which they are believed: the tool is brought up to date, the tables are those of one publication. */
const sources = ['lait', 'dfe'] as const

/**
 * The years of every measure, oldest first, by the measure's key. Figures of a year are those of one source, the first that has that year; another
 * may say why a figure is missing, and of how many it is. Years in which nobody has a figure are left out.
 */
export function assemble(
  rows: readonly SourceYear[],
  measures: Iterable<Measure>,
  places: Places,
): ReadonlyMap<string, readonly YearFigures[]> {
  const of = new Map<string, SourceYear[]>()
  for (const row of rows) {
    const known = of.get(row.measure)
    if (known === undefined) of.set(row.measure, [row])
    else known.push(row)
  }
  return new Map([...measures].map(({ key, lait }) => [key, yearsOf(of.get(lait) ?? [], places)] as const))
}

function yearsOf(rows: readonly SourceYear[], places: Places): readonly YearFigures[] {
  const ends = new Set(rows.flatMap(({ year }) => yearEndsIn(year) ?? []))
  return [...ends]
    .flatMap((endsIn) =>
      oneYear(
        endsIn,
        rows.filter(({ year }) => yearEndsIn(year) === endsIn),
        places,
      ),
    )
    .filter(({ marks }) => marks.includes('.'))
    .toSorted((a, b) => a.endsIn - b.endsIn)
}

function oneYear(endsIn: number, sides: readonly SourceYear[], places: Places): readonly YearFigures[] {
  const ordered = sources.flatMap((source) => sides.filter((one) => one.source === source))
  const first = ordered.find(({ marks }) => marks.includes('.')) ?? ordered[0]
  if (first === undefined) return []
  const values = new Float64Array(places.all.length).fill(Number.NaN)
  const marks = new Array<string>(places.all.length).fill(' ')
  const outOf = new Float64Array(places.all.length).fill(Number.NaN)
  each(first, places, (position, value, mark) => {
    values[position] = value ?? Number.NaN
    marks[position] = mark
  })
  for (const side of ordered)
    each(side, places, (position, _, mark, size) => {
      // The tool has one mark for everything; a table says why.
      const unsaid = marks[position] === '-' || marks[position] === ' '
      if (unsaid && side !== first && mark !== '.') marks[position] = mark
      if (size !== null) outOf[position] = size
    })
  return [
    {
      label: first.year,
      endsIn,
      values,
      marks: marks.join(''),
      outOf: outOf.some((size) => !Number.isNaN(size)) ? outOf : undefined,
      publishedIn: first.publishedIn,
    },
  ]
}

function each(
  { numbers, values, marks, outOf }: SourceYear,
  places: Places,
  take: (position: number, value: number | null, mark: string, outOf: number | null) => void,
): void {
  for (const [at, number] of numbers.entries()) {
    const position = places.findPosition(number)
    if (position !== undefined) take(position, values[at] ?? null, marks[at] ?? ' ', outOf?.[at] ?? null)
  }
}
