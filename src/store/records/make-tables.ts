import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { VERSION_ID } from './columns.ts'
import { type DerivedTable, deriveSchema, LOOKED_UP, type RecordTypes } from './schema.ts'

const FINGERPRINT_SETTING = 'derived schema'

/**
 * Makes the tables of record types that have none. When nothing was changed since the last time, this is one look-up.
 * @throws StoreError naming every difference when a table is no longer what its record type makes: only a migration may change it.
 */
export async function makeRecordTables(db: Kysely<Tables>, types: RecordTypes): Promise<void> {
  const tables = deriveSchema(types)
  const fingerprint = fingerprintOf(tables)
  if ((await findFingerprint(db)) === fingerprint) return
  await db.transaction().execute(async (trx) => {
    // Two processes that start at once: the second waits, and finds everything made.
    await sql`lock table setting in share row exclusive mode`.execute(trx)
    if ((await findFingerprint(trx)) === fingerprint) return
    await makeMissing(trx, tables)
    await trx
      .insertInto('setting')
      .values({ key: FINGERPRINT_SETTING, value: fingerprint })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: fingerprint }))
      .execute()
  })
}

/** The same for the same tables, whatever the labels and sources of their definitions. */
export const fingerprintOf = (tables: readonly DerivedTable[]): string =>
  createHash('sha256')
    .update(JSON.stringify(tables.map(({ statements, lookUps }) => [...statements, ...lookUps])))
    .digest('hex')

async function findFingerprint(db: Kysely<Tables>): Promise<string | undefined> {
  const found = await db.selectFrom('setting').select('value').where('key', '=', FINGERPRINT_SETTING).executeTakeFirst()
  return found?.value
}

async function makeMissing(db: Kysely<Tables>, tables: readonly DerivedTable[]): Promise<void> {
  const existing = await describeTables(db)
  const differences = [
    ...tables.flatMap((table) => {
      const there = existing.get(table.name)
      return there === undefined ? [] : differencesOf(table.name, there, wanted(table))
    }),
    ...(await orphans(db, tables, [...existing.keys()])),
  ]
  if (differences.length > 0) {
    throw new StoreError(
      `The tables of this store are not those of its record types, and nothing has been changed:\n${differences.join('\n')}\n` +
        'Write a migration in db/migrations that changes them (beginning with `alter table if exists`), or take the change of the record type back.',
    )
  }
  const missing = tables.filter(({ name }) => !existing.has(name))
  const statements = [...missing.flatMap((table) => table.statements), ...tables.flatMap(({ lookUps }) => lookUps)]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** What a table is made of, a line each: `started_on date`, `outcome is checked`. */
type Described = ReadonlySet<string>

function wanted({ columns }: DerivedTable): Described {
  return new Set([
    `${VERSION_ID} bigint not null`,
    ...columns.flatMap(({ name, type, notNull, notEmpty, indexed }) => [
      `${name} ${type === 'timestamptz' ? 'timestamp with time zone' : type}${notNull ? ' not null' : ''}`,
      ...(notEmpty ? [`${name} is checked`] : []),
      ...(indexed ? [`${name} is indexed`] : []),
    ]),
  ])
}

function differencesOf(table: string, there: Described, should: Described): readonly string[] {
  return [
    ...[...should].filter((line) => !there.has(line)).map((line) => `${table} lacks: ${line}`),
    ...[...there].filter((line) => !should.has(line)).map((line) => `${table} has besides: ${line}`),
  ]
}

/** Every table that is joined to `version` by a column of that name, from the database's own catalogue. */
async function describeTables(db: Kysely<Tables>): Promise<ReadonlyMap<string, Described>> {
  const { rows } = await sql<{ name: string; line: string }>`
    with derived as (
      select pg_class.oid, relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = ${VERSION_ID}
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname like 'record\\_%'
    ), line as (
      select attrelid as oid,
        attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end as line
      from pg_attribute where attnum > 0 and not attisdropped
      union all
      select conrelid, attname || ' is checked'
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'c'
      union all
      select indrelid, attname || ' is indexed'
      from pg_index
        join pg_class as index on index.oid = indexrelid
        join pg_attribute on attrelid = indrelid and attnum = any(indkey)
      where not indisprimary and index.relname not like ${`%${LOOKED_UP.replaceAll('_', '\\_')}`}
    )
    select relname as name, line from derived join line using (oid)`.execute(db)
  const tables = new Map<string, Set<string>>()
  for (const { name, line } of rows) tables.set(name, (tables.get(name) ?? new Set()).add(line))
  return tables
}

/** Tables with rows that no record type claims: those records would be in the store and nowhere to be seen. */
async function orphans(
  db: Kysely<Tables>,
  tables: readonly DerivedTable[],
  existing: readonly string[],
): Promise<readonly string[]> {
  const claimed = new Set(tables.map(({ name }) => name))
  const found: string[] = []
  for (const name of existing.filter((one) => !claimed.has(one))) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) found.push(`${name} has records, and there is no record type of that name`)
  }
  return found
}
