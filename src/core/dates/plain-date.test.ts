import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  fromParts,
  longText,
  monthText,
  partsOf,
  plainDate,
  shortText,
  toText,
  weekday,
} from './plain-date.ts'

const first = plainDate('1900-01-01')
const last = plainDate('2199-12-31')
const anyDate = fc.integer({ min: first, max: last }).map((day) => addDays(plainDate('1970-01-01'), day))

describe('text', () => {
  test('1970-01-01 is day nought', () => {
    expect(plainDate('1970-01-01')).toBe(0)
    expect(toText(addDays(plainDate('1969-12-31'), 1))).toBe('1970-01-01')
  })

  test('every day from 1900 to 2199 agrees with the system calendar', () => {
    for (let day: number = first; day <= last; day++) {
      const system = new Date(day * 86_400_000)
      const date = addDays(plainDate('1970-01-01'), day)
      const text = system.toISOString().slice(0, 10)
      if (toText(date) !== text || plainDate(text) !== day) expect.fail(`${day} is ${text}, not ${toText(date)}`)
      const { year, month, day: dayOfMonth } = partsOf(date)
      if (fromParts(year, month, dayOfMonth) !== day) expect.fail(`${text} does not come back from its parts`)
    }
    expect(daysBetween(first, last)).toBe(109_572)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-06-31',
    '2023-06-00',
    '0000-01-01',
    '2023-6-1',
    '20230601',
    '01/06/2023',
    '2023-06-01T00:00',
    ' 2023-06-01',
    '',
  ])('refuses %j and says how to write it', (text) => {
    expect(() => plainDate(text)).toThrow(RangeError)
    expect(() => plainDate(text)).toThrow(`Not a real date: ${text}. Write it as year-month-day`)
  })

  test('a date worked out from nothing is never written', () => {
    const nothing = addDays(first, Number.NaN)
    expect(() => toText(nothing)).toThrow(RangeError)
    expect(() => toText(addDays(plainDate('9999-12-31'), 1))).toThrow(RangeError)
    expect(() => weekday(nothing)).toThrow(RangeError)
    expect(() => monthText(nothing)).toThrow(RangeError)
  })

  test('in words', () => {
    const date = plainDate('2023-10-04')
    expect(longText(date)).toBe('Wednesday 4 October 2023')
    expect(shortText(date)).toBe('4 October 2023')
    expect(monthText(date)).toBe('October 2023')
    expect(weekday(plainDate('1900-01-01'))).toBe('Monday')
    expect(weekday(plainDate('2199-12-31'))).toBe('Tuesday')
  })

  test('fromParts refuses what is no date', () => {
    expect(toText(fromParts(2024, 2, 29))).toBe('2024-02-29')
    expect(() => fromParts(2023, 2, 29)).toThrow('Not a real date: year 2023, month 2, day 29')
    expect(() => fromParts(2023, 2.5, 1)).toThrow(RangeError)
  })
})

describe('months', () => {
  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2025-03-31', 3, '2025-06-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-01-15', 0, '2024-01-15'],
  ])('%s and %i months is %s', (start, months, expected) => {
    expect(toText(addMonths(plainDate(start), months))).toBe(expected)
  })

  test('the whole span is added once: month by month drifts', () => {
    const start = plainDate('2023-01-31')
    expect(toText(addMonths(start, 2))).toBe('2023-03-31')
    expect(toText(addMonths(addMonths(start, 1), 1))).toBe('2023-03-28')
  })

  test('lands in the month meant, on the same day of it or on its last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (start, count) => {
        const from = partsOf(start)
        const to = partsOf(addMonths(start, count))
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count)
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)))
      }),
    )
  })

  test('keeps the order of dates and of spans', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), fc.integer({ min: -240, max: 240 }), (start, later, count) => {
        expect(addMonths(addDays(start, later), count)).toBeGreaterThanOrEqual(addMonths(start, count))
        expect(addMonths(start, count + 1)).toBeGreaterThan(addMonths(start, count))
      }),
    )
  })

  test('the length of February', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28])
  })
})

test('addDays and daysBetween undo each other', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
      expect(daysBetween(start, addDays(start, days))).toBe(days)
    }),
  )
})
