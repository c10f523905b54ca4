import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Benchmark, Figure, Target } from '../core/figures/series.ts'
import { type AssertionSet, benchmarkSet, figureSet, targetSet } from './assertion-sets.ts'
import { day } from './column-types.ts'
import type { Store } from './open.ts'
import { messageOf, StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

type Rows = {
  readonly figures: Figure
  readonly targets: Target
  readonly benchmarks: Benchmark
}
type Format = keyof Rows

type SourceFile = {
  readonly fileName: string
  /** In lower-case hexadecimal. */
  readonly sha256: string
  readonly knownOn: PlainDate
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** What one file says, and since when that is known. */
export type Import<F extends Format = Format> = {
  [Each in F]: SourceFile & { readonly format: Each; readonly rows: readonly Rows[Each][] }
}[F]

/**
 * How many rows were what to the store as it stood on the known-on date of their file: of something never seen, saying
 * something else than was visible, or saying the same.
 */
export type ImportCounts = { readonly new: number; readonly changed: number; readonly same: number }

const sets: { readonly [F in Format]: AssertionSet<Rows[F]> } = {
  figures: figureSet,
  targets: targetSet,
  benchmarks: benchmarkSet,
}

/** Records one file, wholly or not at all. See `recordImports`. */
export async function recordImport(store: Store, file: Import): Promise<ImportCounts> {
  return store.db.transaction().execute(async (trx) => {
    await lockImports(trx)
    return record(trx, file)
  })
}

/**
 * Records what several files say, all of them or none; the counts come back in the order of the files. Nothing is
 * overwritten: every file adds to what is known from its date on. So the order of arrival does not matter, except that of
 * two files known on the same day the later to arrive has the last word. The same file twice adds nothing.
 * @throws StoreError naming the file, with nothing recorded, when the database refuses a row.
 */
export async function recordImports(store: Store, files: readonly Import[]): Promise<readonly ImportCounts[]> {
  return store.db.transaction().execute((trx) => recordImportsIn(trx, files))
}

/** The same inside a transaction that has begun. */
export async function recordImportsIn(
  trx: Transaction<Tables>,
  files: readonly Import[],
): Promise<readonly ImportCounts[]> {
  await lockImports(trx)
  const counts: ImportCounts[] = []
  for (const file of files) counts.push(await record(trx, file))
  return counts
}

/** One import at a time: two of the same file, at once, would each find its rows missing. Readers do not wait. */
async function lockImports(trx: Transaction<Tables>): Promise<void> {
  await sql`lock table import_batch in share row exclusive mode`.execute(trx)
}

async function record<F extends Format>(trx: Transaction<Tables>, file: Import<F>): Promise<ImportCounts> {
  const set: AssertionSet<Rows[F]> = sets[file.format]
  const rows: readonly Rows[F][] = file.rows
  if (rows.length === 0) return { new: 0, changed: 0, same: 0 }
  try {
    const { counts, toAdd } = compare(set, rows, file.knownOn, await set.findVisible(trx, rows, file.knownOn))
    if (toAdd.length > 0) await set.add(trx, { id: await addBatch(trx, file), knownOn: file.knownOn }, toAdd)
    return counts
  } catch (error) {
    throw new StoreError(`${file.fileName} was not recorded, nor anything with it: ${messageOf(error)}.`, {
      cause: error,
    })
  }
}

/**
 * Sorts out what a file brings. A row that says what is visible already is still added when that is known from an earlier
 * date: otherwise a late file, dated in between and saying something else, would hide that it was said again after it.
 */
function compare<Row>(
  set: AssertionSet<Row>,
  rows: readonly Row[],
  knownOn: PlainDate,
  visible: readonly (Row & { readonly knownOn: PlainDate })[],
): { readonly counts: ImportCounts; readonly toAdd: readonly Row[] } {
  const known = new Map(
    visible.map((row) => [set.identity(row), { content: set.content(row), knownOn: row.knownOn }] as const),
  )
  const counts = { new: 0, changed: 0, same: 0 }
  const toAdd: Row[] = []
  for (const row of rows) {
    const [identity, content] = [set.identity(row), set.content(row)]
    const before = known.get(identity)
    const verdict = before === undefined ? 'new' : equal(before.content, content) ? 'same' : 'changed'
    counts[verdict] += 1
    if (verdict === 'same' && before?.knownOn === knownOn) continue
    toAdd.push(row)
    known.set(identity, { content, knownOn })
  }
  return { counts, toAdd }
}

const equal = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((value, index) => value === other[index])

async function addBatch(
  trx: Transaction<Tables>,
  file: SourceFile & { readonly format: Format; readonly rows: readonly unknown[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('import_batch')
    .values({
      format: file.format,
      file_name: file.fileName,
      sha256: file.sha256,
      known_on: day(file.knownOn),
      recorded_at: file.recordedAt,
      recorded_by: file.recordedBy,
      row_count: file.rows.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
