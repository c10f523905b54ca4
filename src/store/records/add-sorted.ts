import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { day } from '../column-types.ts'
import type { RecordTable } from './columns.ts'
import { manyColumns } from './copied-row.ts'
import type { RecordCounts, RecordFile } from './record-file.ts'
import { columnList } from './row-source.ts'
import type { Verdict } from './sort-out.ts'
import type { Db } from './transaction.ts'

/** Adds what is new, changed or gone. */
export async function addSorted(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  file: RecordFile & { readonly batch: number },
): Promise<void> {
  const type = table.type.key
  await sql`
    insert into record (id, type, made_at, made_by, source_system, identity) overriding system value
    select "#record", ${type}, ${file.recordedAt}::timestamptz, ${file.recordedBy}, ${sourceSystem}, "#identity"
    from sorted_out where "#known" is null`.execute(db)
  await sql`
    insert into version (id, record_id, type, known_on, state, recorded_at, recorded_by, source, batch_id, replaces) overriding system value
    select "#version", "#record", ${type}, ${day(file.knownOn)}, case "#verdict" when 'gone' then 'gone' else 'recorded' end,
      ${file.recordedAt}::timestamptz, ${file.recordedBy}, 'import', ${file.batch}, "#before"
    from sorted_out where "#version" is not null`.execute(db)
  await addContents(db, table)
  await addSubjects(db, table)
  await sql`
    insert into import_repeat (batch_id, record_id)
    select ${file.batch}::bigint, "#record" from sorted_out where "#verdict" = 'repeated'`.execute(db)
}

const SAYS_SOMETHING = sql<SqlBool>`"#verdict" in ('new', 'changed')`

async function addContents(db: Db, table: RecordTable): Promise<void> {
  const columns = table.columns.map(({ name }) => sql`incoming.${sql.id(name)}`)
  // In the order of the index on versions, as everything else here.
  await sql`
    insert into ${sql.table(table.name)} (${columnList(table)})
    select ${sql.join([sql`"#version"`, ...columns])}
    from sorted_out join incoming using ("#place") where ${SAYS_SOMETHING} order by "#version"`.execute(db)
  for (const [index, column] of manyColumns(table).entries()) {
    await sql`
      insert into version_subject (version_id, role, place, subject_id)
      select "#version", ${table.manyRoles[index]}, placed.place - 1, subject
      from sorted_out cross join unnest(${sql.id(column)}) with ordinality as placed (subject, place)
      where ${SAYS_SOMETHING} order by "#version"`.execute(db)
  }
}

/** Of a record that there was before most subjects are there already. Those of new ones are not looked up. */
async function addSubjects(db: Db, table: RecordTable): Promise<void> {
  const single = table.singleRoles.map(({ column }) => sql.id(column.name))
  const many = manyColumns(table).map((column) => sql`unnest(${sql.id(column)})`)
  const those = (which: RawBuilder<SqlBool>) => {
    const selects = [...single, ...many].map(
      (one) => sql`select ${one}, "#record" from sorted_out where ${SAYS_SOMETHING} and ${which}`,
    )
    return sql`
      insert into record_subject (subject_id, type, record_id)
      select subject, ${table.type.key}, record
      from (${sql.join(selects, sql` union `)}) as those (subject, record) where subject is not null`
  }
  await sql`${those(sql`"#known" is null`)} order by subject, record`.execute(db)
  await sql`${those(sql`"#known" is not null`)} on conflict do nothing`.execute(db)
}

/** How many rows were what, of so many in the file. */
export async function countSorted(db: Db, rows: number): Promise<RecordCounts> {
  const { rows: found } = await sql<{ verdict: Verdict; count: number }>`
    select "#verdict" as verdict, count(*) as count from sorted_out group by "#verdict"`.execute(db)
  const count = (verdict: Verdict): number => found.find((one) => one.verdict === verdict)?.count ?? 0
  const [added, changed, removed] = [count('new'), count('changed'), count('removed')]
  return { new: added, changed, same: rows - added - changed - removed, gone: count('gone'), removed }
}
