import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import { day } from '../column-types.ts'
import { StoreError } from '../store-error.ts'
import { type RecordTable, VERSION_ID } from './columns.ts'
import type { ImportRow, RecordCounts, RecordFile } from './record-file.ts'
import { References } from './references.ts'
import { columnList, given } from './row-source.ts'
import { encodeContent } from './rows.ts'
import type { Db } from './transaction.ts'
import { covered } from './window.ts'

// Two tables that last for one import: `incoming` has the rows of the file, `sorted_out` what each is to the store. Columns of our own
// begin with #, which no column of a record type can.

/** Rows in one statement: few enough for the text of them to stay small, many enough for the number of statements not to matter. */
const ROWS_AT_ONCE = 10_000

/** Puts the rows of a file into `incoming`. @throws StoreError when one record is there twice, or names what is not there */
export async function stage(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  rows: readonly ImportRow[],
): Promise<void> {
  refuseTwice(rows)
  const own = ['"#place" integer', '"#identity" text', '"#subjects" bigint[]', ...manyColumns(table)]
  const typed = table.columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
  const columns = sql.join([...own.map((one) => sql.raw(one)), ...typed])
  await sql`create temp table incoming (${columns}) on commit drop`.execute(db)
  const references = new References()
  let adding: Promise<unknown> = Promise.resolve()
  try {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const some = rows.slice(start, start + ROWS_AT_ONCE)
      const encoded = some.map((row, index) => encodeRow(table, row, start + index, references))
      const insert = sql`insert into incoming select * from ${given(table, encoded, own)}`
      // The database takes one lot while the next is made ready.
      await adding
      adding = insert.execute(db)
    }
  } finally {
    await adding
  }
  await references.check(db)
  await hashRemoved(db, table, sourceSystem)
  await sql`analyze incoming`.execute(db)
}

function encodeRow(table: RecordTable, { identity, content }: ImportRow, place: number, references: References) {
  // Documents have numbers of this store's own, which no file of another system can know.
  if (documentsIn(table.type.fields, content.fields).length > 0)
    throw new StoreError(`it names a document in ${table.type.key}, and documents are added only here`)
  const encoded = encodeContent(table, content)
  references.add(table, encoded)
  const many = table.manyRoles.map((role, index) => {
    const subjects = encoded.placed.filter((one) => one.role === role).map((one) => one.subject_id)
    return [`#many${index}`, subjects] as const
  })
  return {
    '#place': place,
    '#identity': identity,
    '#subjects': encoded.subjects,
    ...Object.fromEntries(many),
    ...encoded.row,
  }
}

function refuseTwice(rows: readonly ImportRow[]): void {
  const seen = new Set<string>()
  for (const { identity } of rows) {
    if (seen.has(identity)) throw new StoreError(`it has the record ${identity} twice`)
    seen.add(identity)
  }
}

const manyColumns = (table: RecordTable): readonly string[] =>
  table.manyRoles.map((_role, index) => `"#many${index}" bigint[]`)

/** Of a record whose content was removed only a hash of its identity is left to know it by. */
async function hashRemoved(db: Db, table: RecordTable, sourceSystem: string): Promise<void> {
  const removed = await db
    .selectFrom('record')
    .innerJoin('removal', 'removal.record_id', 'record.id')
    .select('identity')
    .where('type', '=', table.type.key)
    .where('source_system', '=', sourceSystem)
    .execute()
  if (removed.length === 0) return
  const hash = sql`encode(sha256(convert_to("#identity", 'UTF8')), 'hex')`
  await sql`
    update incoming set "#identity" = ${hash}
    where ${hash} = any(${removed.map(({ identity }) => identity)}::text[])`.execute(db)
}

/**
 * Works out what each row is to the store as it stood on a day, and gives numbers to the records and versions that it will make: in the order of
 * the index on identities, which takes them in sequence in half the time.
 */
export async function sortOut(db: Db, table: RecordTable, sourceSystem: string, knownOn: PlainDate): Promise<void> {
  await sql`
    create temp table sorted_out on commit drop as
    select place, identity, known, before, verdict,
      case when known is null then nextval((${sequenceOf('record')})) else known end as record_id,
      case when verdict in ('new', 'changed') then nextval((${sequenceOf('version')})) end as version_id
    from (
      select "#place" as place, "#identity" as identity, held.id as known, visible.id as before,
        case
          when removal.id is not null then 'removed'
          when visible.state is distinct from 'recorded' then 'new'
          when ${isSame(table)} then 'same'
          else 'changed'
        end as verdict
      from incoming
        left join record as held
          on held.type = ${table.type.key} and held.source_system = ${sourceSystem} and held.identity = "#identity" collate "C"
        left join removal on removal.record_id = held.id
        left join lateral (${visible(sql`held.id`, knownOn)}) as visible on true
        left join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = visible.id
      order by "#identity" collate "C"
    ) as compared`.execute(db)
  await sql`analyze sorted_out`.execute(db)
}

