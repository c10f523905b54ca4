import { sql } from 'kysely'
import { copyRows } from '../../src/store/copy-rows.ts'
import { LotsAhead } from '../../src/store/lots-ahead.ts'
import type { Store } from '../../src/store/open.ts'
import { tableOf } from '../../src/store/records/columns.ts'
import { copiedColumns, rowWriter } from '../../src/store/records/copied-row.ts'
import { encodeContent } from '../../src/store/records/rows.ts'
import type { ExportedTable } from './authority/table.ts'
import type { Bench, Measurement, StoreKind } from './bench.ts'
import { countAll, type ExportKey, expectCounts, importExport } from './load.ts'
import { peakMegabytes, timed } from './measure.ts'

// Seconds at scale 1, on 2 cores.
const FIRST: Readonly<Record<StoreKind, number>> = { postgresql: 10, embedded: 20 }
const AGAIN: Readonly<Record<StoreKind, number>> = { postgresql: 3, embedded: 6 }

/** A whole export of the case system: the first time, a week later with nothing changed, and with one row in a hundred changed. */
export const imports: Bench = {
  key: 'import',
  label: 'Importing a whole export',
  async run({ store, scale, rows, tables, firstImport }) {
    const peak = peakMegabytes()
    const making = await timed(async () => countAll(tables))
    const plain = await timed(() => copyPlainly(store, tables))
    const imported = (what: string, seconds: number, aims: Readonly<Record<StoreKind, number>>): Measurement => ({
      what,
      value: seconds,
      unit: 's',
      // Below that the fixed costs, of a statement or of planning it, are all that shows.
      ...(scale < 1 ? {} : { aim: aims[store.kind] * scale }),
      ratio: { to: 'plain copy', times: seconds / plain.seconds },
    })
    const again = async (what: string, key: ExportKey, changed: number): Promise<Measurement> => {
      const { result, seconds } = await timed(() => importExport(store, tables, key))
      expectCounts(result, { changed, same: rows - changed })
      return imported(what, seconds, AGAIN)
    }
    return [
      { what: `making ${rows.toLocaleString('en-GB')} rows: part of all below`, value: making.seconds, unit: 's' },
      { what: 'plain copy of them, without versions or indexes', value: plain.seconds, unit: 's' },
      imported('import, the first time', firstImport, FIRST),
      await again('import, nothing changed', 'unchanged', 0),
      await again('import, 1% changed', 'altered', making.result.altered),
      { what: 'most memory of the process, first import', value: peak, unit: 'MB' },
      { what: 'most memory of the process, all imports', value: peakMegabytes(), unit: 'MB' },
    ]
  },
}

/** The same rows, made and written in the same way, into tables that have the columns and nothing else. */
async function copyPlainly({ db }: Store, tables: readonly ExportedTable[]): Promise<void> {
  for (const exported of tables) {
    await sql`create table plain (${sql.raw(copiedColumns(tableOf(exported.type)))})`.execute(db)
    await copyRows(db, 'plain', new LotsAhead(plainLines(exported)))
    await sql`drop table plain`.execute(db)
  }
}

function* plainLines({ type, rows }: ExportedTable): Iterable<string> {
  const table = tableOf(type)
  const write = rowWriter(table)
  let place = 0
  for (const { identity, content } of rows()) yield write(place++, identity, encodeContent(table, content))
}
