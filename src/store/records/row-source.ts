import { type RawBuilder, sql } from 'kysely'
import { type RecordTable, VERSION_ID } from './columns.ts'
import type { Db } from './transaction.ts'
import type { JsonObject } from './values.ts'

/** `version_id, child_id, started_on`: the columns of a record type's table. */
export const columnList = (table: RecordTable): RawBuilder<unknown> =>
  sql.join([VERSION_ID, ...table.columns.map(({ name }) => name)].map((name) => sql.id(name)))

/** Adds rows, each with its `version_id`, to the table of a record type. */
export async function insertRows(db: Db, table: RecordTable, rows: readonly JsonObject[]): Promise<void> {
  const typed = table.columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
  await sql`
    insert into ${sql.table(table.name)} (${columnList(table)})
    select ${columnList(table)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (${sql.id(VERSION_ID)} bigint, ${sql.join(typed)})`.execute(
    db,
  )
}
