import { sql } from 'kysely'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import { day } from '../column-types.ts'
import { messageOf, StoreError } from '../store-error.ts'
import { addSorted, countSorted } from './add-sorted.ts'
import { catchUp } from './catch-up.ts'
import { tableOf } from './columns.ts'
import type { ImportRow, ImportTable, RecordCounts, RecordFile, RecordImport } from './record-file.ts'
import { References } from './references.ts'
import { sortOut } from './sort-out.ts'
import { IncomingRows, stage } from './stage.ts'
import { type Db, within } from './transaction.ts'
import type { ImportWindow } from './window.ts'

/**
 * Records what a file says, wholly or not at all; the counts come back in the order of its tables. The order in which files arrive does not
 * matter, except that of two known on one day the later to arrive has the last word: see docs/decisions/0005.
 * @throws StoreError naming the file, with nothing recorded, when it has a record twice or the database refuses a row
 */
export async function importRecords(db: Db, file: RecordFile, tables: readonly ImportTable[]): Promise<RecordImport> {
  try {
    return await within(db, async (trx) => {
      await lockImports(trx)
      if (await wasSeen(trx, file)) return { seenBefore: true, tables: tables.map(({ rows }) => allSame(rows)) }
      await forManyRows(trx)
      const batch = await addBatch(trx, file)
      const counts = await importTables(trx, { ...file, batch }, tables)
      await noteRows(trx, batch, counts)
      await analyse(
        trx,
        tables.filter((_table, index) => grewMuch(counts[index])),
      )
      return { seenBefore: false, tables: counts }
    })
  } catch (error) {
    throw new StoreError(`${file.fileName} was not recorded, nor anything with it: ${messageOf(error)}.`, {
      cause: error,
    })
  }
}

/** One import at a time, and nobody changes an imported record meanwhile, until the transaction ends. Readers do not wait. */
export const lockImports = (db: Db): Promise<unknown> =>
  sql`lock table import_batch in share row exclusive mode`.execute(db)

type Batch = RecordFile & { readonly batch: number }

/** One after the other; the rows of the next are made ready while the database is at one. */
async function importTables(db: Db, batch: Batch, tables: readonly ImportTable[]): Promise<readonly RecordCounts[]> {
  const references = new References()
  const incoming = tables.map((table) => ({ window: table.window, rows: new IncomingRows(table, references) }))
  const counts: RecordCounts[] = []
  for (const [index, { window, rows }] of incoming.entries()) {
    await addWindow(db, batch, window)
    await stage(db, rows, window.sourceSystem)
    await references.check(db)
    const adding = addStaged(db, batch, window, rows)
    counts.push(await (incoming[index + 1]?.rows.lots.makeDuring(adding) ?? adding))
  }
  return counts
}

async function addStaged(
  db: Db,
  batch: Batch,
  { sourceSystem }: ImportWindow,
  { table, count }: IncomingRows,
): Promise<RecordCounts> {
  await sortOut(db, table, sourceSystem, batch)
  await addSorted(db, table, sourceSystem, batch)
  const counts = await countSorted(db, count)
  await catchUp(db, table, sourceSystem, batch)
  await sql`drop table incoming, sorted_out`.execute(db)
  return counts
}

/** For this transaction: room to compare and sort in memory, plans for what is there, and counts of it from fewer rows, which do as well. */
async function forManyRows(db: Db): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(db)
  await sql`set local plan_cache_mode = 'force_custom_plan'`.execute(db)
  await sql`set local default_statistics_target = 20`.execute(db)
}

const MANY = 1000
/** As a database server itself goes about it. */
const A_TENTH = 0.1

function grewMuch(counts: RecordCounts | undefined): boolean {
  if (counts === undefined) return false
  const { new: added, changed, gone, same } = counts
  const written = added + changed + gone
  return written >= MANY && written >= A_TENTH * (written + same)
}

/** Lets the database count what it has now. Until it does, it plans for the few rows that it knows of; the embedded one never does of itself. */
async function analyse(db: Db, tables: readonly ImportTable[]): Promise<void> {
  if (tables.length === 0) return
  const names = tables.map(({ window }) => tableOf(window.type).name)
  for (const name of ['record', 'record_subject', 'version', 'version_subject', ...names]) {
    await sql`analyze ${sql.table(name)}`.execute(db)
  }
}

async function wasSeen(db: Db, file: RecordFile): Promise<boolean> {
  const seen = await db
    .selectFrom('import_batch')
    .select('id')
    .where('sha256', '=', file.sha256)
    .where('format', '=', file.format)
    .where('known_on', '=', day(file.knownOn))
    .where((build) =>
      build.exists(build.selectFrom('import_window').select('type').whereRef('batch_id', '=', 'import_batch.id')),
    )
    .executeTakeFirst()
  return seen !== undefined
}

async function addBatch(db: Db, file: RecordFile): Promise<number> {
  const { id } = await db
    .insertInto('import_batch')
    .values({
      format: file.format,
      file_name: file.fileName,
      sha256: file.sha256,
      known_on: day(file.knownOn),
      recorded_at: file.recordedAt,
      recorded_by: file.recordedBy,
      row_count: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How many rows there were, which is known only now; nobody has seen the batch without it. */
async function noteRows(db: Db, batch: number, counts: readonly RecordCounts[]): Promise<void> {
  const rows = counts.reduce((sum, { new: added, changed, same, removed }) => sum + added + changed + same + removed, 0)
  await sql`update import_batch set row_count = ${rows} where id = ${batch}`.execute(db)
}

async function addWindow(
  db: Db,
  { batch, knownOn }: Batch,
  { type, sourceSystem, from, to, subjects, only }: ImportWindow,
): Promise<void> {
  await sql`
    insert into import_window (batch_id, type, source_system, known_on, position, from_on, to_on, subjects, only_beginning)
    values (
      ${batch}, ${type.key}, ${sourceSystem}, ${day(knownOn)}, nextval(pg_get_serial_sequence('version', 'id')),
      ${textOrNull(from)}::date, ${textOrNull(to)}::date, ${subjects ? [...subjects] : null}::bigint[], ${only === 'beginning'}
    )`.execute(db)
}

const textOrNull = (date: PlainDate | undefined): string | null => (date === undefined ? null : toText(date))

function allSame(rows: Iterable<ImportRow>): RecordCounts {
  let same = 0
  for (const _row of rows) same++
  return { new: 0, changed: 0, same, gone: 0, removed: 0 }
}
