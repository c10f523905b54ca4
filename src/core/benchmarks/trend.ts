import { beside } from './compare.ts'
import { isComparable, type Measure } from './measure.ts'
import { figureOf, type National, type NationalFigure, type YearFigures } from './national.ts'
import type { Place } from './places.ts'

/** One year of a measure: a place, those before it, and everybody beside it. Null where there is no figure. */
export type TrendYear = {
  readonly year: YearFigures
  readonly own: NationalFigure
  /** The figures of the authorities that the place was made of, in their order. */
  readonly before: readonly (number | null)[]
  readonly england: number | null
  readonly region: number | null
  readonly mean: number | null
  readonly median: number | null
  readonly neighbours: readonly (number | null)[]
}

export type Trend = { readonly years: readonly TrendYear[]; readonly before: readonly Place[] }

/** Every year since the data begin, oldest first. */
export function trendOf(national: National, measure: Measure, place: Place): Trend {
  const before = national.places.before(place)
  const years = (national.years.get(measure.key) ?? []).map((year): TrendYear => {
    const all = beside(national, measure, year, place)
    return {
      year,
      own: all.own,
      // What a source has under the number of an authority that was no more is of somebody else.
      before: before.map((one) => (year.endsIn <= (one.until ?? 0) ? figureOf(national, year, one).value : null)),
      england: all.englandDoubtful || !isComparable(measure) ? null : (all.england?.figure.value ?? null),
      region: isComparable(measure) ? (all.region?.figure.value ?? null) : null,
      mean: all.ofNeighbours?.mean ?? null,
      median: all.ofNeighbours?.median ?? null,
      neighbours: all.neighbours.map(({ figure }) => figure.value),
    }
  })
  return { years, before: before.filter((_, at) => years.some((one) => one.before[at] !== null)) }
}
