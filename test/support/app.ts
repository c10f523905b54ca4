import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { App, Authority } from '../../src/app/app.ts'
import { readPopulations } from '../../src/app/counting/populations.ts'
import { loadDemonstration, STANDING_DATE } from '../../src/app/demonstration.ts'
import { largestFile } from '../../src/app/documents/largest-file.ts'
import { readLocalityPopulations } from '../../src/app/localities/population.ts'
import { postcodesFrom } from '../../src/app/postcodes.ts'
import { areas } from '../../src/areas/index.ts'
import { toText } from '../../src/core/dates/plain-date.ts'
import { catalogue, recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { readNationalReference } from '../../src/formats/benchmarks/reference.ts'
import { readPartnerLists } from '../../src/formats/partner-lists/read.ts'
import type { Store } from '../../src/store/open.ts'
import { calendar } from './counted.ts'

const data = new URL('../../data/', import.meta.url)

const authorities: readonly Authority[] = parse(readFileSync(new URL('authorities.csv', data)), { columns: true })

/** The product's own record types, for stores that hold records of them. */
export const productTypes = recordTypesOf(areas)
export const productIndicators = areas.flatMap(({ indicators }) => indicators)
export const productTimescales = areas.flatMap(({ timescales = [] }) => timescales)

/** What ships beside the national figures. */
export function productNational() {
  const read = (name: string) => readFileSync(new URL(`benchmarks/${name}.csv`, data), 'utf8')
  return readNationalReference({
    places: read('places'),
    measures: read('measures'),
    neighbours: read('neighbours'),
    goodNeighbours: read('good-neighbours'),
  })
}

/** The app as the product wires it, over a store, with its clock at the demonstration's standing date. */
export function appOn(store: Store, more: Partial<App> = {}): App {
  return {
    catalogue: catalogue(areas),
    calendar,
    authorities: new Map(authorities.map((one) => [one.key, one])),
    own: authorities.find(({ key }) => key === 'exampleshire'),
    postcodes: postcodesFrom(new URL('geography/postcodes.csv.gz', data)),
    disclosureRules: new Map(),
    localityPopulations: readLocalityPopulations(readFileSync(new URL('locality-populations.csv', data), 'utf8')),
    populations: readPopulations(readFileSync(new URL('populations.csv', data), 'utf8')),
    national: productNational(),
    partnerLists: readPartnerLists(readFileSync(new URL('partner-lists.csv', data), 'utf8')),
    store,
    clock: { today: STANDING_DATE, standing: false, now: () => new Date(`${toText(STANDING_DATE)}T09:00:00Z`) },
    largestFile: largestFile(undefined),
    ...more,
  }
}

/** The app over a store that the demonstration is loaded into. */
export async function demonstrationOn(store: Store): Promise<App> {
  const app = appOn(store)
  await loadDemonstration(app)
  return { ...app, clock: { ...app.clock, standing: true } }
}
