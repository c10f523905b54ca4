import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { areas } from '../../areas/index.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import type { Reference } from '../reference.ts'
import { readFigures } from './read.ts'

const common = {
  goodIs: 'high',
  covers: 'in the period',
  status: 'stated',
  who: 'Visits due.',
  countedIf: 'In time.',
  notKnown: 'Counts as not in time.',
  source: 'Made up',
} as const
const indicators = [
  indicator({ ...common, key: 'visits-in-time', label: 'Visits in time', unit: 'per cent' }),
  indicator({ ...common, key: 'plans-late', label: 'Plans late', unit: 'count' }),
  indicator({ ...common, key: 'rate-of-plans', label: 'Rate of plans', unit: 'per 10,000' }),
]
const reference: Reference = {
  indicators: new Map(indicators.map((one) => [one.key, one])),
  authorities: new Set(['exampleshire', 'quartershire']),
}

const file = (text: string, name = 'f.csv') => ({ name, bytes: new TextEncoder().encode(text) })
const headed = (columns: string, ...rows: readonly string[]) =>
  file([columns, ...rows].map((row) => `${row}\n`).join(''))
const read = (...rows: readonly string[]) =>
  readFigures([headed('authority,indicator,period,value,numerator,denominator,published_in', ...rows)], reference)

/** A row about visits in time in September 2023, with the value and its parts as they are written. */
const visits = (value: string, numerator = '', denominator = '') =>
  `exampleshire,visits-in-time,2023-09,${value},${numerator},${denominator},Pack`

/** What is said of a single row, after checking that it was left out. */
function saidOf(row: string) {
  const { rows, issues } = read(row)
  expect(rows).toEqual([])
  for (const issue of issues) expect(issue).toMatchObject({ file: 'f.csv', row: 2, severity: 'error' })
  return issues.map(({ column, message }) => [column, message])
}

describe('a good row', () => {
  test('becomes a figure with all that it says', () => {
    const columns =
      'note,authority,indicator,period,value,published_in,area,group,numerator,denominator,not_known,break'
    const row = 'Two schools late,exampleshire,visits-in-time,2023-24 Q2,62.5,Pack,West,girls,5,8,1,New form'
    expect(readFigures([headed(columns, row)], reference)).toEqual({
      rows: [
        {
          authority: 'exampleshire',
          area: 'West',
          populationGroup: 'girls',
          indicator: 'visits-in-time',
          period: parsePeriod('2023-24 Q2'),
          value: 62.5,
          numerator: 5,
          denominator: 8,
          notKnown: 1,
          breakNote: 'New form',
          note: 'Two schools late',
          publishedIn: 'Pack',
        },
      ],
      issues: [],
    })
  })

  test('with a blank value says that there is no figure; nought is a figure', () => {
    const { rows, issues } = read(visits(''), 'exampleshire,plans-late,2023-09,0,,,Pack')
    expect(rows.map(({ value }) => value)).toEqual([null, 0])
    expect(issues).toEqual([])
  })

  test('may hold a decimal for a rate, and -0, which is nought', () => {
    const { rows } = read(
      'exampleshire,rate-of-plans,2023-09,71.63,,,Pack',
      'exampleshire,plans-late,2023-09,-0,,,Pack',
    )
    expect(rows.map(({ value }) => value)).toEqual([71.63, 0])
  })
})

describe('a row that names what is not known', () => {
  test('an indicator with a slip: the one that is near', () => {
    expect(saidOf('exampleshire,visit-in-time,2023-09,50,,,Pack')).toEqual([
      ['indicator', 'There is no indicator "visit-in-time". Did you mean "visits-in-time"?'],
    ])
    expect(saidOf('exampleshire,VISITS-IN-TIME,2023-09,50,,,Pack')).toEqual([
      ['indicator', 'There is no indicator "VISITS-IN-TIME". Did you mean "visits-in-time"?'],
    ])
  })

  test('an indicator like none: those that there are, or where to find them', () => {
    expect(saidOf('exampleshire,children-seen-alone,2023-09,50,,,Pack')).toEqual([
      ['indicator', expect.stringMatching(/There are: visits-in-time, plans-late, rate-of-plans\.$/)],
    ])
    const many = { ...reference, indicators: new Map(areas.flatMap((one) => one.indicators.map((it) => [it.key, it]))) }
    const { issues } = readFigures(
      [headed('authority,indicator,period,value,published_in', 'exampleshire,children-seen-alone,2023-09,50,Pack')],
      many,
    )
    expect(issues[0]?.message).toMatch(/The definitions page lists them all\.$/)
  })

  test('an authority', () => {
    expect(saidOf('exampelshire,visits-in-time,2023-09,50,,,Pack')).toEqual([
      ['authority', 'There is no authority "exampelshire". Did you mean "exampleshire"?'],
    ])
  })

  test.each(['2023-13', '2023-9', 'Sep-23', '09/2023', '2023-24 Q5', '0203-09'])(
    'the period %s: how to write one',
    (text) => {
      expect(saidOf(`exampleshire,visits-in-time,${text},50,,,Pack`)).toEqual([
        ['period', expect.stringMatching(/is not a period.*Write a month as 2023-09/)],
      ])
    },
  )

  test('several things: all at once, each at its column, about the indicator', () => {
    const { issues } = read('dorsetshire,visits-in-time,soon,12%,x,,')
    expect(issues.map(({ column, subject }) => [column, subject])).toEqual(
      ['authority', 'period', 'published_in', 'value', 'numerator'].map((column) => [column, 'visits-in-time']),
    )
  })

  test('nothing at all where every row needs something', () => {
    expect(saidOf(',,,50,,,')).toEqual(
      ['authority', 'indicator', 'period', 'published_in'].map((column) => [
        column,
        'The cell is blank. Every row needs it.',
      ]),
    )
  })
})

