import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBankHolidays, yearsOf } from './bank-holidays.ts'
import { plainDate } from './plain-date.ts'

const csv = readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8')
const [heading = '', ...rows] = csv.trimEnd().split('\n')
const withRows = (...lines: string[]) => [heading, ...lines].join('\n')
/** The list with row `number` (the heading is row 1) written otherwise. */
const withRow = (number: number, line: string) => withRows(...rows.map((row, i) => (i + 2 === number ? line : row)))

describe('the list that we ship', () => {
  const holidays = readBankHolidays(csv)

  test('115 days from 2015 to 2028, in order', () => {
    expect(holidays).toHaveLength(115)
    expect(yearsOf(holidays)).toEqual({ firstYear: 2015, lastYear: 2028 })
    expect(holidays.map(({ on }) => on)).toEqual(holidays.map(({ on }) => on).toSorted((a, b) => a - b))
  })

  test('a substitute is known as one', () => {
    const find = (text: string) => holidays.find(({ on }) => on === plainDate(text))
    expect(find('2022-12-27')).toEqual({ on: plainDate('2022-12-27'), name: 'Christmas Day', substitute: true })
    expect(find('2022-06-03')?.name).toBe('Platinum Jubilee bank holiday')
    expect(find('2022-12-25')).toBeUndefined()
  })

  test('other line ends, a byte order mark, blank lines, quotes and another order make no difference', () => {
    const quoted = withRow(2, `2015-01-01,Thu,"New Year's Day",no,,"alphagov/calendars"`)
    const shuffled = withRows(...rows.toReversed())
    for (const text of [`\uFEFF${csv.replaceAll('\n', '\r\n')}\r\n\r\n`, quoted, shuffled]) {
      expect(readBankHolidays(text)).toEqual(holidays)
    }
    const comma = readBankHolidays(withRow(2, '2015-01-01,Thu,"Day, the ""New"" one",no,,'))
    expect(comma[0]?.name).toBe('Day, the "New" one')
  })
})

describe('faults are named by row', () => {
  test.each([
    ['2015-04-31,Fri,Good Friday,no,,x', 'row 3: “2015-04-31” is not a real date'],
    ['03/04/2015,Fri,Good Friday,no,,x', 'row 3: “03/04/2015” is not a real date'],
    [',Fri,Good Friday,no,,x', 'row 3: “” is not a real date'],
    ['2015-04-03,Thu,Good Friday,no,,x', 'row 3: 2015-04-03 is a Fri, not a Thu'],
    ['2015-12-26,Sat,Boxing Day,no,,x', 'row 3: 2015-12-26 is a Saturday; give the day observed'],
    ['2015-04-03,Fri,,no,,x', 'row 3: 2015-04-03 has no name'],
    ['2015-04-03,Fri,Good Friday,maybe,,x', 'row 3: substitute_day must be yes or no, not “maybe”'],
    ['2015-04-03,Fri,Good Friday', 'row 3: has 3 fields and should have 6'],
    ["2015-01-01,Thu,New Year's Day,no,,x", 'row 3: 2015-01-01 is in row 2 already'],
  ])('%s', (line, message) => {
    expect(() => readBankHolidays(withRow(3, line))).toThrow(RangeError)
    expect(() => readBankHolidays(withRow(3, line))).toThrow(message)
  })

  test('all of them together', () => {
    const text = withRow(2, 'soon,Thu,X,no,,x').replace('2015-04-03,Fri', '2015-04-03,Wed')
    expect(() => readBankHolidays(text)).toThrow(/row 2: .*\nrow 3: /)
  })

  test('a year left out, and a year with too few', () => {
    const without2019 = withRows(...rows.filter((row) => !row.startsWith('2019')))
    expect(() => readBankHolidays(without2019)).toThrow(
      '2019: no bank holidays, though the list runs from 2015 to 2028',
    )
    const oneShort = withRows(...rows.filter((row) => !row.startsWith('2028-12-26')))
    expect(() => readBankHolidays(oneShort)).toThrow('2028: only 7 bank holidays')
  })

  test('another file, and an empty list', () => {
    expect(() => readBankHolidays('date,title\n2015-01-01,x')).toThrow('must begin with the columns date,weekday,name')
    expect(() => readBankHolidays('')).toThrow(RangeError)
    expect(() => readBankHolidays(heading)).toThrow('empty')
  })
})
