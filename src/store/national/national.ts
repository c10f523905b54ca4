import { sql } from 'kysely'
import type { SourceYear } from '../../core/benchmarks/assemble.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { day } from '../column-types.ts'
import { copyRows, copyText } from '../copy-rows.ts'
import type { Store } from '../open.ts'

/** The number of the last import of national figures; 0 before the first. */
export async function lastNationalImport({ db }: Store): Promise<number> {
  const row = await db
    .selectFrom('national_import')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? 0
}

/** What each source says last of each measure in each year. Of two imports known on the same day the later has the last word. */
export async function findNational({ db }: Pick<Store, 'db'>): Promise<readonly SourceYear[]> {
  const { rows } = await sql<StoredYear>`
    select distinct on (source, measure, year)
      source, measure, year, marks, published_in, array_to_string(numbers, ',') as numbers,
      array_to_string(figures, ',', '') as figures, array_to_string(out_of, ',', '') as out_of
    from national_year join national_import on id = import_id
    order by source, measure, year, known_on desc, import_id desc`.execute(db)
  return rows.map(({ numbers, figures, out_of, published_in, ...row }) => ({
    ...row,
    numbers: numbers.split(',').map(Number),
    values: listed(figures),
    outOf: out_of === null ? null : listed(out_of),
    publishedIn: published_in,
  }))
}

/** Lists come as text: the two drivers read those of the database differently, and neither fast. */
type StoredYear = Pick<SourceYear, 'source' | 'measure' | 'year' | 'marks'> & {
  readonly numbers: string
  readonly figures: string
  readonly out_of: string | null
  readonly published_in: string
}

const listed = (text: string): readonly (number | null)[] =>
  text.split(',').map((one) => (one === '' ? null : Number(one)))

export type NationalImport = {
  readonly fileName: string
  readonly sha256: string
  readonly knownOn: PlainDate
  readonly recordedAt: Date
  readonly recordedBy: string
}

const LOT = 200

/**
 * Adds what files say, all or nothing, after `decide` has looked at what is there: one import at a time, so that two of the same file do not each
 * find the other's missing.
 */
export async function addNational(
  store: Store,
  file: NationalImport,
  decide: (known: readonly SourceYear[]) => readonly SourceYear[],
): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    await sql`lock table national_import in share row exclusive mode`.execute(trx)
    const rows = decide(await findNational({ db: trx }))
    if (rows.length === 0) return
    const { id } = await trx
      .insertInto('national_import')
      .values({
        file_name: file.fileName,
        sha256: file.sha256,
        known_on: day(file.knownOn),
        recorded_at: file.recordedAt,
        recorded_by: file.recordedBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await copyRows(trx, 'national_year', lots(id, rows))
  })
}

function* lots(id: number, rows: readonly SourceYear[]): Iterable<Uint8Array> {
  for (let from = 0; from < rows.length; from += LOT)
    yield Buffer.from(
      rows
        .slice(from, from + LOT)
        .map((row) => line(id, row))
        .join(''),
    )
}

const line = (id: number, { source, measure, year, numbers, values, marks, outOf, publishedIn }: SourceYear): string =>
  `${[
    `${id}`,
    copyText(source),
    copyText(measure),
    copyText(year),
    array(numbers),
    array(values),
    copyText(marks),
    outOf === null ? '\\N' : array(outOf),
    copyText(publishedIn),
  ].join('\t')}\n`

const array = (values: readonly (number | null)[]): string => `{${values.map((one) => one ?? 'NULL').join(',')}}`
