import type { CsvTable } from '../../../app/csv.ts'
import { beside } from '../../../core/benchmarks/compare.ts'
import type { Measure } from '../../../core/benchmarks/measure.ts'
import { figureOf, type National, outOf } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import { whyNone } from './words.ts'

/** Every year of a measure: the authority, those before it, its neighbours, its region and England, a row each, exact. */
export function measureCsv(national: National, measure: Measure, place: Place): CsvTable {
  const years = national.years.get(measure.key) ?? []
  return [
    ['measure', 'title', 'unit', 'year', 'place', 'is', 'value', 'why_none', 'out_of', 'source'],
    ...years.flatMap((year) => {
      const { neighbours, region, england } = beside(national, measure, year, place)
      const rows = [
        { one: place, is: 'own' },
        ...national.places.before(place).map((one) => ({ one, is: 'before' })),
        ...neighbours.map((one) => ({ one: one.place, is: `neighbour ${one.rank}` })),
        ...(region === undefined ? [] : [{ one: region.place, is: 'region' }]),
        ...(england === undefined ? [] : [{ one: england.place, is: 'England' }]),
      ]
      return rows.map(({ one, is }) => {
        const figure = figureOf(national, year, one)
        return [
          measure.key,
          measure.title,
          measure.unit,
          year.label,
          one.name,
          is,
          figure.value,
          whyNone(figure),
          outOf(national, measure, year, one) ?? null,
          year.publishedIn,
        ]
      })
    }),
  ]
}
