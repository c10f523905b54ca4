import { Team, Worker } from '../../areas/organisation/workers.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordFormat, SourceRow, WrittenReturn } from '../../formats/records.ts'
import { listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { sourceRow } from './neighbours.ts'
import { listKeptCaseNumbers } from './who.ts'

/**
 * The return of a year, or of a day, from what is recorded, as known on a day. Nothing is put right on the way.
 * @throws Refused when they may not, or there is no such year
 */
export async function writeReturn(
  app: App,
  who: Exchanger,
  format: RecordFormat,
  asked: { readonly of: string; readonly knownOn: PlainDate; readonly as: 'csv' | 'xml' },
): Promise<WrittenReturn> {
  return exchange(app, who, { action: 'export', detail: `${format.key} ${asked.of}` }, async (db) => {
    const numbers = new Map([
      ...(await listKeptCaseNumbers(db, asked.knownOn)),
      ...(format.of === 'day' ? await namesAtWork(db, asked.knownOn) : []),
    ])
    const held = new Map<string, SourceRow[]>()
    for (const type of format.written) {
      const records = await listRecords(db, type, asked.knownOn)
      held.set(type.key, records.map((record) => sourceRow(record, numbers)).filter(isSomebodys))
    }
    try {
      return await format.write(held, asked.of, asked.as)
    } catch (error) {
      if (error instanceof RangeError) throw new Refused('bad usage', error.message)
      throw error
    }
  })
}

/** What workers and teams are called: lists that people read name whose work somebody is. */
async function namesAtWork(db: Db, knownOn: PlainDate): Promise<readonly (readonly [SubjectId, string])[]> {
  const [workers, teams] = [await listRecords(db, Worker, knownOn), await listRecords(db, Team, knownOn)]
  return [...workers, ...teams].flatMap(({ content }) => {
    const [subject] = [...(content.subjects['worker'] ?? []), ...(content.subjects['team'] ?? [])]
    const name = content.fields['name']
    return subject === undefined || typeof name !== 'string' ? [] : [[subject, name] as const]
  })
}

/** Of people without a case number the national returns cannot speak. */
const isSomebodys = ({ subjects }: SourceRow): boolean => Object.values(subjects).some((numbers) => numbers.length > 0)
