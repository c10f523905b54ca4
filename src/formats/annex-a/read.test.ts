import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AdoptionDecision } from '../../areas/children-in-care/adoption-plans.ts'
import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { HealthAssessment } from '../../areas/children-in-care/health.ts'
import { CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { InputFile } from '../issue.ts'
import { writeWorkbook } from '../spreadsheets/workbook.ts'
import { listNumbered } from './lists.ts'
import { readLists } from './read.ts'
import { readChoice } from './read-choice.ts'

const sample: InputFile = {
  name: 'Annex_A.xlsx',
  bytes: readFileSync(new URL('../../../test/fixtures/annex-a/Annex_A.xlsx', import.meta.url)),
}

async function read(...files: readonly InputFile[]) {
  const reading = await readLists(files, undefined)
  if (reading.refused) throw new Error(reading.findings.map(({ message }) => message).join('\n'))
  const rows = (type: RecordType) => reading.tables.find((one) => one.type === type)?.rows ?? []
  const found = (rule: string) =>
    reading.findings.filter((one) => one.rule === rule).map(({ row, column }) => [row, column] as const)
  return { ...reading, rows, found }
}

/** What a child in care has in list 8, where the test says nothing else. */
const child: Readonly<Record<string, string>> = {
  id: '7',
  gender: 'b) Female',
  ethnicity: 'a) WBRI',
  bornOn: '05/04/2012',
  age: '11',
  unaccompanied: 'b) No',
  disability: 'b) No',
  startedOn: '01/02/2021',
  need: 'N1 - Abuse or neglect',
  again: 'b) No',
  statusSince: '01/03/2021',
  status: 'C2: FCO',
  placements: '1',
  placedOn: '01/02/2021',
  placement: 'f) U6: Foster placement - not FFA',
  provider: 'b) PR1: Own provision',
  postcode: 'DT1 1AA',
  location: 'a) In',
  authority: 'E06000059',
  missing: '0',
  absent: '0',
  team: 'Team 1',
  worker: 'Ann',
}

const list8 = listNumbered(8)?.columns ?? []

/** List 8 as CSV. `headings`: those that are called otherwise. */
function inCare(rows: readonly Readonly<Record<string, string>>[], headings: Readonly<Record<string, string>> = {}) {
  const cell = (text: string) => `"${text}"`
  const lines = [
    list8.map(({ key, heading }) => cell(headings[key] ?? heading)),
    ...rows.map((row) => list8.map(({ key }) => cell(row[key] ?? child[key] ?? ''))),
  ]
  return { name: 'list-8.csv', bytes: Buffer.from(`${lines.map((line) => line.join(',')).join('\n')}\n`) }
}

describe('the sample workbook', () => {
  test('is read in whole, and what is wrong told row by row', async () => {
    const { people, rows, findings, found, year } = await read(sample)
    expect(people).toHaveLength(16)
    expect(year.label).toBe('up to 26 February 2021')
    // Of five children in care two had come into care and into legal status and placement on three days.
    expect(rows(Episode).filter(({ inferred }) => !inferred?.includes('startedOn'))).toHaveLength(5)
    expect(rows(AdoptionDecision)).toHaveLength(5)
    expect(findings.filter(({ rule }) => rule === 'list-not-read').map(({ file }) => file.slice(-6))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `List ${number}`),
    )
    expect(found('postcode-unreadable')).toEqual([[3, 'Placement postcode']])
    expect(found('adult-in-care')).toEqual([[2, 'Date Ceased to be Looked After']])
    // Row 5 came into care eight years before birth, and so did row 5 of list 10.
    expect(found('before-birth').map(([row]) => row)).toEqual([5, 5])
    expect(found('adopted-and-reversed').map(([row]) => row)).toEqual([4])
    expect(findings.filter(({ row, subject }) => row !== null && subject === null)).toEqual([])
  })
})

