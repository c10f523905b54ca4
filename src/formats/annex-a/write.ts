import { stringify } from 'csv-stringify/sync'
import {
  AdopterEnquiry,
  AdopterPause,
  AdopterStage,
  AdoptersLeft,
  ProspectiveAdopter,
  SuitabilityDecision,
} from '../../areas/adoption/adopter-records.ts'
import { AdoptiveFamily } from '../../areas/adoption/finding-a-family.ts'
import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { PathwayPlan, PathwayReview } from '../../areas/care-leavers/pathway.ts'
import { eligibilityReads } from '../../areas/care-leavers/told.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Disability, Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import { type PlainDate, partsOf, plainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { Finding, SourceRows, WrittenReturn } from '../records.ts'
import { type WrittenCell, writeWorkbook } from '../spreadsheets/workbook.ts'
import { AsAt } from './as-at.ts'
import { type Column, type List, type ListNumber, lists } from './lists.ts'
import { ofFile } from './sheets.ts'
import { adopterRows, householdsWithoutAdopters } from './write-adopters.ts'
import { adoptionRows } from './write-adoption.ts'
import { inCareRows } from './write-in-care.ts'
import { careLeaverRows } from './write-leavers.ts'
import type { Said } from './write-who.ts'

/** Everything that the lists are made of. */
export const written: readonly RecordType[] = [
  ...[Person, Ethnicity, Disability, UnaccompaniedStatus, Allocation],
  ...[Episode, CareReview, CareVisit, HealthAssessment, DentalCheck, MissingEpisode, PermanencePlan, ReviewingContact],
  ...eligibilityReads.filter((type) => type !== Person && type !== Episode),
  ...[CareLeaverActivity, PathwayPlan, PathwayReview],
  ...[AdoptionDecision, AdoptionMatch, PlacementOrder, AdoptiveFamily],
  ...[ProspectiveAdopter, AdopterEnquiry, AdopterStage, AdopterPause, SuitabilityDecision, AdoptersLeft],
]

const rowsOf: Readonly<Record<ListNumber, (asAt: AsAt) => readonly Said[]>> = {
  8: inCareRows,
  9: careLeaverRows,
  10: adoptionRows,
  11: adopterRows,
}

/** The lists of a day from everything that is held: one workbook, and the same as a CSV file for each list. */
export async function writeLists(held: SourceRows, day: string): Promise<WrittenReturn> {
  const asAt = new AsAt(held, written, plainDate(day))
  const all = lists.map((list) => ({
    list,
    rows: rowsOf[list.number](asAt)
      .toSorted(inOrder)
      .map((said) => list.columns.map((one) => cellOf(one, said))),
  }))
  const workbook = await writeWorkbook(
    all.map(({ list, rows }) => ({ name: `List ${list.number}`, headings: headings(list), rows })),
  )
  return {
    files: all.map(({ list, rows }) => ({
      name: `list-${list.number}.csv`,
      text: stringify([headings(list), ...rows.map((cells) => cells.map(csvCell))]),
    })),
    workbooks: [{ name: `annex-a-${day}.xlsx`, bytes: workbook }],
    findings: householdsWithoutAdopters(asAt).map(notNamed),
  }
}

const notNamed = (household: string): Finding =>
  ofFile(
    'adopters-not-named',
    'list-11.csv',
    `Household ${household} is on its way to adopt, and nobody on the record says who in it wants to. It is not in the list: record a prospective adopter.`,
    'warning',
  )

const headings = ({ columns }: List): readonly string[] => columns.map(({ heading }) => heading)

/** 9 before 10 before A1; of one child the earlier time in care first. */
const inOrder = (one: Said, other: Said): number =>
  String(one['id']).localeCompare(String(other['id']), 'en', { numeric: true }) ||
  Number(one['startedOn'] ?? 0) - Number(other['startedOn'] ?? 0)

function cellOf({ key, kind }: Column, said: Said): WrittenCell {
  const value: Value = said[key] ?? null
  if (kind === 'date') return typeof value === 'number' ? { on: value as PlainDate } : null
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  // A code that the list does not have is written as it is: whoever reads it sees that it does not fit.
  return typeof kind === 'object' ? (kind.written[value] ?? value) : value
}

function csvCell(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  const { year, month, day } = partsOf(cell.on)
  return `${two(day)}/${two(month)}/${String(year).padStart(4, '0')}`
}

const two = (number: number): string => String(number).padStart(2, '0')
