import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeSchema } from '../../scripts/describe-schema.ts'
import { areas } from '../../src/areas/index.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { EmbeddedDialect, startEmbedded } from '../../src/store/embedded-dialect.ts'
import { openStore, type Place } from '../../src/store/open.ts'
import { postgresqlDialect } from '../../src/store/postgresql.ts'
import type { Tables } from '../../src/store/tables.ts'
import { eachDatabase } from './each-database.ts'

// Whoever keeps a store keeps it through every new version. `last-release` is the schema of the last one, and the migrations that it had run: a record type that
// has changed since without a migration fails here, and not when somebody's store is opened. With a release both files are taken anew.

const fixtures = new URL('../fixtures/last-release/', import.meta.url)
const schema = readFileSync(new URL('schema.sql', fixtures), 'utf8')
const migrations = readFileSync(new URL('migrations.txt', fixtures), 'utf8').trim().split('\n')
const types = recordTypesOf(areas)

const statements = schema
  .replaceAll(/^--.*$/gm, '')
  .split(/;\n/)
  .map((one) => one.trim())
  .filter((one) => one !== '')

async function connect(place: Place): Promise<Kysely<Tables>> {
  const dialect =
    place.kind === 'embedded'
      ? new EmbeddedDialect(await startEmbedded({ dataDir: join(place.folder, 'database') }))
      : await postgresqlDialect(place.url)
  return new Kysely<Tables>({ dialect })
}

/** A store as the last release left it, with a record of every type that it had: what is added must fit rows that are there. */
async function releasedAt(place: Place): Promise<readonly string[]> {
  const db = await connect(place)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(db)
  await sql`create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)`.execute(
    db,
  )
  await sql`insert into kysely_migration_lock values ('migration_lock', 0)`.execute(db)
  for (const name of migrations) await sql`insert into kysely_migration values (${name}, '2023')`.execute(db)
  const tables = [...schema.matchAll(/^create table (record_\w+) \(\n {2}version_id/gm)].map(([, name = '']) => name)
  for (const [at, table] of tables.entries()) await fill(db, table, at + 1)
  await db.destroy()
  return tables
}

const SOMETHING: Readonly<Record<string, string>> = {
  bigint: '1',
  'bigint[]': "'{1}'",
  text: "'x'",
  'text[]': "'{x}'",
  date: "'2020-01-01'",
  integer: '1',
  'double precision': '1',
  numeric: '1',
  boolean: 'true',
  jsonb: "'[]'",
  'timestamp with time zone': "'2020-01-01'",
}

async function fill(db: Kysely<Tables>, table: string, id: number): Promise<void> {
  const type = table.replace('record_', '').replaceAll('_', '-')
  await sql`insert into subject (kind, made_at, made_by) values ('person', now(), 'x')`.execute(db)
  await sql`insert into record (type, made_at, made_by) values (${type}, now(), 'x')`.execute(db)
  await sql`
    insert into version (record_id, type, known_on, state, recorded_at, recorded_by, source)
    values (${id}, ${type}, '2020-01-01', 'recorded', now(), 'x', 'form')`.execute(db)
  const { rows } = await sql<{ name: string; type: string }>`
    select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and attnotnull and attname <> 'version_id'`.execute(db)
  const names = ['version_id', ...rows.map(({ name }) => name)]
  const values = [String(id), ...rows.map((one) => SOMETHING[one.type] ?? 'null')]
  await sql.raw(`insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`).execute(db)
}

/** Each table with its lines in no order, for a column that was added stands last; and without brackets, of which a condition has fewer once it was read back. */
const tablesIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^create table ("?\w+"?) \(\n([\s\S]*?)\n\);\n((?:create .*\n)*)/gm)].map(
      ([, name = '', body = '', indexes = '']) => [
        name,
        [...body.split(',\n'), ...indexes.split('\n')].map((line) => line.trim().replaceAll(/[()]/g, '')).toSorted(),
      ],
    ),
  )

eachDatabase((database) => {
  test('a store of the last release is opened by this one, keeps its records, and ends as a new store begins', async () => {
    const place = await database.emptyPlace()
    const tables = await releasedAt(place)
    expect(tables.length).toBeGreaterThan(100)
    const store = await openStore(place, types)
    try {
      expect(tablesIn(await describeSchema(store.db))).toEqual(
        tablesIn(await describeSchema((await database.open()).db)),
      )
      for (const table of tables) {
        const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
          store.db,
        )
        expect([table, Number(rows[0]?.count)]).toEqual([table, 1])
      }
    } finally {
      await store.close()
    }
  })
}, types)