/** Looked up once for a statement, not for every row. */
const sequenceOf = (table: string): RawBuilder<unknown> => sql`select pg_get_serial_sequence(${table}, 'id')::regclass`

const visible = (record: RawBuilder<unknown>, knownOn: PlainDate): RawBuilder<unknown> => sql`
  select id, state from version
  where record_id = ${record} and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1`

function isSame(table: RecordTable): RawBuilder<SqlBool> {
  const columns = table.columns.map(
    ({ name }) => sql`said.${sql.id(name)} is not distinct from incoming.${sql.id(name)}`,
  )
  const many = table.manyRoles.map(
    (role, index) => sql`incoming.${sql.id(`#many${index}`)} = array(
      select subject_id from version_subject where version_id = visible.id and role = ${role} order by place
    )`,
  )
  return sql<SqlBool>`${sql.join([sql`true`, ...columns, ...many], sql` and `)}`
}

/** Adds what is new, changed or gone, and counts it. */
export async function addIncoming(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  file: RecordFile & { readonly batch: number },
): Promise<RecordCounts> {
  const type = table.type.key
  // First, while the tables hold only what the database has counted: it would plan badly for all the rows that come now.
  const gone = await addGone(db, table, sourceSystem, file)
  await sql`
    insert into record (id, type, made_at, made_by, source_system, identity) overriding system value
    select record_id, ${type}, ${file.recordedAt}::timestamptz, ${file.recordedBy}, ${sourceSystem}, identity
    from sorted_out where known is null`.execute(db)
  await sql`
    insert into version (id, record_id, type, known_on, state, recorded_at, recorded_by, source, batch_id, replaces) overriding system value
    select version_id, record_id, ${type}, ${day(file.knownOn)}, 'recorded', ${file.recordedAt}::timestamptz, ${file.recordedBy}, 'import',
      ${file.batch}, before
    from sorted_out where version_id is not null`.execute(db)
  await addContents(db, table)
  await addRepeats(db, table, sourceSystem, file.batch)
  const { rows } = await sql<{ verdict: keyof RecordCounts; count: number }>`
    select verdict, count(*) as count from sorted_out group by verdict`.execute(db)
  const counts = Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count] as const))
  return { new: 0, changed: 0, same: 0, removed: 0, ...counts, gone }
}

async function addContents(db: Db, table: RecordTable): Promise<void> {
  const added = sql`sorted_out join incoming on "#place" = place`
  const list = columnList(table)
  await sql`
    insert into ${sql.table(table.name)} (${list}) select ${list} from ${added} where version_id is not null`.execute(
    db,
  )
  for (const [index, role] of table.manyRoles.entries()) {
    await sql`
      insert into version_subject (version_id, role, place, subject_id)
      select version_id, ${role}, placed.place - 1, subject
      from ${added} cross join unnest(incoming.${sql.id(`#many${index}`)}) with ordinality as placed (subject, place)
      where version_id is not null`.execute(db)
  }
  await sql`
    insert into record_subject (subject_id, type, record_id)
    select subject, ${table.type.key}, record_id from ${added} cross join unnest("#subjects") as subject
    where version_id is not null and (
      known is null or not exists (
        select from record_subject as there
        where there.subject_id = subject and there.record_id = sorted_out.record_id
      )
    )
    order by subject, record_id`.execute(db)
}

/** What was visible that day in the window of the file, and is not in the file. */
async function addGone(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  file: RecordFile & { readonly batch: number },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into version (record_id, type, known_on, state, recorded_at, recorded_by, source, batch_id, replaces)
    select held.id, ${table.type.key}, ${day(file.knownOn)}, 'gone', ${file.recordedAt}::timestamptz, ${file.recordedBy}, 'import',
      ${file.batch}, visible.id
    from record as held
      join import_window as spoken
        on spoken.batch_id = ${file.batch} and spoken.type = held.type and spoken.source_system = held.source_system
      join lateral (${visible(sql`held.id`, file.knownOn)}) as visible on visible.state = 'recorded'
      join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = visible.id
    where held.type = ${table.type.key} and held.source_system = ${sourceSystem} and ${covered(table)}
      and not exists (select from sorted_out where sorted_out.record_id = held.id)`.execute(db)
  return Number(numAffectedRows)
}

/** See the table `import_repeat`. */
async function addRepeats(db: Db, table: RecordTable, sourceSystem: string, batch: number): Promise<void> {
  await sql`
    insert into import_repeat (batch_id, record_id)
    select ${batch}::bigint, record_id
    from sorted_out
      join import_window as spoken on spoken.batch_id = ${batch} and spoken.type = ${table.type.key} and spoken.source_system = ${sourceSystem}
      join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = sorted_out.before
    where verdict = 'same' and not ${covered(table)}`.execute(db)
}