describe('a value', () => {
  test.each(['12%', '"1,234"', '-', 'n/a', '1e5', '.5', '5.', '+5', '0x10', '1 234', '£5', 'Infinity', '--5'])(
    '%s is no number',
    (text) => {
      const shown = text.replaceAll('"', '')
      expect(saidOf(visits(text))).toEqual([
        ['value', expect.stringContaining(`"${shown}" is no number. Write digits and at most one point, like 1234.5`)],
      ])
      expect(saidOf(visits(text))[0]?.[1]).toMatch(/leave the cell blank\.$/)
    },
  )

  test.each(['0.123456789012345678', '123456789012345678', '9'.repeat(400)])('%s cannot be kept', (text) => {
    expect(saidOf(`exampleshire,rate-of-plans,2023-09,${text},,,Pack`)).toEqual([
      ['value', expect.stringMatching(/more digits than can be kept\. Round it to 17/)],
    ])
    expect(read('exampleshire,rate-of-plans,2023-09,0.0066666666666666667,,,Pack').issues).toEqual([])
  })

  test.each([
    ['below nought', visits('-3'), /-3 is below nought, which "Visits in time" cannot be/],
    ['over 100 per cent', visits('100.1'), /100\.1 is over 100, and "Visits in time" is a per cent/],
    [
      'not whole',
      'exampleshire,plans-late,2023-09,4.5,,,Pack',
      /4\.5 is not a whole number, and "Plans late" is a count/,
    ],
  ])('that is %s', (_, row, expected) => {
    expect(saidOf(row)).toEqual([['value', expect.stringMatching(expected)]])
  })

  test('may be exactly nought or 100 per cent, and a rate over 100', () => {
    expect(read(visits('0')).issues).toEqual([])
    expect(read(visits('100')).issues).toEqual([])
    expect(read('exampleshire,rate-of-plans,2023-09,163.2,,,Pack').issues).toEqual([])
  })
})

describe('the parts of a share', () => {
  test.each([
    ['69.25', '277', '400'],
    ['69.3', '277', '400'],
    ['69.30', '277', '400'],
    ['69', '277', '400'],
    ['66.67', '2', '3'],
    ['67', '2', '3'],
    ['100', '8', '8'],
    ['0', '0', '8'],
    ['', '0', '0'],
    ['', '5', '8'],
    ['50', '5', ''],
    ['50', '', '8'],
  ])('%s from %s of %s agrees, as it is rounded', (value, numerator, denominator) => {
    expect(read(visits(value, numerator, denominator)).issues).toEqual([])
  })

  test.each([
    ['69.2', '277', '400', 'value', '69.2 is not 277 of 400, which is 69.3 per cent. Put right whichever'],
    ['66.66', '2', '3', 'value', '66.66 is not 2 of 3, which is 66.67 per cent.'],
    ['63', '5', '8', 'value', undefined],
    ['62.6', '5', '8', 'value', '62.6 is not 5 of 8, which is 62.5 per cent.'],
    ['0', '0', '0', 'value', 'A share of nobody is no figure: leave the value blank.'],
    ['62.5', '8', '5', 'numerator', '8 is more than the denominator, 5. Look whether the two are the wrong way round.'],
    ['62.5', '-5', '8', 'numerator', '-5 is below nought, which no number of people can be.'],
    ['62.5', '5', '-8', 'denominator', '-8 is below nought, which no number of people can be.'],
  ])('%s from %s of %s', (value, numerator, denominator, column, message) => {
    const row = visits(value, numerator, denominator)
    if (message === undefined) expect(read(row).issues).toEqual([])
    else expect(saidOf(row)).toEqual([[column, expect.stringContaining(message)]])
  })

  test('not known may not be below nought either', () => {
    const columns = 'authority,indicator,period,value,published_in,not_known'
    const { issues } = readFigures([headed(columns, 'exampleshire,plans-late,2023-09,5,Pack,-1')], reference)
    expect(issues).toMatchObject([{ row: 2, column: 'not_known', severity: 'error' }])
  })

  test('of a rate need not be its quotient: it is of 10,000 children', () => {
    expect(read('exampleshire,rate-of-plans,2023-09,71.6,480,67000,Pack').issues).toEqual([])
  })
})

