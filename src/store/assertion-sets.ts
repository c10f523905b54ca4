import type { Kysely } from 'kysely'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Benchmark, Figure, Target } from '../core/figures/series.ts'
import { anyOf, day, dayOrNull } from './column-types.ts'
import { type Known, storedBenchmark, storedFigure, storedTarget } from './stored-rows.ts'
import type { Tables } from './tables.ts'
import { visibleBenchmarks, visibleFigures, visibleTargets } from './visible.ts'

type Batch = { readonly id: number; readonly knownOn: PlainDate }

/** What recording an import needs to know about one kind of row. */
export type AssertionSet<Row> = {
  /** What the row is about; a row with the same identity speaks about the same thing. */
  readonly identity: (row: Row) => string
  /** The rest of it, which may be said differently another time. */
  readonly content: (row: Row) => readonly (string | number | null)[]
  /** At least the visible rows that share an identity with one of `rows`. */
  readonly findVisible: (
    db: Kysely<Tables>,
    rows: readonly Row[],
    knownOn: PlainDate,
  ) => Promise<readonly (Row & Known)[]>
  readonly add: (db: Kysely<Tables>, batch: Batch, rows: readonly Row[]) => Promise<void>
}

export const figureSet: AssertionSet<Figure> = {
  identity: ({ authority, area, populationGroup, indicator, period }) =>
    JSON.stringify([authority, area, populationGroup, indicator, period.kind, period.from, period.to]),
  content: (row) => [row.value, row.numerator, row.denominator, row.notKnown, row.breakNote, row.note, row.publishedIn],
  async findVisible(db, rows, knownOn) {
    const found = await visibleFigures(db, knownOn)
      .where('authority', '=', anyOf(distinct(rows.map(({ authority }) => authority))))
      .where('indicator', '=', anyOf(distinct(rows.map(({ indicator }) => indicator))))
      .where('period_kind', 'in', distinct(rows.map(({ period }) => period.kind)))
      .where('period_from', 'in', distinct(rows.map(({ period }) => period.from)).map(day))
      .execute()
    return found.map(storedFigure)
  },
  async add(db, batch, rows) {
    for (const chunk of chunks(rows)) {
      const values = chunk.map((row) => ({
        batch_id: batch.id,
        authority: row.authority,
        area: row.area,
        population_group: row.populationGroup,
        indicator: row.indicator,
        period_kind: row.period.kind,
        period_from: day(row.period.from),
        period_to: day(row.period.to),
        value: row.value,
        numerator: row.numerator,
        denominator: row.denominator,
        not_known: row.notKnown,
        break_note: row.breakNote,
        note: row.note,
        published_in: row.publishedIn,
        known_on: day(batch.knownOn),
      }))
      await db.insertInto('figure').values(values).execute()
    }
  },
}

export const targetSet: AssertionSet<Target> = {
  identity: ({ authority, indicator, appliesFrom }) => JSON.stringify([authority, indicator, appliesFrom]),
  content: (row) => [row.appliesTo, row.target, row.redBeyond, row.publishedIn, row.note],
  async findVisible(db, rows, knownOn) {
    const found = await visibleTargets(db, knownOn)
      .where('authority', '=', anyOf(distinct(rows.map(({ authority }) => authority))))
      .where('indicator', '=', anyOf(distinct(rows.map(({ indicator }) => indicator))))
      .execute()
    return found.map(storedTarget)
  },
  async add(db, batch, rows) {
    for (const chunk of chunks(rows)) {
      const values = chunk.map((row) => ({
        batch_id: batch.id,
        authority: row.authority,
        indicator: row.indicator,
        applies_from: day(row.appliesFrom),
        applies_to: dayOrNull(row.appliesTo),
        target: row.target,
        red_beyond: row.redBeyond,
        published_in: row.publishedIn,
        note: row.note,
        known_on: day(batch.knownOn),
      }))
      await db.insertInto('target').values(values).execute()
    }
  },
}

export const benchmarkSet: AssertionSet<Benchmark> = {
  identity: ({ authority, indicator, comparator, appliesFrom }) =>
    JSON.stringify([authority, indicator, comparator, appliesFrom]),
  content: (row) => [row.value, row.year, row.appliesTo, row.differs, row.publishedIn],
  async findVisible(db, rows, knownOn) {
    const found = await visibleBenchmarks(db, knownOn)
      .where('authority', '=', anyOf(distinct(rows.map(({ authority }) => authority))))
      .where('indicator', '=', anyOf(distinct(rows.map(({ indicator }) => indicator))))
      .execute()
    return found.map(storedBenchmark)
  },
  async add(db, batch, rows) {
    for (const chunk of chunks(rows)) {
      const values = chunk.map((row) => ({
        batch_id: batch.id,
        authority: row.authority,
        indicator: row.indicator,
        comparator: row.comparator,
        value: row.value,
        year: row.year,
        applies_from: day(row.appliesFrom),
        applies_to: dayOrNull(row.appliesTo),
        differs: row.differs,
        published_in: row.publishedIn,
        known_on: day(batch.knownOn),
      }))
      await db.insertInto('benchmark').values(values).execute()
    }
  },
}

/** PostgreSQL takes at most 65,535 parameters in one statement; a row has up to 16. */
function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  const size = 1000
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
