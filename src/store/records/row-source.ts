import { type RawBuilder, sql } from 'kysely'
import { type RecordTable, VERSION_ID } from './columns.ts'
import type { Db } from './transaction.ts'
import type { JsonObject } from './values.ts'

/** `version_id, child_id, started_on`: the columns of a record type's table. */
export const columnList = (table: RecordTable): RawBuilder<unknown> =>
  sql.join([VERSION_ID, ...table.columns.map(({ name }) => name)].map((name) => sql.id(name)))

/** Rows given as JSON, to be selected from as `given`, typed as the columns of the table and whatever is declared besides. */
export function given(
  table: RecordTable,
  rows: readonly JsonObject[],
  besides: readonly string[],
): RawBuilder<unknown> {
  const declared = table.columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
  const list = sql.join([...besides.map((column) => sql.raw(column)), ...declared])
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (${list})`
}

/** Adds rows, each with its `version_id`, to the table of a record type. */
export async function insertRows(db: Db, table: RecordTable, rows: readonly JsonObject[]): Promise<void> {
  await sql`
    insert into ${sql.table(table.name)} (${columnList(table)})
    select ${columnList(table)} from ${given(table, rows, [`${VERSION_ID} bigint`])}`.execute(db)
}
