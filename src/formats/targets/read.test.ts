import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { areas } from '../../areas/index.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { type GoodIs, indicator, type Unit } from '../../core/definitions/indicator.ts'
import type { Reference } from '../reference.ts'
import { readTargets } from './read.ts'

const made = (key: string, label: string, unit: Unit, goodIs: GoodIs) =>
  indicator({
    key,
    label,
    unit,
    goodIs,
    covers: 'in the period',
    status: 'stated',
    who: 'Everyone.',
    countedIf: 'Always.',
    notKnown: 'Cannot arise.',
    source: 'Made up',
  })
const indicators = [
  made('visits-in-time', 'Visits in time', 'per cent', 'high'),
  made('plans-late', 'Plans late', 'count', 'low'),
  made('children-at-end', 'Children at month end', 'count', 'neither'),
]
const reference: Reference = {
  indicators: new Map(indicators.map((one) => [one.key, one])),
  authorities: new Set(['exampleshire']),
}

const heading = 'authority,indicator,from,to,target,red,published_in,note'
const file = (name: string, ...rows: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode([heading, ...rows].map((row) => `${row}\n`).join('')),
})
const read = (...rows: readonly string[]) => readTargets([file('t.csv', ...rows)], reference)

/** What is said of a single row, after checking that it was left out. */
function saidOf(row: string) {
  const { rows, issues } = read(row)
  expect(rows).toEqual([])
  for (const issue of issues) expect(issue).toMatchObject({ file: 't.csv', row: 2, severity: 'error' })
  return issues.map(({ column, message }) => [column, message])
}

test('a row becomes a target; the last day is written, the day after it is kept', () => {
  const { rows, issues } = read('exampleshire,visits-in-time,2022-04-01,2023-03-31,90,75,Plan,Agreed in March')
  expect(issues).toEqual([])
  expect(rows).toEqual([
    {
      authority: 'exampleshire',
      indicator: 'visits-in-time',
      appliesFrom: plainDate('2022-04-01'),
      appliesTo: plainDate('2023-04-01'),
      target: 90,
      redBeyond: 75,
      publishedIn: 'Plan',
      note: 'Agreed in March',
    },
  ])
})

test('a row may leave out the last day, red and the note; last on the first day is a day', () => {
  const { rows } = read(
    'exampleshire,plans-late,2022-04-01,,0,,Plan,',
    'exampleshire,plans-late,2021-04-01,2021-04-01,0,,Plan,',
  )
  expect(rows).toMatchObject([
    { appliesTo: null, redBeyond: null, note: null, target: 0 },
    { appliesTo: plainDate('2021-04-02') },
  ])
})

test('a target for a count need not be whole', () => {
  expect(read('exampleshire,plans-late,2022-04-01,,2.5,,Plan,').issues).toEqual([])
})

describe('a target that cannot be', () => {
  test('where neither way is better', () => {
    expect(saidOf('exampleshire,children-at-end,2022-04-01,,400,,Plan,')).toEqual([
      [
        'target',
        '"Children at month end" can have no target: neither a high nor a low figure is better. Leave the row out.',
      ],
    ])
  })

  test.each([
    [
      'visits-in-time',
      '90',
      '95',
      '95 is on the good side of the target, 90, and a high figure is good here. Red begins beyond this number: make it 90 or less.',
    ],
    [
      'plans-late',
      '10',
      '5',
      '5 is on the good side of the target, 10, and a low figure is good here. Red begins beyond this number: make it 10 or more.',
    ],
  ])('%s with target %s and red %s: the wrong side', (key, target, red, message) => {
    expect(saidOf(`exampleshire,${key},2022-04-01,,${target},${red},Plan,`)).toEqual([['red', message]])
  })

  test.each([
    ['visits-in-time', '90', '90'],
    ['visits-in-time', '90', '75'],
    ['plans-late', '0', '0'],
    ['plans-late', '0', '5'],
  ])('but %s with target %s and red %s can', (key, target, red) => {
    expect(read(`exampleshire,${key},2022-04-01,,${target},${red},Plan,`).issues).toEqual([])
  })

  test.each([
    ['target', '101', ''],
    ['target', '-1', ''],
    ['red', '90', '-1'],
    ['red', '90', '101'],
  ])('%s outside the unit (%s, %s)', (column, target, red) => {
    expect(saidOf(`exampleshire,visits-in-time,2022-04-01,,${target},${red},Plan,`)).toEqual([
      [column, expect.stringMatching(/is (below nought|over 100)/)],
    ])
  })

  test('that ends before it begins', () => {
    expect(saidOf('exampleshire,visits-in-time,2022-04-01,2022-03-31,90,,Plan,')).toEqual([
      ['to', 'The last day, 2022-03-31, lies before the first, 2022-04-01. Correct one, or leave the last day blank.'],
    ])
  })

  test.each([
    [',visits-in-time,2022-04-01,,90,,Plan,', 'authority', /blank/],
    ['exampleshire,visit-in-time,2022-04-01,,90,,Plan,', 'indicator', /Did you mean "visits-in-time"/],
    ['exampleshire,visits-in-time,,,90,,Plan,', 'from', /blank\. Every row needs a date here/],
    [
      'exampleshire,visits-in-time,01/04/2022,,90,,Plan,',
      'from',
      /"01\/04\/2022" is no date\. Write it like 2023-09-30/,
    ],
    ['exampleshire,visits-in-time,2022-04-01,2023-02-29,90,,Plan,', 'to', /"2023-02-29" is no date/],
    [
      'exampleshire,visits-in-time,2022-04-01,,,,Plan,',
      'target',
      /^The cell is blank\. Every row needs a number here\.$/,
    ],
    ['exampleshire,visits-in-time,2022-04-01,,90%,,Plan,', 'target', /"90%" is no number.*letters\.$/],
    ['exampleshire,visits-in-time,2022-04-01,,90,n/a,Plan,', 'red', /"n\/a" is no number.*leave the cell blank/],
    ['exampleshire,visits-in-time,2022-04-01,,90,,,', 'published_in', /blank/],
  ])('because of a cell: %s', (row, column, message) => {
    expect(saidOf(row)).toEqual([[column, expect.stringMatching(message)]])
  })
})

describe('two targets for one indicator', () => {
  const row = 'exampleshire,visits-in-time,2022-04-01,,90,,Plan,'

  test('from one day are an error that names both rows, in one file or two', () => {
    const other = row.replace('90', '95')
    expect(read(row, '', other).issues).toMatchObject([
      {
        row: 4,
        column: 'from',
        severity: 'error',
        message: 'There are two targets for visits-in-time from 2022-04-01: 90 in t.csv row 2, 95 here. Keep one.',
      },
    ])
    expect(readTargets([file('a.csv', row), file('b.csv', other)], reference).issues).toMatchObject([
      { file: 'b.csv', row: 2, message: expect.stringContaining('90 in a.csv row 2') },
    ])
  })

  test('from two days are two targets', () => {
    const { rows, issues } = read(row, row.replace('2022-04-01', '2023-04-01'))
    expect(issues).toEqual([])
    expect(rows).toHaveLength(2)
  })
})

test('what ships is read without a word', () => {
  const bytes = readFileSync('data/dorset/corporate-parenting-2023-09.targets.csv')
  const shipped = readTargets([{ name: 'targets', bytes }], {
    indicators: new Map(areas.flatMap((one) => one.indicators.map((it) => [it.key, it]))),
    authorities: new Set(['dorset']),
  })
  expect(shipped.issues).toEqual([])
  expect(shipped.rows).toHaveLength(44)
})
