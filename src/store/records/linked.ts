import { sql } from 'kysely'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { tableOf, VERSION_ID } from './columns.ts'
import type { RecordTypes } from './schema.ts'
import type { Db } from './transaction.ts'

/** Records that name a record of a type in any version: in a link or in a field. */
export async function findLinking(
  db: Db,
  types: RecordTypes,
  { type, record }: { readonly type: RecordType; readonly record: RecordId },
): Promise<readonly { readonly type: RecordType; readonly record: RecordId }[]> {
  const places = [...types.values()].flatMap((other) =>
    tableOf(other).references.flatMap(({ name, references }) =>
      references.record === type.key ? [{ other, column: name }] : [],
    ),
  )
  const found: { readonly type: RecordType; readonly record: RecordId }[] = []
  for (const { other, column } of places) {
    const { rows } = await sql<{ record: RecordId }>`
      select distinct record_id as record from ${sql.table(tableOf(other).name)} as said
      join version on version.id = said.${sql.id(VERSION_ID)} where said.${sql.id(column)} = ${record} order by record`.execute(
      db,
    )
    found.push(...rows.map((row) => ({ type: other, record: row.record })))
  }
  return found
}
