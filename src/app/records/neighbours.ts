import { addMonths, partsOf } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Misfit, RecordFormat, ReturnYear, SourceReturn, SourceRow, SourceTable } from '../../formats/records.ts'
import { addComparison, type Comparison } from '../../store/quality/import-faults.ts'
import { findImportedFile, type HeldRecord, listSaidBy } from '../../store/records/list.ts'
import { everybodyIn } from '../../store/records/rows.ts'
import type { Db } from '../../store/records/transaction.ts'
import { findCaseNumbers } from './who.ts'

/** What does not fit between the returns of two years. */
export type Compared = Comparison & { readonly misfits: readonly Misfit[] }

/**
 * What does not fit between a return and those of the year before and the year after, where these were loaded already: whichever came first, both are held
 * against each other once.
 */
export async function compareWithNeighbours(
  db: Db,
  format: RecordFormat,
  read: SourceReturn,
): Promise<readonly Compared[]> {
  const before = await findReturn(db, format, yearFrom(read.year, -12))
  const after = await findReturn(db, format, yearFrom(read.year, 12))
  const compared = (earlier: SourceReturn, later: SourceReturn) => ({
    ...{ format: format.key, earlier: earlier.year.label, later: later.year.label },
    misfits: format.compare(earlier, later),
  })
  return [
    ...(before === undefined ? [] : [compared(before, read)]),
    ...(after === undefined ? [] : [compared(read, after)]),
  ]
}

/** Keeps what does not fit, as errors of data until it is put right. Call it when all that was read has been recorded. */
export async function keepMisfits(
  db: Db,
  sourceSystem: string,
  { misfits, ...comparison }: Compared,
  by: { readonly at: Date; readonly by: string },
): Promise<void> {
  const faults = misfits.flatMap(({ finding, of }) =>
    of === undefined
      ? []
      : [{ rule: finding.rule, type: of.type.key, identity: of.identity, sourceSystem, field: finding.column ?? '' }],
  )
  await addComparison(db, comparison, { ...by, faults })
}

function yearFrom({ from, to }: ReturnYear, months: number): ReturnYear {
  const [starts, ends] = [addMonths(from, months), addMonths(to, months)]
  const { year } = partsOf(starts)
  return { label: `${year}/${String(year + 1).slice(-2)}`, from: starts, to: ends }
}

/** What the last return of a year said, as far as it is compared; undefined where none was loaded. */
async function findReturn(db: Db, format: RecordFormat, year: ReturnYear): Promise<SourceReturn | undefined> {
  const people = new Set<SubjectId>()
  const said: { readonly type: RecordType; readonly records: readonly HeldRecord[] }[] = []
  for (const type of format.compared) {
    const file = await findImportedFile(db, type, format.sourceSystem, year)
    if (file === undefined) continue
    said.push({ type, records: await listSaidBy(db, type, format.sourceSystem, file) })
    for (const subject of file.subjects ?? []) people.add(subject)
  }
  if (said.length === 0) return undefined
  const inRecords = said.flatMap(({ records }) => records.flatMap(({ content }) => everybodyIn(content)))
  const numbers = await findCaseNumbers(db, [...new Set([...people, ...inRecords])])
  return {
    year,
    people: [...new Set([...people].map((subject) => numbers.get(subject) ?? ''))],
    tables: said.map(({ type, records }): SourceTable => {
      return { type, window: null, rows: records.map((record) => sourceRow(record, numbers)) }
    }),
  }
}

/** What somebody or something is called by the source. */
export type Numbers = Pick<ReadonlyMap<SubjectId, string>, 'get'>

/** A held record in the words of its source. Somebody without a case number has none there either. */
export const sourceRow = ({ identity, content }: HeldRecord, numbers: Numbers): SourceRow => ({
  identity: identity ?? '',
  subjects: Object.fromEntries(
    Object.entries(content.subjects).map(([role, some]) => [role, some.flatMap((one) => numbers.get(one) ?? [])]),
  ),
  fields: content.fields,
})
