import { Team, Worker } from '../../areas/organisation/workers.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import {
  OWN_NUMBER,
  type RecordFormat,
  type SourceRow,
  type SourceRows,
  type WrittenReturn,
} from '../../formats/records.ts'
import { type HeldRecord, listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { type Numbers, sourceRow } from './neighbours.ts'
import { identifiersOfThings } from './things-of-file.ts'
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
    try {
      return await format.write(await heldRows(db, format, asked.knownOn), asked.of, asked.as)
    } catch (error) {
      if (error instanceof RangeError) throw new Refused('bad usage', error.message)
      throw error
    }
  })
}

/** What is held, in the words of the source: whom and what it is about by their identifiers there, what it leads to by what that is known by. */
export async function heldRows(db: Db, format: Held, knownOn: PlainDate): Promise<SourceRows> {
  const { written } = format
  const numbers = await numberFor(db, format, knownOn)
  const all = new Map<RecordId, SourceRow>()
  const byType = new Map<string, HeldRecord[]>()
  for (const type of written) {
    const records = await listRecords(db, type, knownOn)
    for (const one of records) {
      const row = namedInFields(type, sourceRow(one, numbers), numbers)
      all.set(one.record, { ...row, identity: identityIn(format, one) })
    }
    byType.set(type.key, [...records])
  }
  const withLinks = ({ record, content }: HeldRecord): readonly SourceRow[] => {
    const row = all.get(record)
    if (row === undefined || !isSomebodys(row)) return []
    const links = Object.entries(content.links).flatMap(([link, to]) => {
      const linked = to === null ? undefined : all.get(to)
      return linked === undefined ? [] : [[link, linked] as const]
    })
    return [links.length === 0 ? row : { ...row, links: Object.fromEntries(links) }]
  }
  return new Map([...byType].map(([key, records]) => [key, records.flatMap(withLinks)]))
}

type Held = Pick<RecordFormat, 'written' | 'sourceSystem' | 'namesThings' | 'of' | 'readBy'>

/** What the source calls a record that came from it; any other is called by the number that it has here. */
const identityIn = ({ sourceSystem }: Held, one: HeldRecord): string =>
  one.sourceSystem === sourceSystem && one.identity !== null ? one.identity : `LOS-${one.record}`

/** By what everybody and everything is called in what is written. */
export async function numberFor(
  db: Db,
  { namesThings, sourceSystem, of, readBy }: Omit<Held, 'written'>,
  knownOn: PlainDate,
): Promise<Numbers> {
  const things = namesThings === true ? await identifiersOfThings(db, sourceSystem) : []
  const identifiers = new Map([...(await listKeptCaseNumbers(db, knownOn)), ...things])
  if (of !== 'day') return identifiers
  return withOwnNumbers(readBy === 'programs' ? identifiers : await forReaders(db, identifiers, knownOn))
}

/** Of a list of a day nobody may be left out: whoever has no number in the case system is called by our own. */
const withOwnNumbers = (called: Numbers): Numbers => ({
  get: (subject) => called.get(subject) ?? `${OWN_NUMBER}${subject}`,
})

/** What everybody is called in lists that people read: workers and teams by their names. */
async function forReaders(db: Db, identifiers: ReadonlyMap<SubjectId, string>, knownOn: PlainDate): Promise<Numbers> {
  const [workers, teams] = [await listRecords(db, Worker, knownOn), await listRecords(db, Team, knownOn)]
  const names = [...workers, ...teams].flatMap(({ content }) => {
    const [subject] = [...(content.subjects['worker'] ?? []), ...(content.subjects['team'] ?? [])]
    const name = content.fields['name']
    return subject === undefined || typeof name !== 'string' ? [] : [[subject, name] as const]
  })
  return new Map([...identifiers, ...names])
}

function namedInFields({ fields }: RecordType, row: SourceRow, numbers: Numbers): SourceRow {
  const named = Object.entries(fields).flatMap(([name, { kind }]) => {
    const value = row.fields[name]
    return kind === 'subject' && typeof value === 'number'
      ? [[name, numbers.get(value as SubjectId) ?? null] as const]
      : []
  })
  return named.length === 0 ? row : { ...row, fields: { ...row.fields, ...Object.fromEntries(named) } }
}

/** Of people without a case number the national returns cannot speak. */
const isSomebodys = ({ subjects }: SourceRow): boolean => Object.values(subjects).some((numbers) => numbers.length > 0)
