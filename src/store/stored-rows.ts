import type { Selectable } from 'kysely'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Benchmark, Figure, Target } from '../core/figures/series.ts'
import type { Tables } from './tables.ts'

/** Since when what a row says is known: the known-on date of the file that brought it. */
export type Known = { readonly knownOn: PlainDate }

type Row<Table extends keyof Tables> = Omit<Selectable<Tables[Table]>, 'id' | 'batch_id'>

export const storedFigure = (row: Row<'figure'>): Figure & Known => ({
  authority: row.authority,
  area: row.area,
  populationGroup: row.population_group,
  indicator: row.indicator,
  period: { kind: row.period_kind, from: row.period_from, to: row.period_to },
  value: row.value,
  numerator: row.numerator,
  denominator: row.denominator,
  notKnown: row.not_known,
  breakNote: row.break_note,
  note: row.note,
  publishedIn: row.published_in,
  knownOn: row.known_on,
})

export const storedTarget = (row: Row<'target'>): Target & Known => ({
  authority: row.authority,
  indicator: row.indicator,
  appliesFrom: row.applies_from,
  appliesTo: row.applies_to,
  target: row.target,
  redBeyond: row.red_beyond,
  publishedIn: row.published_in,
  note: row.note,
  knownOn: row.known_on,
})

export const storedBenchmark = (row: Row<'benchmark'>): Benchmark & Known => ({
  authority: row.authority,
  indicator: row.indicator,
  comparator: row.comparator,
  value: row.value,
  year: row.year,
  appliesFrom: row.applies_from,
  appliesTo: row.applies_to,
  differs: row.differs,
  publishedIn: row.published_in,
  knownOn: row.known_on,
})
