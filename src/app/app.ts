import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import type { Dataset } from '../core/definitions/area.ts'
import type { Catalogue } from '../core/definitions/catalogue.ts'
import type { Outcome } from '../core/definitions/framework.ts'
import type { Indicator } from '../core/definitions/indicator.ts'
import type { NationalReference } from '../formats/benchmarks/reference.ts'
import { unknown } from '../formats/did-you-mean.ts'
import type { PartnerList } from '../formats/partner-lists/read.ts'
import type { Store } from '../store/open.ts'
import type { ChildPopulation } from './counting/populations.ts'
import type { DisclosureRules } from './disclosure/rules.ts'
import type { LocalityPopulation } from './localities/population.ts'
import type { Postcodes } from './postcodes.ts'
import { Refused } from './refused.ts'

/** `code` is the authority's own; `area` that of the area in which it lies: a made-up authority lies somewhere real. */
export type Authority = {
  readonly key: string
  readonly name: string
  readonly council: string
  readonly code: string
  readonly area: string
}

/** What everything in `app` works with: the definitions, the store and the dates, put together once at start-up. */
export type App = {
  readonly catalogue: Catalogue
  readonly calendar: Calendar
  readonly authorities: ReadonlyMap<string, Authority>
  /** The authority whose children the store holds; undefined while it holds none. */
  readonly own: Authority | undefined
  readonly postcodes: Postcodes
  readonly populations: readonly ChildPopulation[]
  readonly localityPopulations: readonly LocalityPopulation[]
  /** By which rules authorities decide what the public may see. */
  readonly disclosureRules: DisclosureRules
  /** What national figures are of, and who is compared with whom. */
  readonly national: NationalReference
  /** The lists that partners have, with the columns that were agreed. */
  readonly partnerLists: readonly PartnerList[]
  readonly store: Store
  readonly clock: Clock
  /** A file with more bytes than this is not taken. */
  readonly largestFile: number
}

/** The setting that names the authority whose children the store holds. */
export const OWN_AUTHORITY_SETTING = 'own-authority'

/** `today` is the business date. `now` stamps what is recorded; in the demonstration it takes the standing date, and says so. */
export type Clock = {
  readonly today: PlainDate
  readonly standing: boolean
  now(): Date
}

export const getDataset = (app: App, key: string): Dataset =>
  app.catalogue.datasets.get(key) ?? missing('dataset', key, app.catalogue.datasets.keys())

export const getIndicator = (app: App, key: string): Indicator =>
  app.catalogue.indicators.get(key) ?? missing('indicator', key, app.catalogue.indicators.keys())

export const getOutcome = (app: App, key: string): Outcome =>
  app.catalogue.outcomes.get(key) ?? missing('outcome', key, app.catalogue.outcomes.keys())

export const getAuthority = (app: App, key: string): Authority =>
  app.authorities.get(key) ?? missing('authority', key, app.authorities.keys())

function missing(kind: string, key: string, keys: Iterable<string>): never {
  throw new Refused('not found', unknown(kind, key, keys))
}

export { unknown }
