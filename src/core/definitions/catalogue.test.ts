import { describe, expect, it } from 'vitest'
import { guests, inTheAttic } from '../../../test/support/counted.ts'
import { excludingUasc } from '../../../test/support/made-up-definitions.ts'
import { type Columns, column } from '../counting/column.ts'
import { needTest, workList } from '../counting/work-list.ts'
import type { Area } from './area.ts'
import { catalogue, checkDefinitions, DefinitionsWrong } from './catalogue.ts'
import { text } from './field.ts'
import { indicator } from './indicator.ts'
import { ALWAYS, type RecordType, recordType } from './record-type.ts'

const inAttic = workList({
  key: 'up',
  label: 'Up',
  source: 'Made up',
  population: guests,
  test: needTest('in the attic', inTheAttic),
})
const visits = indicator({
  key: 'visits-in-time',
  label: 'Visits in time',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'in the period',
  ripeAfter: '20 working days',
  status: 'national',
  who: 'Children in care.',
  countedIf: 'They were seen in time.',
  notKnown: 'Counts as not seen.',
  source: 'Care Planning Regulations 2010, regulation 28',
})
const variant = excludingUasc(visits)
const name: RecordType = recordType('name', {
  label: 'Name',
  plural: 'names',
  source: 'test',
  subjects: { person: { kind: 'person', label: 'Person' } },
  dated: ALWAYS,
  identity: ['person'],
  fields: { given: text('Given name') },
})
const area: Area = {
  key: 'visiting',
  label: 'Visiting',
  indicators: [visits, variant],
  records: [name],
  datasets: [
    {
      key: 'board',
      label: 'Board',
      audience: 'the board',
      source: 'Local',
      sections: [{ key: 'seen', label: 'Seen', indicators: [visits, variant] }],
    },
  ],
}
const said = (areas: readonly Area[]) => checkDefinitions(areas).map(({ path, problem }) => `${path}: ${problem}`)

describe('the catalogue', () => {
  it('finds every definition by its key', () => {
    const { indicators, datasets, records } = catalogue([area])
    expect([...records]).toEqual([['name', name]])
    expect([...indicators.keys()]).toEqual(['visits-in-time', 'visits-in-time-excl-uasc'])
    expect(datasets.get('board')?.sections[0]?.indicators[1]).toBe(variant)
  })

  it('refuses to be made of wrong definitions, telling every fault with its path', () => {
    const wrong: Area = { ...area, key: 'Visiting', indicators: [{ ...visits, who: ' ', source: '' }, variant] }
    expect(() => catalogue([wrong])).toThrow(DefinitionsWrong)
    expect(said([wrong])).toEqual([
      'Visiting: a key is lower-case words joined by hyphens',
      'Visiting > visits-in-time > who: is empty',
      'Visiting > visits-in-time > source: is empty',
      'Visiting > board > seen > visits-in-time: is not an indicator of any area',
    ])
  })
})

describe('checkDefinitions', () => {
  it('finds no fault in a sound area', () => {
    expect(said([area])).toEqual([])
  })

  it.each([
    [
      'an area twice',
      [area, { ...area, indicators: [], datasets: [], records: [] }],
      'visiting: this key is used twice',
    ],
    [
      'an indicator twice',
      [area, { key: 'other', label: 'Other', indicators: [visits] }],
      'other > visits-in-time: this key is used twice',
    ],
    [
      'a share that does not say what is counted',
      withIndicator({ countedIf: undefined }),
      'visiting > visits-in-time > countedIf: a figure in per cent has to say how it is worked out',
    ],
    [
      'an open question that is not asked',
      withIndicator({ status: 'to be confirmed', question: '' }),
      'visiting > visits-in-time > question: says what is to be confirmed, and with which reading meanwhile',
    ],
    [
      'what is wrong with a record type',
      [{ ...area, records: [{ ...name, source: '' }] }],
      'visiting > name > source: is empty',
    ],
    [
      'a variant of nothing',
      [{ ...area, indicators: [visits, { ...variant, variantOf: 'gone' }], datasets: [] }],
      'visiting > visits-in-time-excl-uasc > variantOf: there is no indicator gone',
    ],
    [
      'a row twice',
      withRows([visits, variant, visits]),
      'visiting > board > seen > visits-in-time: stands twice in this dataset',
    ],
    [
      'a variant before its parent',
      withRows([variant, visits]),
      'visiting > board > seen > visits-in-time-excl-uasc: comes before the indicator it narrows, visits-in-time',
    ],
  ])('finds %s', (_, areas, problem) => {
    expect(said(areas)).toContain(problem)
  })

  it('finds an interval that cannot be', () => {
    const [problem] = checkDefinitions(withIndicator({ ripeAfter: '0 working days' }))
    expect(problem?.path).toBe('visiting > visits-in-time > ripeAfter')
  })
})

function withIndicator(changes: object): readonly Area[] {
  return [{ ...area, indicators: [Object.assign({ ...visits }, changes)], datasets: [] }]
}
function withRows(indicators: Area['indicators']): readonly Area[] {
  const [dataset] = area.datasets ?? []
  if (dataset === undefined) throw new Error('the area has a dataset')
  return [{ ...area, datasets: [{ ...dataset, sections: [{ key: 'seen', label: 'Seen', indicators }] }] }]
}

it('a layout of a work list takes what there is', () => {
  const layout = { label: 'For health', source: 'Agreed', columns: [{ heading: 'ROOM', takes: 'room' }] }
  const problems = (columns: Columns) =>
    checkDefinitions([{ key: 'a', label: 'A', indicators: [], workLists: [{ ...inAttic, columns, layout }] }])
  expect(problems({})).toEqual([{ path: 'a > up > layout > ROOM', problem: 'there is no room to take' }])
  expect(problems({ room: column('Room', [], () => 'attic') })).toEqual([])
})
