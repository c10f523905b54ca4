import { ALL_CHILDREN, type Measure } from './measure.ts'
import type { Place, Places } from './places.ts'

/**
 * What stands where a figure should: `.` a figure; `c` kept back, so that nobody can be recognised; `u` kept back as unreliable; `x` not
 * available; `z` does not apply; `k` rounds to nought; `-` not published, for a reason that the source does not say; a space: the source has no row.
 */
export type Mark = '.' | 'c' | 'u' | 'x' | 'z' | 'k' | '-' | ' '

const marks: ReadonlySet<string> = new Set<Mark>(['.', 'c', 'u', 'x', 'z', 'k', '-', ' '])
const isMark = (letter: string): letter is Mark => marks.has(letter)

/** One figure, or why there is none. */
export type NationalFigure = { readonly value: number | null; readonly mark: Mark }

/** The figures of one measure in one year, each at its place's position. */
export type YearFigures = {
  /** As the source writes it. */
  readonly label: string
  /** The calendar year in which it ends. */
  readonly endsIn: number
  /** NaN where there is none. */
  readonly values: Float64Array
  /** One mark for each position. */
  readonly marks: string
  /** Of how many, where the source says; NaN where it does not. */
  readonly outOf: Float64Array | undefined
  readonly publishedIn: string
}

export type Neighbour = { readonly place: Place; readonly rank: number; readonly closeness: string }

/** Everything that is published of every authority, with what it is compared by. */
export type National = {
  readonly places: Places
  readonly measures: ReadonlyMap<string, Measure>
  readonly byLait: ReadonlyMap<string, Measure>
  /** By the measure's key, oldest first; without years in which nobody has a figure. */
  readonly years: ReadonlyMap<string, readonly YearFigures[]>
  /** The closest first, by number. */
  readonly neighbours: ReadonlyMap<number, readonly Neighbour[]>
  /** Those that an authority compares itself with because they are rated good or outstanding, by number. */
  readonly good: ReadonlyMap<number, readonly Place[]>
  /** How many children live in an authority as used for rates of a year; undefined where it is not known. */
  readonly children: (place: Place, endsIn: number) => number | undefined
}

export function figureOf({ places }: National, { values, marks: all }: YearFigures, place: Place): NationalFigure {
  const position = places.positionOf(place)
  const value = values[position]
  const mark = all[position] ?? ' '
  return value === undefined || Number.isNaN(value)
    ? { value: null, mark: isMark(mark) && mark !== '.' ? mark : ' ' }
    : { value, mark: '.' }
}

/** Of how many a share or rate is; undefined where no source says. */
export function outOf(national: National, measure: Measure, year: YearFigures, place: Place): number | undefined {
  const said = year.outOf?.[national.places.positionOf(place)]
  if (said !== undefined && !Number.isNaN(said)) return said
  if (measure.among === undefined) return undefined
  if (measure.among === ALL_CHILDREN) return national.children(place, year.endsIn)
  const counted = national.byLait.get(measure.among)
  const then = counted && national.years.get(counted.key)?.find(({ endsIn }) => endsIn === year.endsIn)
  return (then && figureOf(national, then, place).value) ?? undefined
}
