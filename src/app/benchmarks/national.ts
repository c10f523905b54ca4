import { assemble } from '../../core/benchmarks/assemble.ts'
import type { Measure } from '../../core/benchmarks/measure.ts'
import type { National } from '../../core/benchmarks/national.ts'
import type { Place } from '../../core/benchmarks/places.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import { findNational, lastNationalImport } from '../../store/national/national.ts'
import type { Store } from '../../store/open.ts'
import type { App } from '../app.ts'
import { populationOn } from '../counting/populations.ts'
import { Refused } from '../refused.ts'

type Kept = { readonly lastImport: number; readonly national: National }

/** What was last assembled of each store: the figures change only by an import. A few megabytes. */
const kept = new WeakMap<Store, Kept>()

/** All national figures; undefined where none have been imported. */
export async function nationalFigures(app: App): Promise<National | undefined> {
  const lastImport = await lastNationalImport(app.store)
  if (lastImport === 0) return undefined
  const known = kept.get(app.store)
  if (known?.lastImport === lastImport) return known.national
  const national = makeNational(app, await findNational(app.store))
  kept.set(app.store, { lastImport, national })
  return national
}

export function makeNational(app: App, rows: Parameters<typeof assemble>[0]): National {
  const { places, measures, neighbours, good } = app.national
  return {
    places,
    measures,
    neighbours,
    good,
    byLait: new Map([...measures.values()].map((measure) => [measure.lait, measure])),
    years: assemble(rows, measures.values(), places),
    children: (place, endsIn) => childrenOf(app, place, endsIn),
  }
}

/** The Department divides by the estimate of the middle of the year before: figures of the year to March 2025 by that of June 2024. */
const childrenOf = ({ populations }: App, { key }: Place, endsIn: number): number | undefined =>
  populationOn(populations, key, plainDate(`${endsIn}-03-31`))?.children

export function getPlace(app: App, key: string): Place {
  const place = app.national.places.find(key)
  if (place !== undefined) return place
  throw new Refused(
    'not found',
    unknown(
      'place',
      key,
      app.national.places.all.map((one) => one.key),
    ),
  )
}

export function getMeasure(app: App, key: string): Measure {
  const measure = app.national.measures.get(key)
  if (measure !== undefined) return measure
  throw new Refused('not found', unknown('measure', key, app.national.measures.keys()))
}
