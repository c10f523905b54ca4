import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, Value } from '../../core/record/content.ts'
import { anyId, day } from '../column-types.ts'
import { type RecordTable, tableOf, VERSION_ID } from './columns.ts'
import { decodeContent, everybodyIn, saidOf } from './rows.ts'
import type { Db } from './transaction.ts'
import type { Json } from './values.ts'
import { covered } from './window.ts'

/** A record as it stood on a day, whole, with what its source calls it. */
export type HeldRecord = {
  readonly record: RecordId
  readonly sourceSystem: string | null
  readonly identity: string | null
  readonly content: Content
}

/**
 * All records of a type that are visible as known on a day, or (without one) as known last, in the order in which they were made. It asks nobody's
 * leave and hides nothing that lies ahead: for imports and returns, which deal with what was written and not with what is true on a day.
 */
export const listRecords = (db: Db, type: RecordType, knownOn: PlainDate | null): Promise<readonly HeldRecord[]> =>
  list(db, tableOf(type), knownOn, sql<SqlBool>`true`)

/** Those that are visible as known last and about any of these, in whatever role. */
export const listAbout = (db: Db, type: RecordType, subjects: readonly SubjectId[]): Promise<readonly HeldRecord[]> =>
  listAboutThese(db, type, subjects, sql<SqlBool>`true`)

/** Those of them that did not come from this source. */
export const listFromElsewhere = (
  db: Db,
  type: RecordType,
  sourceSystem: string,
  subjects: readonly SubjectId[],
): Promise<readonly HeldRecord[]> =>
  listAboutThese(db, type, subjects, sql<SqlBool>`held.source_system is distinct from ${sourceSystem}`)

async function listAboutThese(
  db: Db,
  type: RecordType,
  subjects: readonly SubjectId[],
  condition: RawBuilder<SqlBool>,
): Promise<readonly HeldRecord[]> {
  // Found by whom they have ever been about; what they say now decides.
  const ever = sql`select record_id from record_subject where type = ${type.key} and subject_id = ${anyId(subjects)}`
  const held = await list(db, tableOf(type), null, sql<SqlBool>`held.id in (${ever}) and ${condition}`)
  const these = new Set(subjects)
  return held.filter(({ content }) => everybodyIn(content).some((one) => these.has(one)))
}

/** Those that are visible as known last and hold one of these in a field of text. */
export async function listHolding(
  db: Db,
  type: RecordType,
  field: string,
  values: readonly string[],
): Promise<readonly HeldRecord[]> {
  const table = tableOf(type)
  const column = table.fields.find(({ name }) => name === field)?.column.name
  if (column === undefined) throw new TypeError(`${type.key} has no ${field}`)
  // Found by what they have ever said; what they say now decides. Joined, for what has ever been said of everybody would be compared with one value after another.
  const ever = sql`
    select record_id from version join ${sql.table(table.name)} as once on once.${sql.id(VERSION_ID)} = version.id
    where once.${sql.id(column)} in (select unnest(${[...values]}::text[]))`
  const held = await list(db, table, null, sql<SqlBool>`held.id in (${ever})`)
  const these = new Set<Value | undefined>(values)
  return held.filter(({ content }) => these.has(content.fields[field]))
}

/** Those from a source that are visible as known last and that it calls so. */
export const listCalled = (
  db: Db,
  type: RecordType,
  sourceSystem: string,
  identities: readonly string[],
): Promise<readonly HeldRecord[]> =>
  list(
    db,
    tableOf(type),
    null,
    sql<SqlBool>`held.source_system = ${sourceSystem} and held.identity = any(${[...identities]}::text[])`,
  )

/** A file that was imported, as far as one may ask about it afterwards. */
export type ImportedFile = {
  readonly batch: number
  readonly knownOn: PlainDate
  /** Everybody for whom it spoke; null for everybody there is. */
  readonly subjects: readonly SubjectId[] | null
}

/** Of the files from a source that spoke for just this stretch of time and had a table of this type, the one that is known last. */
export async function findImportedFile(
  db: Db,
  type: RecordType,
  sourceSystem: string,
  stretch: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<ImportedFile | undefined> {
  const spoke = sql<SqlBool>`exists (
    select from import_window as other
    where other.batch_id = import_window.batch_id and other.source_system = import_window.source_system
      and other.from_on = ${day(stretch.from)} and other.to_on = ${day(stretch.to)}
  )`
  const row = await db
    .selectFrom('import_window')
    .select(['batch_id', 'known_on', 'subjects'])
    .where('type', '=', type.key)
    .where('source_system', '=', sourceSystem)
    .where(spoke)
    .orderBy('known_on', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { batch: row.batch_id, knownOn: row.known_on, subjects: row.subjects }
}

/**
 * What a file said of a type: what it wrote, what it repeated outside its window, and what was visible within and was not ended by it.
 */
export const listSaidBy = (
  db: Db,
  type: RecordType,
  sourceSystem: string,
  { batch, knownOn }: ImportedFile,
): Promise<readonly HeldRecord[]> =>
  list(
    db,
    tableOf(type),
    knownOn,
    sql<SqlBool>`held.source_system = ${sourceSystem} and (
      exists (select from version where record_id = held.id and batch_id = ${batch})
      or exists (select from import_repeat where import_repeat.record_id = held.id and batch_id = ${batch})
      or exists (
        select from import_window as spoken
        where spoken.batch_id = ${batch} and spoken.type = ${type.key} and spoken.source_system = held.source_system
          and ${covered(tableOf(type), batch, sourceSystem)}
      )
    )`,
  )

type Row = {
  readonly record: RecordId
  readonly source_system: string | null
  readonly identity: string | null
  readonly said: readonly Json[]
}

/** The condition may speak of the record as `held`, and of what it says as `said`. */
async function list(
  db: Db,
  table: RecordTable,
  knownOn: PlainDate | null,
  condition: RawBuilder<SqlBool>,
): Promise<readonly HeldRecord[]> {
  const known = knownOn === null ? sql`true` : sql`known_on <= ${day(knownOn)}`
  const { rows } = await sql<Row>`
    select held.id as record, held.source_system, held.identity, ${sql.raw(saidOf(table))} as said
    from record as held
      join lateral (
        select id, state from version where record_id = held.id and ${known} order by known_on desc, id desc limit 1
      ) as visible on visible.state = 'recorded'
      join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = visible.id
    where held.type = ${table.type.key} and ${condition}
    order by held.id`.execute(db)
  return rows.map(({ record, source_system, identity, said }) => ({
    record,
    sourceSystem: source_system,
    identity,
    content: decodeContent(table, said),
  }))
}
