import { sql } from 'kysely'
import { canHoldDocuments, documentsIn } from '../../core/record/documents-in.ts'
import { copyRows } from '../copy-rows.ts'
import { LotsAhead } from '../lots-ahead.ts'
import { StoreError } from '../store-error.ts'
import { type RecordTable, tableOf } from './columns.ts'
import { copiedColumns, rowWriter } from './copied-row.ts'
import type { ImportRow, ImportTable } from './record-file.ts'
import type { References } from './references.ts'
import { encodeContent } from './rows.ts'
import type { Db } from './transaction.ts'

// Rows are put into `incoming`, a table that lasts for one import of one table of a file.

/** The rows of a table of a file, on their way into the database. */
export class IncomingRows {
  readonly table: RecordTable
  readonly lots: LotsAhead
  #count = 0

  /** @param references gets everything that the rows name */
  constructor({ window, rows }: ImportTable, references: References) {
    this.table = tableOf(window.type)
    this.lots = new LotsAhead(this.#lines(rows, references))
  }

  /** How many there are, once they have all been copied. */
  get count(): number {
    return this.#count
  }

  *#lines(rows: Iterable<ImportRow>, references: References): Iterable<string> {
    const { fields, key } = this.table.type
    const write = rowWriter(this.table)
    const mayNameDocuments = canHoldDocuments(fields)
    const identities = new Set<string>()
    for (const { identity, content } of rows) {
      if (identities.has(identity)) throw new StoreError(`it has the record ${identity} twice`)
      identities.add(identity)
      // Documents have numbers of this store's own, which no file of another system can know.
      if (mayNameDocuments && documentsIn(fields, content.fields).length > 0)
        throw new StoreError(`it names a document in ${key}, and documents are added only here`)
      const encoded = encodeContent(this.table, content)
      references.add(this.table, encoded)
      yield write(this.#count++, identity, encoded)
    }
  }
}

/** Puts rows into `incoming`. @throws StoreError when one record is there twice, or a row names a document */
export async function stage(db: Db, { table, lots }: IncomingRows, sourceSystem: string): Promise<void> {
  await sql`create temp table incoming (${sql.raw(copiedColumns(table))}) on commit drop`.execute(db)
  await copyRows(db, 'incoming', lots)
  await hashRemoved(db, table, sourceSystem)
  await sql`analyze incoming ("#identity")`.execute(db)
}

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
