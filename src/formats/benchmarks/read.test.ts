import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areas } from '../../areas/index.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import type { Reference } from '../reference.ts'
import { readBenchmarks } from './read.ts'

const common = {
  goodIs: 'neither',
  covers: 'in the period',
  status: 'stated',
  who: 'Everyone.',
  countedIf: 'Always.',
  notKnown: 'Cannot arise.',
  source: 'Made up',
} as const
const indicators = [
  indicator({ ...common, key: 'visits-in-time', label: 'Visits in time', unit: 'per cent' }),
  indicator({ ...common, key: 'plans-late', label: 'Plans late', unit: 'count' }),
]
const reference: Reference = {
  indicators: new Map(indicators.map((one) => [one.key, one])),
  authorities: new Set(['exampleshire']),
}

const heading = 'authority,indicator,comparator,value,year,from,to,published_in,differs'
const file = (name: string, ...rows: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode([heading, ...rows].map((row) => `${row}\n`).join('')),
})
const read = (...rows: readonly string[]) => readBenchmarks([file('b.csv', ...rows)], reference)

test('a row becomes a benchmark', () => {
  const { rows, issues } = read(
    'exampleshire,visits-in-time,england,85.5,2022-23,2023-04-01,2024-03-31,Returns,Counts visits held late',
  )
  expect(issues).toEqual([])
  expect(rows).toEqual([
    {
      authority: 'exampleshire',
      indicator: 'visits-in-time',
      comparator: 'england',
      value: 85.5,
      year: '2022-23',
      appliesFrom: plainDate('2023-04-01'),
      appliesTo: plainDate('2024-04-01'),
      differs: 'Counts visits held late',
      publishedIn: 'Returns',
    },
  ])
})

test('a row may leave out the year, the last day and what differs; the mean of counts need not be whole', () => {
  expect(read('exampleshire,plans-late,region,4.5,,2023-04-01,,Returns,')).toMatchObject({
    rows: [{ value: 4.5, year: null, appliesTo: null, differs: null }],
    issues: [],
  })
})

test.each([
  [
    'exampleshire,visits-in-time,engalnd,85,,2023-04-01,,Returns,',
    'comparator',
    /no comparator "engalnd"\. Did you mean "england"\?/,
  ],
  [
    'exampleshire,visits-in-time,wales,85,,2023-04-01,,Returns,',
    'comparator',
    /There are: england, region, statistical-neighbours, good-statistical-neighbours\.$/,
  ],
  ['exampleshire,visits-in-time,toString,85,,2023-04-01,,Returns,', 'comparator', /no comparator "toString"/],
  ['exampleshire,visits-in-time,,85,,2023-04-01,,Returns,', 'comparator', /blank/],
  ['exampleshire,visits-in-time,england,,,2023-04-01,,Returns,', 'value', /blank\. Every row needs a number/],
  ['exampleshire,visits-in-time,england,100.5,,2023-04-01,,Returns,', 'value', /100\.5 is over 100/],
  ['exampleshire,plans-late,england,-1,,2023-04-01,,Returns,', 'value', /-1 is below nought/],
  [
    'exampleshire,plans-late,england,1,,2023-04-01,2023-03-01,Returns,',
    'to',
    /2023-03-01, lies before the first, 2023-04-01/,
  ],
  ['exampleshire,plans-late,england,1,,soon,,Returns,', 'from', /"soon" is no date/],
  ['exampleshire,plans-late,england,1,,2023-04-01,,,', 'published_in', /blank/],
  ['dorset,plans-late,england,1,,2023-04-01,,Returns,', 'authority', /no authority "dorset"/],
])('a row with a wrong cell is left out: %s', (row, column, message) => {
  const { rows, issues } = read(row)
  expect(rows).toEqual([])
  expect(issues).toMatchObject([
    { file: 'b.csv', row: 2, column, severity: 'error', message: expect.stringMatching(message) },
  ])
})

test('two values of one comparator from one day are an error that names both rows; of two comparators they are not', () => {
  const row = 'exampleshire,plans-late,england,1,,2023-04-01,,Returns,'
  const { rows, issues } = read(row, row.replace('england', 'region'), row.replace(',1,', ',2,'))
  expect(rows.map(({ comparator }) => comparator)).toEqual(['england', 'region'])
  expect(issues).toMatchObject([
    {
      row: 4,
      column: 'value',
      message: 'There are two values of england for plans-late from 2023-04-01: 1 in b.csv row 2, 2 here. Keep one.',
    },
  ])
})

test('what ships is read without a word', () => {
  const bytes = readFileSync('data/dorset/corporate-parenting-2023-09.benchmarks.csv')
  const shipped = readBenchmarks([{ name: 'benchmarks', bytes }], {
    indicators: new Map(areas.flatMap((one) => one.indicators.map((it) => [it.key, it]))),
    authorities: new Set(['dorset']),
  })
  expect(shipped.issues).toEqual([])
  expect(shipped.rows).toHaveLength(38)
})
