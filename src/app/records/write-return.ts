import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordFormat, SourceRow, WrittenReturn } from '../../formats/records.ts'
import { listRecords } from '../../store/records/list.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { sourceRow } from './neighbours.ts'
import { listKeptCaseNumbers } from './who.ts'

/**
 * The return of a year from what is recorded, as known on a day. Nothing is put right on the way.
 * @throws Refused when they may not, or there is no such year
 */
export async function writeReturn(
  app: App,
  who: Exchanger,
  format: RecordFormat,
  asked: { readonly year: string; readonly knownOn: PlainDate; readonly as: 'csv' | 'xml' },
): Promise<WrittenReturn> {
  return exchange(app, who, { action: 'export', detail: `${format.key} ${asked.year}` }, async (db) => {
    const numbers = await listKeptCaseNumbers(db, asked.knownOn)
    const held = new Map<string, SourceRow[]>()
    for (const type of format.written) {
      const records = await listRecords(db, type, asked.knownOn)
      held.set(type.key, records.map((record) => sourceRow(record, numbers)).filter(isSomebodys))
    }
    try {
      return format.write(held, asked.year, asked.as)
    } catch (error) {
      if (error instanceof RangeError) throw new Refused('bad usage', error.message)
      throw error
    }
  })
}

/** Of people without a case number the national returns cannot speak. */
const isSomebodys = ({ subjects }: SourceRow): boolean => Object.values(subjects).some((numbers) => numbers.length > 0)
