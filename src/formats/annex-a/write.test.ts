import { expect, test } from 'vitest'
import { AdopterEnquiry, AdopterStage, ProspectiveAdopter } from '../../areas/adoption/adopter-records.ts'
import { AdoptiveFamily } from '../../areas/adoption/finding-a-family.ts'
import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { CareLeaverContact } from '../../areas/care-leavers/contact.ts'
import { CareLeaverHome } from '../../areas/care-leavers/homes.ts'
import { PathwayPlan } from '../../areas/care-leavers/pathway.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Person } from '../../areas/people/person.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRow, SourceRows } from '../records.ts'
import { readWorkbook } from '../spreadsheets/workbook.ts'
import { about } from './source-rows.ts'
import { writeLists } from './write.ts'

const day = plainDate

type Written = readonly [type: RecordType, row: Pick<SourceRow, 'subjects' | 'fields'>]

const of = (type: RecordType, subject: string, fields: Record<string, Value>): Written => [
  type,
  about(type, subject, '', fields),
]
const withOthers = ([type, row]: Written, subjects: SourceRow['subjects']): Written => [
  type,
  { ...row, subjects: { ...row.subjects, ...subjects } },
]

/** The rows of a list, each by its headings; blank cells left out. */
async function list(number: number, on: string, ...all: readonly Written[]) {
  const held = new Map<string, Written[1][]>()
  for (const [type, row] of all) held.set(type.key, [...(held.get(type.key) ?? []), row])
  const rows: SourceRows = held
  const { workbooks = [], findings } = await writeLists(rows, on)
  const sheets = await readWorkbook(workbooks[0]?.bytes ?? new Uint8Array())
  const [headings = [], ...lines] = sheets?.find(({ name }) => name === `List ${number}`)?.rows ?? []
  return {
    findings,
    rows: lines.map((cells) =>
      Object.fromEntries(headings.flatMap((heading, at) => (cells[at] ? [[heading, cells[at]] as const] : []))),
    ),
  }
}

const born = (person: string, bornOn: string) => of(Person, person, { bornOn: day(bornOn), sex: 'F' })
const episode = (child: string, began: string, fields: Record<string, Value>) =>
  of(Episode, child, { startedOn: day(began), legalStatus: 'C2', placement: 'U6', provider: 'PR1', ...fields })

test('list 8 has who is in care on the day, as it was then: where they live since when, under which status, and whose work they are', async () => {
  const { rows } = await list(
    8,
    '2023-09-30',
    born('7', '2012-04-05'),
    episode('7', '2021-02-01', {
      reasonStarted: 'S',
      categoryOfNeed: 'N1',
      legalStatus: 'C1',
      endedOn: day('2021-05-01'),
      reasonEnded: 'X1',
    }),
    episode('7', '2021-05-01', { reasonStarted: 'L', endedOn: day('2023-01-10'), reasonEnded: 'X1' }),
    episode('7', '2023-01-10', { reasonStarted: 'P', placement: 'U4', endedOn: day('2023-06-01'), reasonEnded: 'X1' }),
    episode('7', '2023-06-01', {
      reasonStarted: 'P',
      placement: 'T1',
      provider: null,
      endedOn: day('2023-06-20'),
      reasonEnded: 'X1',
    }),
    // Still to come on the day of the list, though the record knows of it already: the end of the time in care, and a visit.
    episode('7', '2023-06-20', { reasonStarted: 'P', placement: 'U4', endedOn: day('2023-10-02'), reasonEnded: 'E4A' }),
    of(CareVisit, '7', { visitedOn: day('2023-09-01'), kind: 'statutory', seen: 'yes' }),
    of(CareVisit, '7', { visitedOn: day('2023-09-20'), kind: 'statutory', seen: 'no' }),
    of(CareVisit, '7', { visitedOn: day('2023-10-01'), kind: 'statutory', seen: 'yes' }),
    of(PermanencePlan, '7', { option: 'long-term-fostering', startedOn: day('2023-02-01') }),
    withOthers(of(Allocation, '7', { role: 'social-worker', startedOn: day('2023-01-01') }), {
      team: ['West'],
      worker: ['Tom Fairweather'],
    }),
    // Left in the six months before, and seven months before.
    born('8', '2012-04-05'),
    episode('8', '2022-01-01', { reasonStarted: 'S', endedOn: day('2023-04-01'), reasonEnded: 'E4A' }),
    born('9', '2012-04-05'),
    episode('9', '2022-01-01', { reasonStarted: 'S', endedOn: day('2023-03-31'), reasonEnded: 'E4A' }),
  )
  expect(rows.map((row) => row['Child Unique ID'])).toEqual(['7', '8'])
  expect(rows[0]).toMatchObject({
    Gender: 'b) Female',
    'Age of Child (Years)': '11',
    'Date Started to be Looked After': '2021-02-01',
    "Child's Category of Need": 'N1 - Abuse or neglect',
    'Start date of current legal status': '2021-05-01',
    "Child's Legal Status": 'C2: FCO',
    'Start Date of Most Recent Placement': '2023-01-10',
    'Placement Type': 'd) U4: Foster placement - long term',
    'Number of Placements in the Last 12 months': '2',
    'Date of Last Social Work Visit': '2023-09-01',
    'What is the permanence plan for this child?': 'f) Long-term fostering',
    'Allocated Team': 'West',
    'Allocated Worker': 'Tom Fairweather',
  })
  expect(rows[0]).not.toHaveProperty('Date Ceased to be Looked After')
  expect(rows[1]).toMatchObject({
    'Date Ceased to be Looked After': '2023-04-01',
    'Reason Ceased to be Looked After': expect.stringContaining('E4A'),
  })
})

