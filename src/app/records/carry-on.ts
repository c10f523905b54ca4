import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordFormat, SourceTable } from '../../formats/records.ts'
import { listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import { sourceRow } from './neighbours.ts'
import { listCaseNumbers } from './who.ts'

/** Tables of a file with what says only the latest made whole, from what its source said before, as it stood on the day on which the file is known. */
export async function carryOn(
  db: Db,
  { sourceSystem, carriesOn }: RecordFormat,
  tables: readonly SourceTable[],
  knownOn: PlainDate,
): Promise<readonly SourceTable[]> {
  if (carriesOn === undefined) return tables
  const numbers = await listCaseNumbers(db)
  return Promise.all(
    tables.map(async (table) => {
      const rows = carriesOn.get(table.type)
      if (rows === undefined) return table
      const held = await listRecords(db, table.type, knownOn)
      const before = held.filter((one) => one.sourceSystem === sourceSystem).map((one) => sourceRow(one, numbers))
      return { ...table, rows: rows(before, table.rows) }
    }),
  )
}
