import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import { addDays, shortText } from '../../core/dates/plain-date.ts'
import type { InputFile } from '../issue.ts'
import type { Finding, RecordReading, SourceTable } from '../records.ts'
import { checkRows } from './check-rows.ts'
import type { ListNumber } from './lists.ts'
import { adopterTables, familyTable } from './read-adopters.ts'
import { episodesOf } from './read-episodes.ts'
import { peopleTables } from './read-people.ts'
import { dateIn, lastDay, type Row, readRows, textIn } from './read-rows.ts'
import { leaverTables, planTable } from './read-stated.ts'
import { ofFile, readSheets } from './sheets.ts'
import { distinct, onDays } from './source-rows.ts'

/**
 * Reads the lists in workbooks or CSV files. A file that cannot be read refuses all of them; what is wrong in a row is told, and the rest of the row is
 * read. The lists say the latest of each thing (the last visit, the last review) and not all: so they speak for the rows that they have, and what they do
 * not have is taken for gone nowhere.
 */
export async function readLists(files: readonly InputFile[], year: string | undefined): Promise<RecordReading> {
  const sheets = await readSheets(files)
  if (year !== undefined)
    return refused(sheets.findings, files, 'year-not-asked', 'The lists are of a day, not of a year: leave out --year.')
  if (sheets.refused) return { refused: true, findings: sheets.findings }
  const read = sheets.lists.map(readRows)
  const rows = read.flatMap((one) => one.rows)
  const last = lastDay(rows)
  if (last === undefined)
    return refused(
      sheets.findings,
      files,
      'no-dates',
      'The lists have no row with a date, so there is nothing to read.',
    )
  const of = (list: ListNumber) => rows.filter((row) => row.list === list)
  return {
    refused: false,
    year: { label: `up to ${shortText(last)}`, from: last, to: addDays(last, 1) },
    people: [...new Set(rows.map(({ id }) => id))],
    tables: [
      ...peopleTables(rows, last),
      ...inCareTables(of(8)),
      planTable(of(8), last),
      ...leaverTables(of(9), last),
      ...adoptionTables(of(10)),
      familyTable(of(10)),
      ...adopterTables(of(11)),
    ],
    findings: [...sheets.findings, ...inOrder([...read.flatMap((one) => one.findings), ...checkRows(rows, last)])],
  }
}

const refused = (
  findings: readonly Finding[],
  files: readonly InputFile[],
  rule: string,
  message: string,
): RecordReading => ({ refused: true, findings: [...findings, ofFile(rule, files[0]?.name ?? '', message)] })

const speaks = { window: null } as const

const inCareTables = (rows: readonly Row[]): readonly SourceTable[] => [
  { ...speaks, type: Episode, rows: distinct(rows.flatMap(episodesOf)), yieldsTo: [Episode] },
  { ...speaks, type: CareReview, rows: onDays(CareReview, rows, 'reviewedOn', {}) },
  { ...speaks, type: CareVisit, rows: onDays(CareVisit, rows, 'visitedOn', { kind: 'statutory' }) },
  // Which kind of assessment it was the list does not say.
  { ...speaks, type: HealthAssessment, rows: onDays(HealthAssessment, rows, 'healthOn', { attendance: 'done' }) },
  // Nor what a contact of the reviewing officer was for.
  { ...speaks, type: ReviewingContact, rows: onDays(ReviewingContact, rows, 'reviewerSawOn', {}) },
  { ...speaks, type: DentalCheck, rows: onDays(DentalCheck, rows, 'dentalOn', { attendance: 'done' }) },
]

const adoptionTables = (rows: readonly Row[]): readonly SourceTable[] => [
  { ...speaks, type: AdoptionDecision, rows: onDays(AdoptionDecision, rows, 'decidedOn', reversalOf) },
  { ...speaks, type: AdoptionMatch, rows: onDays(AdoptionMatch, rows, 'matchedOn', matchOf) },
  // Of a child whose episodes are told, the legal status tells of the order.
  {
    ...speaks,
    type: PlacementOrder,
    rows: onDays(PlacementOrder, rows, 'orderOn', {}).map((row) => ({ ...row, inferred: ['madeOn'] })),
    yieldsTo: [PlacementOrder, Episode],
  },
]

const reversalOf = (row: Row) => ({
  reversedOn: dateIn(row, 'reversedOn'),
  reasonReversed: textIn(row, 'reasonReversed'),
})

const matchOf = (row: Row) => ({ decidedOn: dateIn(row, 'decidedOn') })

/** As somebody who puts the lists right comes to them: list by list, row by row. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => byName(one.file, other.file) || (one.row ?? 0) - (other.row ?? 0))

const byName = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true })
