import type { Period } from '../core/dates/period.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Benchmark, Figure, Target } from '../core/figures/series.ts'
import { anyOf, day } from './column-types.ts'
import type { Store } from './open.ts'
import { type Known, storedBenchmark, storedFigure, storedTarget } from './stored-rows.ts'
import { visibleBenchmarks, visibleFigures, visibleTargets } from './visible.ts'

export type StoredFigure = Figure & Known
export type StoredTarget = Target & Known
export type StoredBenchmark = Benchmark & Known

type OfAuthority = {
  readonly authority: string
  /** Keys; all of them when left out. */
  readonly indicators?: readonly string[]
  /** The last day whose knowledge counts: what became known after it is not shown. */
  readonly knownOn: PlainDate
}

type OfSeries = OfAuthority & {
  readonly periodKind: Period['kind']
  /** A part of the authority; the whole when left out. Parts and wholes never come back together. */
  readonly area?: string
  /** A group within the population; everyone when left out. */
  readonly populationGroup?: string
}

/** Figures of periods that lie within `from` (inclusive) to `to` (exclusive), ordered by indicator and period, oldest first. */
export async function findFigures(
  store: Store,
  wanted: OfSeries & { readonly from?: PlainDate; readonly to?: PlainDate },
): Promise<readonly StoredFigure[]> {
  let query = figuresOf(store, wanted)
  if (wanted.from !== undefined) query = query.where('period_from', '>=', day(wanted.from))
  if (wanted.to !== undefined) query = query.where('period_to', '<=', day(wanted.to))
  return (await query.execute()).map(storedFigure)
}

/** Targets, whenever they apply, ordered by indicator and first day. */
export async function findTargets(store: Store, wanted: OfAuthority): Promise<readonly StoredTarget[]> {
  const { authority, indicators, knownOn } = wanted
  let query = visibleTargets(store.db, knownOn).where('authority', '=', authority)
  if (indicators) query = query.where('indicator', '=', anyOf(indicators))
  return (await query.execute()).map(storedTarget)
}

/** Benchmarks, whenever they apply, ordered by indicator, comparator and first day. */
export async function findBenchmarks(store: Store, wanted: OfAuthority): Promise<readonly StoredBenchmark[]> {
  const { authority, indicators, knownOn } = wanted
  let query = visibleBenchmarks(store.db, knownOn).where('authority', '=', authority)
  if (indicators) query = query.where('indicator', '=', anyOf(indicators))
  return (await query.execute()).map(storedBenchmark)
}

/** The keys of the authorities that have any figure, whenever it became known, in order. */
export async function listAuthoritiesWithFigures(store: Store): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('figure').select('authority').distinct().orderBy('authority').execute()
  return rows.map(({ authority }) => authority)
}

/** The periods for which any of the indicators has a value, oldest first. */
export async function listPeriods(store: Store, wanted: OfSeries): Promise<readonly Period[]> {
  const rows = await store.db
    .selectFrom(figuresOf(store, wanted).as('visible'))
    .select(['period_kind', 'period_from', 'period_to'])
    .distinct()
    .where('value', 'is not', null)
    .orderBy('period_from')
    .orderBy('period_to')
    .execute()
  return rows.map((row) => ({ kind: row.period_kind, from: row.period_from, to: row.period_to }))
}

function figuresOf(store: Store, { authority, indicators, periodKind, area, populationGroup, knownOn }: OfSeries) {
  const query = visibleFigures(store.db, knownOn)
    .where('authority', '=', authority)
    .where('period_kind', '=', periodKind)
    .where('area', '=', area ?? '')
    .where('population_group', '=', populationGroup ?? '')
  return indicators ? query.where('indicator', '=', anyOf(indicators)) : query
}