test('list 9 has whoever is owed support, by what is worked out, and how they live', async () => {
  const inCareTo = (person: string, ended: string | null) =>
    episode(person, '2018-01-01', {
      reasonStarted: 'S',
      endedOn: ended === null ? null : day(ended),
      reasonEnded: ended === null ? null : 'E5',
    })
  const { rows } = await list(
    9,
    '2023-09-30',
    born('1', '2003-06-01'),
    inCareTo('1', '2021-06-01'),
    of(CareLeaverContact, '1', { contactedOn: day('2023-08-01'), answer: 'YES' }),
    of(CareLeaverContact, '1', { contactedOn: day('2023-09-10'), answer: 'NO' }),
    of(CareLeaverHome, '1', { startedOn: day('2023-01-01'), kind: 'W', suitable: 'no' }),
    of(CareLeaverActivity, '1', { startedOn: day('2023-01-01'), activity: 'G5' }),
    of(PathwayPlan, '1', { madeOn: day('2023-05-01') }),
    withOthers(of(Allocation, '1', { role: 'personal-adviser', startedOn: day('2021-06-01') }), { worker: ['Ada'] }),
    // In care at 17, and one who left before turning 16.
    born('2', '2006-06-01'),
    inCareTo('2', null),
    born('3', '2006-06-01'),
    inCareTo('3', '2021-01-01'),
  )
  expect(rows.map((row) => [row['Child Unique ID'], row['Eligibility Category']])).toEqual([
    ['1', 'b) Former relevant child'],
    ['2', 'd) Eligible'],
  ])
  expect(rows[0]).toMatchObject({
    'LA in Touch': 'b) No',
    'Latest Date of Contact': '2023-08-01',
    'Type of Accommodation': 'W: Bed and breakfast',
    'Suitability of Accommodation': 'b) Unsuitable',
    'Activity Status': expect.stringContaining('G5'),
    'Latest Pathway Plan Review Date': '2023-05-01',
    'Allocated Personal Advisor': 'Ada',
  })
})