describe('the same period twice', () => {
  const heading = 'authority,indicator,period,value,published_in'
  const [fifty, sixty] = ['50', '60'].map((value) => `exampleshire,visits-in-time,2023-09,${value},Pack`)

  test('with different values is an error that names both rows', () => {
    const { issues } = readFigures([headed(heading, `${fifty}`, '', `${sixty}`)], reference)
    expect(issues).toEqual([
      {
        file: 'f.csv',
        row: 4,
        column: 'value',
        subject: 'visits-in-time',
        message: 'There are two values for visits-in-time in 2023-09: 50 in f.csv row 2, 60 here. Keep the right one.',
        severity: 'error',
      },
    ])
  })

  test('with different values in two files is an error that names both files', () => {
    const files = ['first.csv', 'second.csv'].map((name, at) => file(`${heading}\n${at === 0 ? fifty : sixty}\n`, name))
    expect(readFigures(files, reference).issues).toMatchObject([
      { file: 'second.csv', row: 2, message: expect.stringContaining('50 in first.csv row 2, 60 here') },
    ])
  })

  test('with a value and a blank is an error too', () => {
    const { issues } = readFigures(
      [headed(heading, `${fifty}`, 'exampleshire,visits-in-time,2023-09,,Pack')],
      reference,
    )
    expect(issues[0]?.message).toContain('50 in f.csv row 2, none here')
  })

  test('with the same value but another source says that another column differs', () => {
    const other = 'exampleshire,visits-in-time,2023-09,50,Another pack'
    expect(readFigures([headed(heading, `${fifty}`, other)], reference).issues).toMatchObject([
      {
        row: 3,
        column: null,
        severity: 'error',
        message: expect.stringMatching(/f\.csv row 2.*differ in another column/),
      },
    ])
  })

  test('saying the same is a warning, and read once', () => {
    const { rows, issues } = readFigures([headed(heading, `${fifty}`, `${fifty}`)], reference)
    expect(rows).toHaveLength(1)
    expect(issues).toMatchObject([
      { row: 3, column: null, severity: 'warning', message: 'The row says the same as f.csv row 2. It is read once.' },
    ])
  })

  test('is not the same period for another authority, area, group, indicator, month or kind of period', () => {
    const columns = 'authority,area,group,indicator,period,value,published_in'
    const { rows, issues } = readFigures(
      [
        headed(
          columns,
          'exampleshire,,,plans-late,2023-09,1,Pack',
          'quartershire,,,plans-late,2023-09,2,Pack',
          'exampleshire,West,,plans-late,2023-09,3,Pack',
          'exampleshire,,West,plans-late,2023-09,4,Pack',
          'exampleshire,,,rate-of-plans,2023-09,5,Pack',
          'exampleshire,,,plans-late,2023-10,6,Pack',
          'exampleshire,,,plans-late,2023-24,7,Pack',
          'exampleshire,,,plans-late,2023/24,8,Pack',
        ),
      ],
      reference,
    )
    expect(issues).toEqual([])
    expect(rows.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

test('issues come in the order of the rows, file by file, whatever kind they are', () => {
  const one = headed(
    'authority,indicator,period,value,published_in',
    ',,,,x',
    'a',
    'exampleshire,plans-late,now,1,Pack',
  )
  const { issues } = readFigures([one, { ...one, name: 'g.csv' }], reference)
  const places = [...new Set(issues.map(({ file: name, row }) => `${name} ${row}`))]
  expect(places).toEqual(['f.csv 2', 'f.csv 3', 'f.csv 4', 'g.csv 2', 'g.csv 3', 'g.csv 4'])
})

test('what ships is read without a word', () => {
  const bytes = readFileSync('data/dorset/corporate-parenting-2023-09.figures.csv')
  const shipped = readFigures([{ name: 'figures', bytes }], {
    indicators: new Map(areas.flatMap((one) => one.indicators.map((it) => [it.key, it]))),
    authorities: new Set(['dorset']),
  })
  expect(shipped.issues).toEqual([])
  expect(shipped.rows).toHaveLength(421)
})
