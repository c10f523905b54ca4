import { type Kysely, sql } from 'kysely'
import type { Tables } from '../src/store/tables.ts'

type Table = { readonly oid: number; readonly name: string }

/**
 * The tables of a migrated database as SQL to be read, from the database's own catalogue: in the order in which the
 * migrations made them and then the derived ones, the same text from either database. Leaves out Kysely's own tables.
 */
export async function describeSchema(db: Kysely<Tables>): Promise<string> {
  const { rows: tables } = await sql<Table>`
    select oid::integer as oid, quote_ident(relname) as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'kysely\\_%'
    order by relname like 'record\\_%' and exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'version_id'
    ), pg_class.oid`.execute(db)
  const described: string[] = []
  for (const table of tables) described.push(await describeTable(db, table))
  return [heading, ...described].join('\n')
}

const heading =
  '-- Derived from db/migrations and the record types of src/areas by `npm run schema`. To change it, add a migration; a new record\n-- type brings its own table.\n'

async function describeTable(db: Kysely<Tables>, { oid, name }: Table): Promise<string> {
  const parts = [...(await columns(db, oid)), ...(await constraints(db, oid))]
  const table = `create table ${name} (\n${parts.map((part) => `  ${part}`).join(',\n')}\n);\n`
  return [table, ...(await indexes(db, oid))].join('')
}

async function columns(db: Kysely<Tables>, table: number): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ',
      quote_ident(attname),
      format_type(atttypid, atttypmod),
      case when attcollation <> typcollation then 'collate ' || quote_ident(collname) end,
      case when attidentity = 'a' then 'generated always as identity' end,
      'default ' || pg_get_expr(adbin, adrelid),
      case when attnotnull then 'not null' end
    ) as line
    from pg_attribute
      join pg_type on pg_type.oid = atttypid
      left join pg_collation on pg_collation.oid = attcollation
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = ${table} and attnum > 0 and not attisdropped
    order by attnum`.execute(db)
  return rows.map(({ line }) => line)
}

/** PostgreSQL 18 keeps `not null` as a constraint too, which earlier versions do not. */
async function constraints(db: Kysely<Tables>, table: number): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
    from pg_constraint
    where conrelid = ${table} and contype <> 'n'
    order by position(contype::text in 'pufc'), conname collate "C"`.execute(db)
  return rows.map(({ line }) => line)
}

async function indexes(db: Kysely<Tables>, table: number): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select replace(pg_get_indexdef(indexrelid), current_schema() || '.', '') || E';\\n' as line
    from pg_index
    where indrelid = ${table} and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
    order by indexrelid`.execute(db)
  return rows.map(({ line }) => line)
}