test('list 10 has who was adopted in the year, who waits, and whose decision was reversed in it', async () => {
  const decided = (child: string, on: string, reversed: string | null = null) =>
    of(AdoptionDecision, child, {
      decidedOn: day(on),
      reversedOn: reversed === null ? null : day(reversed),
      reasonReversed: reversed && 'RD3',
    })
  const { rows } = await list(
    10,
    '2023-09-30',
    episode('1', '2021-01-01', { reasonStarted: 'S', placement: 'U5', endedOn: day('2022-02-01'), reasonEnded: 'X1' }),
    episode('1', '2022-02-01', {
      reasonStarted: 'T',
      placement: 'A5',
      legalStatus: 'E1',
      endedOn: day('2022-12-01'),
      reasonEnded: 'E12',
    }),
    decided('1', '2021-06-01'),
    of(PlacementOrder, '1', { madeOn: day('2021-09-01') }),
    of(AdoptionMatch, '1', { matchedOn: day('2022-01-10') }),
    withOthers(of(AdoptiveFamily, '1', { matchedOn: day('2022-01-10') }), { household: ['#40'] }),
    episode('2', '2023-01-01', { reasonStarted: 'S', legalStatus: 'E1' }),
    decided('2', '2023-03-01'),
    episode('3', '2022-01-01', { reasonStarted: 'S' }),
    decided('3', '2022-03-01', '2022-10-01'),
    // Reversed, and adopted, before the year; and home again though nobody reversed the decision.
    episode('4', '2022-01-01', { reasonStarted: 'S' }),
    decided('4', '2022-03-01', '2022-09-30'),
    episode('5', '2021-01-01', { reasonStarted: 'S', endedOn: day('2022-09-30'), reasonEnded: 'E12' }),
    episode('6', '2021-01-01', { reasonStarted: 'S', endedOn: day('2023-05-01'), reasonEnded: 'E4A' }),
    decided('6', '2022-03-01'),
  )
  expect(rows.map((row) => row['Child Unique ID'])).toEqual(['1', '2', '3'])
  expect(rows[0]).toMatchObject({
    'Family identifier': '#40',
    'Date the Child Entered Care': '2021-01-01',
    'Date of Decision that Child Should be Placed for Adoption': '2021-06-01',
    'Date of Placement Order': '2021-09-01',
    'Date of Matching Child and Prospective Adopters': '2022-01-10',
    'Date Placed for Adoption': '2022-02-01',
    'Date of Adoption Order': '2022-12-01',
    'Date the child was placed for fostering in FFA or concurrent planning placement': '2021-01-01',
  })
  expect(rows[1]).toMatchObject({ 'Date of Placement Order': '2023-01-01' })
  expect(rows[2]).toMatchObject({ 'Reason Why Child No Longer Placed for Adoption': expect.stringContaining('RD3') })
})

test('list 11 has a row for each adopter of a household that is on its way, and tells of one in which nobody is named', async () => {
  const adopter = (person: string, household: string) =>
    withOthers(of(ProspectiveAdopter, person, { startedOn: day('2023-01-01') }), { household: [household] })
  const { rows, findings } = await list(
    11,
    '2023-09-30',
    adopter('#1', '#40'),
    adopter('#2', '#40'),
    of(AdopterEnquiry, '#40', {
      enquiredOn: day('2023-01-01'),
      registeredOn: day('2023-02-01'),
      fosteringForAdoption: 'yes',
    }),
    of(AdopterStage, '#40', {
      stage: 'one',
      startedOn: day('2023-02-10'),
      endedOn: day('2023-04-10'),
      howEnded: 'goes-on',
    }),
    of(AdopterStage, '#40', { stage: 'two', startedOn: day('2023-04-20') }),
    of(AdopterEnquiry, '#41', { enquiredOn: day('2023-08-01') }),
  )
  expect(rows.map((row) => [row['Individual adopter identifier'], row['Family identifier']])).toEqual([
    ['#1', '#40'],
    ['#2', '#40'],
  ])
  expect(rows[1]).toMatchObject({
    'Is the (prospective) adopter fostering for adoption?': 'a) Yes',
    'Date enquiry received': '2023-01-01',
    'Date Stage 1 started': '2023-02-10',
    'Date Stage 1 ended': '2023-04-10',
    'Date Stage 2 started': '2023-04-20',
    'Date application submitted': '2023-02-01',
  })
  expect(findings).toMatchObject([{ rule: 'adopters-not-named', message: expect.stringContaining('#41') }])
})
