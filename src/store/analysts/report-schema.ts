import { sql } from 'kysely'
import { copyRows, copyText } from '../copy-rows.ts'
import { type Db, within } from '../records/transaction.ts'
import { findGroup } from './connections.ts'

/** A table as analysts read it. Each column says what it holds: that stands in the database too. */
export type ReportTable = {
  readonly name: string
  readonly comment: string
  readonly columns: readonly ReportColumn[]
  /** What it is asked by. */
  readonly index?: readonly string[]
}

/** Rows of some of the tables: a lot at a time, so that not all of them are held at once. */
export type ReportLots = AsyncIterable<{ readonly table: string; readonly rows: readonly ReportRow[] }>

export type ReportColumn = {
  readonly name: string
  readonly type: 'text' | 'integer' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'jsonb'
  readonly comment: string
}

/** Each value as the database writes it, in the order of the table’s columns. */
export type ReportRow = readonly (string | null)[]

const SCHEMA = 'report'
const NEXT = 'report_next'

/** Whether analysts have anything to read here. */
export async function hasReport(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_namespace where nspname = ${SCHEMA}`.execute(db)
  return rows.length > 0
}

/**
 * Puts these tables in place of what the schema `report` held, all in one: whoever asks meanwhile has an answer from what was there. What the old tables took is
 * given back by `dropOldReports`, when nobody reads them any more.
 */
export const replaceReport = (db: Db, tables: readonly ReportTable[], lots: ReportLots): Promise<void> =>
  within(db, async (inside) => {
    await sql`drop schema if exists ${sql.id(NEXT)} cascade`.execute(inside)
    await sql`create schema ${sql.id(NEXT)}`.execute(inside)
    for (const table of tables) await make(inside, table)
    const byName = new Map(tables.map((table) => [table.name, table] as const))
    for await (const { table, rows } of lots) {
      const { name, columns } = known(byName, table)
      const names = columns.map((column) => `"${column.name}"`).join(', ')
      if (rows.length > 0)
        await copyRows(inside, `${NEXT}."${name}" (${names})`, [Buffer.from(rows.map(line).join(''))])
    }
    for (const table of tables) await indexed(inside, table)
    if (await hasReport(inside))
      await sql`alter schema ${sql.id(SCHEMA)} rename to ${sql.id(oldName())}`.execute(inside)
    await sql`alter schema ${sql.id(NEXT)} rename to ${sql.id(SCHEMA)}`.execute(inside)
    await letAnalystsRead(inside)
  })

function known(tables: ReadonlyMap<string, ReportTable>, name: string): ReportTable {
  const table = tables.get(name)
  if (table === undefined) throw new RangeError(`There is no table “${name}” in the report`)
  return table
}

async function make(db: Db, { name, comment, columns }: ReportTable): Promise<void> {
  const table = sql.id(NEXT, name)
  const made = columns.map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`)
  await sql`create table ${table} (${sql.join(made)})`.execute(db)
  await sql`comment on table ${table} is ${sql.lit(comment)}`.execute(db)
  for (const column of columns)
    await sql`comment on column ${sql.id(NEXT, name, column.name)} is ${sql.lit(column.comment)}`.execute(db)
}

async function indexed(db: Db, { name, index }: ReportTable): Promise<void> {
  if (index === undefined) return
  await sql`create index on ${sql.id(NEXT, name)} (${sql.join(index.map((one) => sql.id(one)))})`.execute(db)
}

const line = (row: ReportRow): string => `${row.map(copyText).join('\t')}\n`

/** The connections of analysts read what there is, and nothing else of the database. Where there are none yet, nobody does. */
export async function letAnalystsRead(db: Db): Promise<void> {
  const group = await findGroup(db)
  if (group === undefined || !(await hasReport(db))) return
  await sql`grant usage on schema ${sql.id(SCHEMA)} to ${sql.id(group)}`.execute(db)
  await sql`grant select on all tables in schema ${sql.id(SCHEMA)} to ${sql.id(group)}`.execute(db)
}

const oldName = () => `${SCHEMA}_old_${Date.now()}`

/** Drops what was replaced, but for what somebody is still reading: that is dropped another time. */
export async function dropOldReports(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname ~ ${`^${SCHEMA}_old_[0-9]+$`}`.execute(db)
  for (const { name } of rows) {
    try {
      await db.transaction().execute(async (inside) => {
        await sql`set local lock_timeout = '1s'`.execute(inside)
        await sql`drop schema ${sql.id(name)} cascade`.execute(inside)
      })
    } catch (error) {
      // Class 55: somebody has it. Whatever else is wrong is told.
      if (!(error instanceof Error) || !('code' in error) || error.code !== '55P03') throw error
    }
  }
}
