import { sql } from 'kysely'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { day } from '../column-types.ts'
import { type RecordTable, VERSION_ID } from './columns.ts'
import type { RecordFile } from './record-file.ts'
import { type Addition, type KnownVersion, replay } from './replay.ts'
import { columnList } from './row-source.ts'
import type { Db } from './transaction.ts'
import { endOf, type StoredWindow, startOf, subjectsOf } from './window.ts'

type Batch = RecordFile & { readonly batch: number }

const RECORDS_AT_ONCE = 5000

/** After a file that is known before others which are here already: adds what keeps their say. Does nothing after any other file. */
export async function catchUp(db: Db, table: RecordTable, sourceSystem: string, file: Batch): Promise<void> {
  const windows = await laterWindows(db, table, sourceSystem, file.knownOn)
  if (windows.length === 0) return
  const changed = await db
    .selectFrom('version')
    .select(['id', 'record_id', 'replaces'])
    .where('batch_id', '=', file.batch)
    .where('type', '=', table.type.key)
    .orderBy('record_id')
    .execute()
  for (let start = 0; start < changed.length; start += RECORDS_AT_ONCE) {
    await catchUpSome(db, table, file, windows, changed.slice(start, start + RECORDS_AT_ONCE))
  }
}

type Changed = { readonly id: number; readonly record_id: RecordId; readonly replaces: number | null }

async function catchUpSome(
  db: Db,
  table: RecordTable,
  file: Batch,
  windows: readonly StoredWindow[],
  changed: readonly Changed[],
): Promise<void> {
  const records = changed.map(({ record_id }) => record_id)
  const ends = changed.flatMap(({ id, replaces }) => (replaces === null ? [id] : [id, replaces]))
  const versions = await loadVersions(db, table, file.knownOn, records, ends)
  const repeats = await loadRepeats(db, records)
  const additions = changed.flatMap(({ id, record_id, replaces }) => {
    const ofRecord = versions.get(record_id) ?? []
    const said = ofRecord.find((one) => one.id === id)
    if (said === undefined) throw new Error(`Version ${id}, just written, is not there`)
    const change = {
      record: record_id,
      before: ofRecord.find((one) => one.id === replaces),
      said,
      later: ofRecord.filter((one) => one.knownOn > file.knownOn),
      repeatedBy: repeats.get(record_id) ?? new Set<number>(),
    }
    return replay(table.type, change, windows, file.batch)
  })
  if (additions.length > 0) await addVersions(db, table, file, additions)
}

async function laterWindows(
  db: Db,
  table: RecordTable,
  sourceSystem: string,
  knownOn: PlainDate,
): Promise<readonly StoredWindow[]> {
  const rows = await db
    .selectFrom('import_window')
    .selectAll()
    .where('type', '=', table.type.key)
    .where('source_system', '=', sourceSystem)
    .where('known_on', '>', day(knownOn))
    .execute()
  return rows.map((row) => ({
    batch: row.batch_id,
    knownOn: row.known_on,
    position: row.position,
    from: row.from_on,
    to: row.to_on,
    subjects: row.subjects && new Set(row.subjects),
    onlyBeginning: row.only_beginning,
  }))
}

/** By record, in the order in which they were written: those known after the day, and those of the numbers given. */
async function loadVersions(
  db: Db,
  table: RecordTable,
  knownOn: PlainDate,
  records: readonly RecordId[],
  besides: readonly number[],
): Promise<ReadonlyMap<RecordId, readonly KnownVersion[]>> {
  type Row = {
    readonly id: number
    readonly record_id: RecordId
    readonly known_on: PlainDate
    readonly state: 'recorded' | 'gone'
    readonly batch_id: number | null
    readonly restates: number | null
    readonly start: PlainDate | null
    readonly end: PlainDate | null
    readonly subjects: readonly SubjectId[]
  }
  const { rows } = await sql<Row>`
    select version.id, record_id, known_on, state, batch_id, restates,
      ${startOf(table)} as start, ${endOf(table)} as end, ${subjectsOf(table)} as subjects
    from version left join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = version.id
    where record_id = any(${[...records]}::bigint[])
      and (known_on > ${day(knownOn)} or version.id = any(${[...besides]}::bigint[]))
    order by version.id`.execute(db)
  const byRecord = new Map<RecordId, KnownVersion[]>()
  for (const { id, record_id, known_on, state, batch_id, restates, start, end, subjects } of rows) {
    const version = { id, knownOn: known_on, state, batch: batch_id, restates, reach: { start, end, subjects } }
    const ofRecord = byRecord.get(record_id)
    if (ofRecord === undefined) byRecord.set(record_id, [version])
    else ofRecord.push(version)
  }
  return byRecord
}

async function loadRepeats(db: Db, records: readonly RecordId[]): Promise<ReadonlyMap<RecordId, ReadonlySet<number>>> {
  const { rows } = await sql<{ record: RecordId; batches: readonly number[] }>`
    select record_id as record, array_agg(batch_id) as batches from import_repeat
    where record_id = any(${[...records]}::bigint[]) group by record_id`.execute(db)
  return new Map(rows.map(({ record, batches }) => [record, new Set(batches)] as const))
}

async function addVersions(db: Db, table: RecordTable, file: Batch, additions: readonly Addition[]): Promise<void> {
  const ids = await newIds(db, additions.length)
  const rows = JSON.stringify(
    withIds(additions, ids).map(({ knownOn, ...rest }) => ({ ...rest, knownOn: toText(knownOn) })),
  )
  const added = sql`jsonb_to_recordset(${rows}::jsonb) as added (
    id bigint, record bigint, "knownOn" date, state text, batch bigint, restates bigint, "contentOf" bigint
  )`
  await sql`
    insert into version (id, record_id, type, known_on, state, recorded_at, recorded_by, source, batch_id, restates) overriding system value
    select id, record, ${table.type.key}, "knownOn", state, ${file.recordedAt}::timestamptz, ${file.recordedBy}, 'import', batch, restates
    from ${added}`.execute(db)
  const columns = columnList(table)
  await sql`
    insert into ${sql.table(table.name)} (${columns})
    select ${sql.join([sql`id`, ...table.columns.map(({ name }) => sql`said.${sql.id(name)}`)])}
    from ${added} join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = "contentOf"`.execute(db)
  if (table.manyRoles.length === 0) return
  await sql`
    insert into version_subject (version_id, role, place, subject_id)
    select id, role, place, subject_id from ${added} join version_subject on version_id = "contentOf"`.execute(db)
}

async function newIds(db: Db, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('version', 'id')) as id from generate_series(1, ${count})`.execute(db)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** The additions with their ids, also where one is named by its place among those of its record. */
function withIds(
  additions: readonly Addition[],
  ids: readonly number[],
): readonly (Addition & { readonly id: number })[] {
  const first = new Map<RecordId, number>()
  for (const [index, { record }] of additions.entries()) if (!first.has(record)) first.set(record, index)
  const idAt = (index: number): number => {
    const id = ids[index]
    if (id === undefined) throw new Error(`There is no id for addition ${index}`)
    return id
  }
  const real = (record: RecordId, id: number | null) =>
    id === null || id > 0 ? id : idAt((first.get(record) ?? 0) - id - 1)
  return additions.map((one, index) => ({
    ...one,
    id: idAt(index),
    restates: real(one.record, one.restates),
  }))
}
