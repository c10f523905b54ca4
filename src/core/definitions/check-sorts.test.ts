import { expect, test } from 'vitest'
import { recordTypesProblems } from './check-record-types.ts'
import { codeList } from './code-list.ts'
import { code, date, text, yesNo } from './field.ts'
import { type RecordType, recordType } from './record-type.ts'

const kinds = codeList('visit-kind', {
  label: 'Kind of visit',
  source: 'test',
  codes: { home: 'Home', school: 'School' },
})
const visit: RecordType = recordType('visit', {
  label: 'Visit',
  plural: 'visits',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  significant: 'important',
  sorts: { by: 'kind', icons: { home: 'home' } },
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Started', { required: true }),
    kind: code('Kind', kinds),
    important: yesNo('Important'),
    outcome: text('Outcome'),
  },
})
const said = (type: RecordType) =>
  recordTypesProblems([{ area: 'visiting', type }]).map(({ path, problem }) => `${path}: ${problem}`)

test('how a record stands in a chronology has to be by fields that it has', () => {
  expect(said(visit)).toEqual([])
  expect(said({ ...visit, significant: 'outcome' })).toEqual([
    'visiting > visit > significant: there is no yes or no outcome in this record',
  ])
  expect(said({ ...visit, sorts: { by: 'outcome', icons: {} } })).toEqual([
    'visiting > visit > sorts: there is no code outcome in this record',
  ])
  expect(said({ ...visit, sorts: { by: 'kind', icons: { home: 'home', park: 'visit' } } })).toEqual([
    'visiting > visit > sorts: visit-kind has no code park',
  ])
})
