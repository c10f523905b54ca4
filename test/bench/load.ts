import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type PlainDate, plainDate, toText } from '../../src/core/dates/plain-date.ts'
import type { SubjectKind } from '../../src/core/definitions/field.ts'
import type { Store } from '../../src/store/open.ts'
import { importRecords } from '../../src/store/records/import.ts'
import type { ImportRow, RecordCounts } from '../../src/store/records/record-file.ts'
import { makeSubjects } from '../../src/store/records/write.ts'
import { appOn } from '../support/app.ts'
import { type Size, type Subjects, sizeAt } from './authority/families.ts'
import { alteredRows, countRows, type ExportedTable } from './authority/table.ts'
import { exportedTables } from './authority/tables.ts'
import type { Authority, LoadedAuthority } from './bench.ts'
import { timed } from './measure.ts'

/** An authority with its first export imported into an empty store. */
export async function loadAuthority(store: Store, scale: number): Promise<LoadedAuthority> {
  const size = sizeAt(scale)
  const subjects = await makeEverybody(store, size)
  const tables = exportedTables(size, subjects)
  const { rows } = countAll(tables)
  const { result, seconds } = await timed(() => importExport(store, tables, 'first'))
  expectCounts(result, { new: rows })
  await tidy(store)
  return { app: appOn(store), store, scale, size, subjects, tables, rows, firstImport: seconds }
}

/** The same authority, found again in the store by another process. Whoever was made after it is none of it. */
export async function findAuthority(store: Store, scale: number): Promise<Authority> {
  const size = sizeAt(scale)
  const rows = await store.db.selectFrom('subject').select(['id', 'kind']).orderBy('id').execute()
  const first = (kind: SubjectKind, count: number, after = 0) =>
    rows
      .filter((row) => row.kind === kind)
      .slice(after, after + count)
      .map(({ id }) => id)
  const subjects = {
    children: first('person', size.children),
    adults: first('person', size.adults, size.children),
    teams: first('team', size.teams),
    workers: first('worker', size.workers),
    households: first('household', size.households),
  }
  return { app: appOn(store), store, scale, size, subjects }
}

async function makeEverybody({ db }: Store, size: Size): Promise<Subjects> {
  const made = { madeAt: new Date('2023-09-01T09:00:00Z'), madeBy: 'bench' }
  return {
    children: await makeSubjects(db, size.children, { ...made, kind: 'person' }),
    adults: await makeSubjects(db, size.adults, { ...made, kind: 'person' }),
    teams: await makeSubjects(db, size.teams, { ...made, kind: 'team' }),
    workers: await makeSubjects(db, size.workers, { ...made, kind: 'worker' }),
    households: await makeSubjects(db, size.households, { ...made, kind: 'household' }),
  }
}

/** PostgreSQL does this of itself some time later; the embedded database never does. */
export async function tidy({ db, kind }: Store): Promise<void> {
  if (kind === 'postgresql') await sql`vacuum analyze`.execute(db)
}

export type ExportKey = 'first' | 'unchanged' | 'altered'

const exports: Readonly<
  Record<ExportKey, { readonly knownOn: PlainDate; rowsOf(table: ExportedTable): Iterable<ImportRow> }>
> = {
  first: { knownOn: plainDate('2023-09-06'), rowsOf: (table) => table.rows() },
  unchanged: { knownOn: plainDate('2023-09-13'), rowsOf: (table) => table.rows() },
  altered: { knownOn: plainDate('2023-09-20'), rowsOf: alteredRows },
}

/** Imports all tables as one file, and adds up what they were. */
export async function importExport(
  { db }: Store,
  tables: readonly ExportedTable[],
  key: ExportKey,
): Promise<RecordCounts> {
  const { knownOn, rowsOf } = exports[key]
  const file = {
    fileName: `${key}.csv`,
    sha256: createHash('sha256').update(key).digest('hex'),
    format: 'bench',
    knownOn,
    recordedAt: new Date(`${toText(knownOn)}T20:00:00Z`),
    recordedBy: 'bench',
  }
  const imported = await importRecords(
    db,
    file,
    tables.map((table) => ({ window: { type: table.type, sourceSystem: 'bench' }, rows: rowsOf(table) })),
  )
  const sum = (key: keyof RecordCounts) => imported.tables.reduce((all, table) => all + table[key], 0)
  return { new: sum('new'), changed: sum('changed'), same: sum('same'), gone: sum('gone'), removed: sum('removed') }
}

export function countAll(tables: readonly ExportedTable[]): { readonly rows: number; readonly altered: number } {
  const counts = tables.map(countRows)
  return {
    rows: counts.reduce((all, { rows }) => all + rows, 0),
    altered: counts.reduce((all, { altered }) => all + altered, 0),
  }
}

export function expectCounts(counts: RecordCounts, expected: Partial<RecordCounts>): void {
  const all = { new: 0, changed: 0, same: 0, gone: 0, removed: 0, ...expected }
  if (JSON.stringify(counts) === JSON.stringify(all)) return
  throw new Error(`The import should have counted ${JSON.stringify(all)}, and counted ${JSON.stringify(counts)}`)
}
