import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBankHolidays } from './bank-holidays.ts'
import type { Interval } from './interval.ts'
import { addDays, daysBetween, type PlainDate, plainDate, toText, weekday } from './plain-date.ts'
import { BeyondCalendar, workingCalendar } from './working-days.ts'

const holidays = readBankHolidays(readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8'))
const england = workingCalendar(holidays)
const due = (start: string, interval: Interval) => toText(england.dueOn(plainDate(start), interval))
const isWorkingDay = (text: string) => england.isWorkingDay(plainDate(text))
const between = (from: string, to: string) => england.workingDaysBetween(plainDate(from), plainDate(to))

describe('1. what a working day is', () => {
  test.each([
    ['Saturday', '2023-10-07', false],
    ['Sunday', '2023-10-08', false],
    ['an ordinary Monday', '2023-10-09', true],
    ['Good Friday, which is no bank holiday in the Act but is named beside them', '2024-03-29', false],
    ['Easter Monday', '2024-04-01', false],
    ['Christmas Day on a Wednesday', '2024-12-25', false],
    ['2 January, a holiday in Scotland only', '2024-01-02', true],
    ['17 March, a holiday in Northern Ireland only', '2025-03-17', true],
    ['the first Monday of August, a holiday in Scotland only', '2024-08-05', true],
    ['4 May 2020: the early May holiday had moved', '2020-05-04', true],
    ['8 May 2020: it had moved here', '2020-05-08', false],
    ['30 May 2022: the spring holiday had moved', '2022-05-30', true],
    ['2 June 2022: it had moved here', '2022-06-02', false],
    ['the Platinum Jubilee', '2022-06-03', false],
    ['the State Funeral', '2022-09-19', false],
    ['the Coronation', '2023-05-08', false],
    ['Christmas Eve', '2024-12-24', true],
    ["New Year's Eve", '2024-12-31', true],
    ['the substitute for Christmas Day 2022', '2022-12-27', false],
    ['the day after it', '2022-12-28', true],
  ])('%s', (_what, date, expected) => {
    expect(isWorkingDay(date)).toBe(expected)
  })

  test('a substitute takes one working day away, not two', () => {
    // 24 December 2022 to 1 January 2023: four weekend days, 26 and 27 December observed, three days at work.
    expect(between('2022-12-23', '2023-01-01')).toBe(3)
    const withTheSunday = workingCalendar([
      ...holidays,
      { on: plainDate('2022-12-25'), name: 'Christmas Day', substitute: false },
    ])
    expect(withTheSunday.workingDaysBetween(plainDate('2022-12-23'), plainDate('2023-01-01'))).toBe(3)
    expect(withTheSunday.version).toBe(england.version)
  })

  test('a holiday proclaimed later moves the due dates of open clocks; the version tells the calendars apart', () => {
    const funeral = plainDate('2022-09-19')
    const asKnownBefore = workingCalendar(holidays.filter(({ on }) => on !== funeral))
    const received = plainDate('2022-09-16')
    expect(toText(asKnownBefore.dueOn(received, '1 working day'))).toBe('2022-09-19')
    expect(toText(england.dueOn(received, '1 working day'))).toBe('2022-09-20')
    expect(asKnownBefore.version).not.toBe(england.version)
    expect(workingCalendar(holidays).version).toBe(england.version)
    const moved = holidays.map((day) => (day.on === funeral ? { ...day, on: plainDate('2022-09-20') } : day))
    expect(workingCalendar(moved).version).not.toBe(england.version)
    expect(england.version).toMatch(/^2015-2028-[0-9a-f]{8}$/)
  })

  test('the name of a holiday', () => {
    expect(england.holidayOn(plainDate('2023-05-08'))?.name).toContain('coronation')
    expect(england.holidayOn(plainDate('2023-05-09'))).toBeUndefined()
  })
})

describe('2. counting', () => {
  test('the day after counts as day 1', () => {
    expect(due('2024-03-28', '1 working day')).toBe('2024-04-02')
    expect(due('2023-10-02', '1 working day')).toBe('2023-10-03')
  })

  test('from a day off, day 1 is the next working day', () => {
    expect(due('2024-03-30', '1 working day')).toBe('2024-04-02')
    expect(due('2024-12-25', '20 working days')).toBe('2025-01-24')
  })

  test('within one working day is not 24 hours: from Friday until the end of Monday', () => {
    expect(due('2023-10-06', '1 working day')).toBe('2023-10-09')
  })

  test('the due date is in time, the day after is not', () => {
    const start = plainDate('2023-04-27')
    expect(england.inTime(start, '15 working days', plainDate('2023-05-22'))).toBe(true)
    expect(england.inTime(start, '15 working days', plainDate('2023-05-23'))).toBe(false)
    expect(england.inTime(start, '15 working days', start)).toBe(true)
  })

  test('elapsed', () => {
    expect(between('2024-03-04', '2024-03-04')).toBe(0)
    expect(between('2024-03-30', '2024-03-30')).toBe(0)
    expect(between('2024-03-28', '2024-04-02')).toBe(1)
    expect(between('2023-04-27', '2023-05-22')).toBe(15)
  })

  test('done on a Saturday adds nothing to Friday', () => {
    expect(between('2023-10-02', '2023-10-07')).toBe(between('2023-10-02', '2023-10-06'))
    expect(england.inTime(plainDate('2023-09-29'), '5 working days', plainDate('2023-10-07'))).toBe(false)
    expect(england.inTime(plainDate('2023-09-29'), '6 working days', plainDate('2023-10-07'))).toBe(true)
  })

  test('done before the start is a data error, neither in time nor a duration', () => {
    expect(() => between('2023-05-22', '2023-05-19')).toThrow('19 May 2023 is before the start, 22 May 2023')
    const ask = () => england.inTime(plainDate('2023-05-22'), '15 working days', plainDate('2023-05-19'))
    expect(ask).toThrow(RangeError)
    expect(ask).not.toThrow(BeyondCalendar)
  })

  test.each([0, -1, 1.5, Number.NaN])('%d working days cannot be counted', (count) => {
    expect(() => england.addWorkingDays(plainDate('2023-05-22'), count)).toThrow('whole numbers from 1')
    expect(() => england.addWorkingDaysBeginningWith(plainDate('2023-05-22'), count)).toThrow('whole numbers from 1')
  })
})

describe('3. weeks and months', () => {
  test('weeks are calendar days, whatever holidays lie between', () => {
    expect(due('2024-12-20', '6 weeks')).toBe('2025-01-31')
    expect(due('2024-09-02', '20 weeks')).toBe('2025-01-20')
    expect(due('2024-01-01', '24 weeks')).toBe('2024-06-17')
  })

  test('months end on the corresponding date or at the end of a shorter month', () => {
    expect(due('2023-10-04', '3 months')).toBe('2024-01-04')
    expect(due('2022-11-30', '3 months')).toBe('2023-02-28')
    expect(due('2023-01-31', '1 month')).toBe('2023-02-28')
    expect(due('2024-02-29', '1 year')).toBe('2025-02-28')
  })

  test('a chain runs from the actual event', () => {
    const [heldOn, dueOn] = [plainDate('2023-06-20'), plainDate('2023-06-30')]
    expect(toText(england.dueOn(heldOn, '3 months'))).toBe('2023-09-20')
    expect(toText(england.dueOn(dueOn, '3 months'))).toBe('2023-09-30')
  })

  test('due on a Sunday stays due on the Sunday; Friday is the practical deadline', () => {
    const start = plainDate('2023-07-01')
    const review = england.dueOn(start, '3 months')
    expect(`${weekday(review)} ${toText(review)}`).toBe('Sunday 2023-10-01')
    expect(england.inTime(start, '3 months', plainDate('2023-10-02'))).toBe(false)
    expect(toText(england.lastWorkingDayOnOrBefore(review))).toBe('2023-09-29')
    expect(toText(england.lastWorkingDayOnOrBefore(plainDate('2023-09-29')))).toBe('2023-09-29')
    expect(toText(england.lastWorkingDayOnOrBefore(plainDate('2024-04-01')))).toBe('2024-03-28')
  })

  test('seen within 4 weeks is 28 days', () => {
    expect(daysBetween(plainDate('2023-09-02'), plainDate('2023-09-30'))).toBe(28)
    expect(england.inTime(plainDate('2023-09-02'), '4 weeks', plainDate('2023-09-30'))).toBe(true)
    expect(england.inTime(plainDate('2023-09-01'), '4 weeks', plainDate('2023-09-30'))).toBe(false)
  })

  test('days, weeks and months need no bank holidays', () => {
    expect(due('1994-05-31', '3 months')).toBe('1994-08-31')
    expect(due('2028-12-01', '8 weeks')).toBe('2029-01-26')
    expect(due('2028-12-01', '16 years')).toBe('2044-12-01')
  })
})

describe('5. inclusive counts', () => {
  test('26 weeks beginning with the day of issue are 181 days on', () => {
    expect(due('2024-01-08', '26 weeks beginning with')).toBe(toText(addDays(plainDate('2024-01-08'), 181)))
  })

  test('15 days beginning with the day of service', () => {
    expect(due('2024-03-01', '15 days beginning with')).toBe('2024-03-15')
    expect(due('2024-03-01', '1 day beginning with')).toBe('2024-03-01')
  })

  test('40 working days beginning with the day sent, on a working day and on a Saturday', () => {
    expect(due('2024-04-02', '40 working days beginning with')).toBe('2024-05-29')
    expect(due('2024-04-06', '40 working days beginning with')).toBe('2024-06-04')
    expect(due('2024-04-02', '1 working day beginning with')).toBe('2024-04-02')
    expect(due('2024-04-06', '1 working day beginning with')).toBe('2024-04-08')
  })

  test.each([
    ['2024-01-01', '3 months beginning with', '2024-03-31'],
    ['2023-10-04', '1 month beginning with', '2023-11-03'],
    ['2022-11-30', '3 months beginning with', '2023-02-28'],
    ['2023-11-30', '3 months beginning with', '2024-02-29'],
    ['2022-11-29', '3 months beginning with', '2023-02-28'],
    ['2022-11-28', '3 months beginning with', '2023-02-27'],
    ['2024-04-01', '1 year beginning with', '2025-03-31'],
  ] as const)('%s, %s: last day %s', (start, interval, expected) => {
    expect(due(start, interval)).toBe(expected)
  })
})

describe('outside the loaded years nothing is guessed', () => {
  const [day, late, early] = [plainDate('2028-12-20'), plainDate('2029-01-02'), plainDate('2014-12-31')]

  test.each<[string, (date: PlainDate) => unknown]>([
    ['isWorkingDay', (date) => england.isWorkingDay(date)],
    ['holidayOn', (date) => england.holidayOn(date)],
    ['addWorkingDays', (date) => england.addWorkingDays(date, 1)],
    ['addWorkingDaysBeginningWith', (date) => england.addWorkingDaysBeginningWith(date, 1)],
    ['workingDaysBetween', (date) => england.workingDaysBetween(date, date)],
    ['lastWorkingDayOnOrBefore', (date) => england.lastWorkingDayOnOrBefore(date)],
    ['dueOn', (date) => england.dueOn(date, '5 working days')],
    ['inTime', (date) => england.inTime(date, '5 working days', date)],
  ])('%s', (_name, ask) => {
    for (const date of [late, early, plainDate('2029-01-01'), plainDate('2044-06-30')]) {
      expect(() => ask(date)).toThrow(BeyondCalendar)
    }
    expect(() => ask(day)).not.toThrow()
  })

  test('the message says what is loaded and what to load', () => {
    expect(() => england.isWorkingDay(late)).toThrow(
      'Working days can be counted from 2015 to 2028, the years whose bank holidays are loaded; 2029-01-02 lies outside them. Load the bank holidays of 2029 into data/bank-holidays.csv.',
    )
    expect(() => england.isWorkingDay(plainDate('2031-01-02'))).toThrow('holidays of 2029 to 2031 into')
    expect(() => england.isWorkingDay(early)).toThrow('holidays of 2014 into')
    expect(() => england.isWorkingDay(plainDate('2010-01-02'))).toThrow('holidays of 2010 to 2014 into')
  })

  test('also when only the sum passes the end', () => {
    const lastDay = plainDate('2028-12-29')
    expect(toText(england.addWorkingDays(day, 5))).toBe('2028-12-29')
    expect(() => england.addWorkingDays(day, 6)).toThrow(BeyondCalendar)
    expect(() => england.addWorkingDays(day, 6)).toThrow(
      '6 working days from 2028-12-20 end after them. Load the bank holidays of 2029',
    )
    expect(() => england.addWorkingDays(lastDay, 1)).toThrow(BeyondCalendar)
    expect(england.addWorkingDaysBeginningWith(lastDay, 1)).toBe(lastDay)
    expect(() => england.workingDaysBetween(day, late)).toThrow(BeyondCalendar)
    expect(() => england.inTime(day, '6 working days', day)).toThrow(BeyondCalendar)
  })

  test("the last working day before New Year's Day of the first year is not known", () => {
    expect(() => england.lastWorkingDayOnOrBefore(plainDate('2015-01-01'))).toThrow(BeyondCalendar)
    expect(toText(england.lastWorkingDayOnOrBefore(plainDate('2015-01-04')))).toBe('2015-01-02')
    expect(toText(england.addWorkingDaysBeginningWith(plainDate('2015-01-01'), 1))).toBe('2015-01-02')
  })

  test('a calendar of fewer years than the list', () => {
    const short = workingCalendar(holidays, { firstYear: 2023, lastYear: 2024 })
    expect(toText(short.dueOn(plainDate('2024-03-28'), '1 working day'))).toBe('2024-04-02')
    expect(() => short.isWorkingDay(plainDate('2025-01-02'))).toThrow('holidays of 2025 into')
    expect(() => workingCalendar(holidays, { firstYear: 2024, lastYear: 2023 })).toThrow(RangeError)
  })

  test('years before 1970 count weekends rightly', () => {
    const old = workingCalendar([], { firstYear: 1900, lastYear: 1900 })
    expect(toText(old.addWorkingDays(plainDate('1900-01-05'), 1))).toBe('1900-01-08')
    expect(old.workingDaysBetween(plainDate('1900-01-01'), plainDate('1900-01-08'))).toBe(5)
  })

  test('a date worked out from nothing is no date', () => {
    expect(() => england.isWorkingDay(addDays(late, Number.NaN))).toThrow(RangeError)
  })
})