describe('a row of list 8', () => {
  test('is a time in care, with an episode from each day that it names, and nothing made up between', async () => {
    const { rows } = await read(inCare([{ placedOn: '01/06/2022', visitedOn: '20/09/2023', healthOn: '2023-05-01' }]))
    const said = rows(Episode).map(({ fields }) => [
      fields['startedOn'],
      fields['reasonStarted'],
      fields['legalStatus'],
      fields['placement'],
      fields['reasonEnded'],
    ])
    const day = plainDate
    expect(said).toEqual([
      [day('2021-02-01'), 'S', null, null, 'X1'],
      [day('2021-03-01'), 'L', 'C2', null, 'X1'],
      [day('2022-06-01'), 'P', 'C2', 'U6', null],
    ])
    expect(rows(CareVisit)[0]?.fields).toMatchObject({ visitedOn: day('2023-09-20'), kind: 'statutory' })
    expect(rows(HealthAssessment)[0]?.fields).toMatchObject({ assessedOn: day('2023-05-01'), kind: null })
  })

  test('headings may be worded, ordered and set otherwise, with a title above', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'LIST_08 Children in care',
        headings: ['Children in care on 30 September'],
        rows: [
          [],
          ['Age', 'ETHNICITY ', 'Child unique identifier', 'Date started to be Looked After', 'Child’s legal status'],
          [11.4, 't) NOBT', 7, { on: plainDate('2021-02-01') }, 'Interim care order'],
        ],
      },
    ])
    const { rows, people } = await read({ name: 'a.xlsx', bytes })
    expect(people).toEqual(['7'])
    expect(rows(Ethnicity)[0]?.fields['ethnicity']).toBe('NOBT')
    expect(rows(Episode)[0]?.fields).toMatchObject({ startedOn: plainDate('2021-02-01'), legalStatus: 'C1' })
  })

  test.each([
    ['ethnicity', 's) NOBT', 'NOBT'],
    ['ethnicity', 'WBRI - White British', 'WBRI'],
    ['need', 'N1SB Sexual abuse', 'N1'],
    ['need', 'CIN - Family dysfunction - domestic violence', 'N5'],
    ['status', 'Full Care Order (s31)', 'C2'],
    ['provider', 'e) PR4 - Private provision', 'PR4'],
    ['placement', 'U6', 'U6'],
    ['gender', '2 - Female', 'F'],
    ['gender', 'Non-binary', 'neither'],
    ['disability', 'AUT - Autism', 'yes'],
  ])('%s: “%s” is %s', (key, text, code) => {
    const kind = list8.find((one) => one.key === key)?.kind
    expect(typeof kind === 'object' && readChoice(kind, text)).toBe(code)
  })

  test('what cannot be read is told with its row and column, and the rest of the row is kept', async () => {
    const { found, rows } = await read(
      inCare([
        { bornOn: '01/01/1900', need: 'Something else', statusSince: '31/02/2021' },
        { id: '', startedOn: '01/05/2021' },
        { id: '8', reasonCeased: 'a) E11', worker: '#N/A' },
      ]),
    )
    expect(found('placeholder-date')).toEqual([[2, 'Date of Birth']])
    expect(found('wording-unknown')).toEqual([[2, "Child's Category of Need"]])
    expect(found('date-unreadable')).toEqual([[2, 'Start date of current legal status']])
    expect(found('no-identifier')).toEqual([[3, 'Child Unique ID']])
    expect(found('reason-without-an-end').map(([row]) => row)).toEqual([4])
    expect(found('nothing-found')).toEqual([[4, 'Allocated Worker']])
    expect(rows(Person).map(({ identity, fields }) => [identity, fields['bornOn']])).toEqual([
      ['7', null],
      ['8', plainDate('2012-04-05')],
    ])
  })

  test('rows that a join doubled are read once; the same child with another answer is told with what differs', async () => {
    const { findings, rows } = await read(inCare([{}, {}, { worker: 'Bob' }, { startedOn: '01/05/2023' }]))
    const told = findings.filter(({ rule }) => rule === 'same-row-twice' || rule === 'two-rows')
    expect(told.map(({ rule, row, fields }) => [rule, row, fields])).toEqual([
      ['same-row-twice', 3, []],
      ['two-rows', 4, ['Allocated Worker']],
    ])
    expect(rows(Episode).filter(({ fields }) => fields['reasonStarted'] === 'S')).toHaveLength(2)
  })

  test('a stale flag of an unaccompanied child is told, and the status ends on the 18th birthday', async () => {
    const grown = { bornOn: '01/05/2004', unaccompanied: 'a) Yes', visitedOn: '20/09/2023' }
    const { found, rows } = await read(inCare([grown, { id: '8', bornOn: '01/05/2010', unaccompanied: 'a) Yes' }]))
    expect(found('stale-unaccompanied').map(([row]) => row)).toEqual([2])
    expect(rows(UnaccompaniedStatus).map(({ fields }) => fields['endedOn'])).toEqual([plainDate('2022-05-01'), null])
  })

  test('a number is one however the cell holds it, and two that differ in leading noughts are told', async () => {
    const { found, people } = await read(inCare([{ id: '7.0' }, { id: '007', startedOn: '01/05/2021' }]))
    expect(people).toEqual(['7', '007'])
    expect(found('identifier-nearly-same')).toEqual([[3, 'Child Unique ID']])
  })
})

describe('files that are refused whole', () => {
  test.each([
    ['a workbook that is none', { name: 'a.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 9) }, 'file-unreadable'],
    ['a list without its headings', { name: 'list-8.csv', bytes: Buffer.from('a,b\n1,2\n') }, 'no-heading'],
    ['no list at all', { name: 'x.csv', bytes: Buffer.from('a,b\n1,2\n') }, 'no-list'],
  ])('%s', async (_, file, rule) => {
    const reading = await readLists([sample, file], undefined)
    expect(rule === 'no-list' ? await readLists([file], undefined) : reading).toMatchObject({
      refused: true,
      findings: expect.arrayContaining([expect.objectContaining({ rule })]),
    })
  })
})
