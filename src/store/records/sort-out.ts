import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { day } from '../column-types.ts'
import { type RecordTable, VERSION_ID } from './columns.ts'
import { roleColumns } from './copied-row.ts'
import type { RecordFile } from './record-file.ts'
import type { Db } from './transaction.ts'
import { covered } from './window.ts'

/**
 * What a row of the file is to the store as it stood on a day, where there is something to be done about it. `gone`: what was visible in the
 * window of the file, and is not in the file. `repeated`: see the table `import_repeat`.
 */
export type Verdict = 'new' | 'changed' | 'gone' | 'removed' | 'repeated'

/**
 * Makes `sorted_out`, of what in the file and the store is not the same, and gives numbers to the records and versions that it will make: in
 * the order of the index on identities, which takes them in sequence in half the time. All rows of the file are compared in one go with all
 * that there is of the type and source: looked up one by one they would take several times as long.
 */
export async function sortOut(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  file: RecordFile & { readonly batch: number },
): Promise<void> {
  const spoken = sql`
    select subjects, from_on, to_on, only_beginning from import_window
    where batch_id = ${file.batch} and type = ${table.type.key} and source_system = ${sourceSystem}`
  const roles = roleColumns(table).map((column) => sql.id(column))
  await sql`
    create temp table sorted_out on commit drop as
    select ${sql.join([...OWN, ...roles])},
      case when "#known" is null then nextval((${sequenceOf('record')})) else "#known" end as "#record",
      case when "#verdict" in ('new', 'changed', 'gone') then nextval((${sequenceOf('version')})) end as "#version"
    from (
      select "#place", "#identity", "#held" as "#known", "#visible" as "#before",
        ${verdict(table, covered(table, file.batch, sourceSystem))} as "#verdict",
        ${sql.join(roles.map((role) => sql`incoming.${role}`))}
      from incoming
        full join (${held(table, sourceSystem, file.knownOn)}) as said on "#held_as" = "#identity"
        cross join (${spoken}) as spoken
      order by "#identity"
    ) as compared
    where "#verdict" is not null`.execute(db)
}

/** What `sorted_out` takes over from the comparison, besides whoever stands in the roles. */
const OWN = ['#place', '#identity', '#known', '#before', '#verdict'].map((column) => sql.id(column))

/** Looked up once for a statement, not for every row. */
const sequenceOf = (name: string): RawBuilder<unknown> => sql`select pg_get_serial_sequence(${name}, 'id')::regclass`

/**
 * Every record of the type and source, with what was visible of it on a day: whatever the state of that, its content only while recorded. Of the source alone:
 * a return about few is not to read through what another system has told of everybody.
 */
const held = (table: RecordTable, sourceSystem: string, knownOn: PlainDate): RawBuilder<unknown> => sql`
  select visible.*, removal.id is not null as "#removed", said.*
  from (
      select distinct on (record.id) record.id as "#held", record.identity as "#held_as", version.id as "#visible", version.state as "#state"
      from record
        left join version on version.record_id = record.id and version.type = ${table.type.key} and version.known_on <= ${day(knownOn)}
      where record.type = ${table.type.key} and record.source_system = ${sourceSystem} and record.identity is not null
      order by record.id, version.known_on desc, version.id desc
    ) as visible
    left join removal on removal.record_id = "#held"
    left join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = "#visible"`

/** Null where nothing has to be done: the file says what was visible, or nothing about what it does not speak for. */
const verdict = (table: RecordTable, isCovered: RawBuilder<SqlBool>): RawBuilder<Verdict | null> => sql`
  case
    when "#place" is null then case when "#state" = 'recorded' and ${isCovered} then 'gone' end
    when "#removed" then 'removed'
    when "#state" is distinct from 'recorded' then 'new'
    when not ${isSame(table)} then 'changed'
    when not ${isCovered} then 'repeated'
  end`

function isSame(table: RecordTable): RawBuilder<SqlBool> {
  const columns = table.columns.map(
    ({ name }) => sql`said.${sql.id(name)} is not distinct from incoming.${sql.id(name)}`,
  )
  const many = table.manyRoles.map(
    (role, index) => sql`incoming.${sql.id(`#many${index}`)} = array(
      select subject_id from version_subject where version_id = "#visible" and role = ${role} order by place
    )`,
  )
  return sql<SqlBool>`(${sql.join([sql`true`, ...columns, ...many], sql` and `)})`
}
