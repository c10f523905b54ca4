import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Covers } from './period.ts'
import {
  coverage,
  lastPeriods,
  nextPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  parsePeriodRange,
  periodContaining,
  periodLabel,
  periodText,
  previousPeriod,
  type Span,
  shortLabel,
} from './period.ts'
import { addDays, plainDate, toText } from './plain-date.ts'
import type { Term } from './school-terms.ts'

const spanText = ({ from, to }: Span) => `${toText(from)} to ${toText(to)}`
const kinds: readonly PeriodKind[] = ['month', 'quarter', 'financial year', 'academic year', 'calendar year']
const anyPeriod = fc
  .tuple(fc.constantFrom(...kinds), fc.integer({ min: plainDate('1901-01-01'), max: plainDate('2198-12-31') }))
  .map(([kind, day]) => periodContaining(kind, addDays(plainDate('1970-01-01'), day)))

describe('reading and writing', () => {
  test.each([
    ['2023-09', 'month', '2023-09-01 to 2023-10-01', 'September 2023', 'Sep'],
    ['2023-12', 'month', '2023-12-01 to 2024-01-01', 'December 2023', 'Dec'],
    ['2023-24 Q1', 'quarter', '2023-04-01 to 2023-07-01', 'April to June 2023', 'Q1'],
    ['2023-24 Q2', 'quarter', '2023-07-01 to 2023-10-01', 'July to September 2023', 'Q2'],
    ['2023-24 Q3', 'quarter', '2023-10-01 to 2024-01-01', 'October to December 2023', 'Q3'],
    ['2023-24 Q4', 'quarter', '2024-01-01 to 2024-04-01', 'January to March 2024', 'Q4'],
    ['2023-24', 'financial year', '2023-04-01 to 2024-04-01', 'Year to 31 March 2024', '2023-24'],
    ['2099-00', 'financial year', '2099-04-01 to 2100-04-01', 'Year to 31 March 2100', '2099-00'],
    ['2011-2012', 'financial year', '2011-04-01 to 2012-04-01', 'Year to 31 March 2012', '2011-12'],
    ['2011-12', 'month', '2011-12-01 to 2012-01-01', 'December 2011', 'Dec'],
    ['2011-12 Q4', 'quarter', '2012-01-01 to 2012-04-01', 'January to March 2012', 'Q4'],
    ['2023/24', 'academic year', '2023-09-01 to 2024-09-01', 'Academic year 2023/24', '2023/24'],
    ['2009/10', 'academic year', '2009-09-01 to 2010-09-01', 'Academic year 2009/10', '2009/10'],
    ['2023', 'calendar year', '2023-01-01 to 2024-01-01', '2023', '2023'],
  ])('%s', (text, kind, span, label, short) => {
    const period = parsePeriod(text)
    expect(period.kind).toBe(kind)
    expect(spanText(period)).toBe(span)
    expect(periodText(period)).toBe(text)
    expect(periodLabel(period)).toBe(label)
    expect(shortLabel(period)).toBe(short)
  })

  test('the long way of writing a year is read too', () => {
    expect(parsePeriod('2023-2024')).toEqual(parsePeriod('2023-24'))
    expect(parsePeriod('2023/2024')).toEqual(parsePeriod('2023/24'))
    expect(parsePeriod(' 2023-09 ')).toEqual(parsePeriod('2023-09'))
  })

  test.each([
    '',
    'September 2023',
    '2023-9',
    '2023-13',
    '2023-00',
    '2023-25',
    '2023/25',
    '2023/09',
    '2023-24 Q5',
    '2023-24 Q0',
    '2023/24 Q1',
    '2023 Q1',
    '2023-09 Q1',
    '2023-2025',
    '23-24',
    '2023-09-30',
    '0000',
    '1899-12',
    '2200',
    '2023-04..2023-09',
  ])('%j is refused, with the forms that are understood', (text) => {
    expect(() => parsePeriod(text)).toThrow(RangeError)
    expect(() => parsePeriod(text)).toThrow(`“${text}” is not a period from 1900 to 2199. Write a month as 2023-09,`)
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(periodText(period))).toEqual(period)
      }),
    )
  })
})

describe('periods tile time', () => {
  test('each ends where the next begins, and holds its own days only', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = nextPeriod(period)
        expect(next.from).toBe(period.to)
        expect(period.to).toBeGreaterThan(period.from)
        expect(previousPeriod(next)).toEqual(period)
        expect(periodContaining(period.kind, period.from)).toEqual(period)
        expect(periodContaining(period.kind, addDays(period.to, -1))).toEqual(period)
        expect(periodContaining(period.kind, period.to)).toEqual(next)
      }),
    )
  })

  test.each([
    ['2023-24', 'month', 12],
    ['2023-24', 'quarter', 4],
    ['2023/24', 'month', 12],
    ['2023', 'quarter', 4],
    ['2023-24 Q3', 'month', 3],
  ] as const)('%s is filled by its %ss', (text, kind, count) => {
    const whole = parsePeriod(text)
    const pieces: Period[] = []
    for (let piece = periodContaining(kind, whole.from); piece.from < whole.to; piece = nextPeriod(piece))
      pieces.push(piece)
    expect(pieces).toHaveLength(count)
    expect(pieces[0]?.from).toBe(whole.from)
    expect(pieces.at(-1)?.to).toBe(whole.to)
  })

  test('the last periods are the one before, again and again, oldest first', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 1, max: 30 }), (period, count) => {
        const expected = [period]
        while (expected.length < count) expected.unshift(previousPeriod(expected[0] ?? period))
        expect(lastPeriods(period, count)).toEqual(expected)
      }),
    )
    expect(lastPeriods(parsePeriod('2024-01'), 3).map(periodText)).toEqual(['2023-11', '2023-12', '2024-01'])
    expect(() => lastPeriods(parsePeriod('2024-01'), 0)).toThrow(RangeError)
  })
})

describe('ranges', () => {
  test.each([
    ['2023-11..2024-02', ['2023-11', '2023-12', '2024-01', '2024-02']],
    ['2023-09', ['2023-09']],
    ['2023-09..2023-09', ['2023-09']],
    ['2022-23 Q4..2023-24 Q2', ['2022-23 Q4', '2023-24 Q1', '2023-24 Q2']],
    ['2021-22..2023-24', ['2021-22', '2022-23', '2023-24']],
  ])('%s', (text, expected) => {
    expect(parsePeriodRange(text).map(periodText)).toEqual(expected)
  })

  test.each([
    ['2023-09..2023-04', 'runs backwards'],
    ['2023-09..2023-24', 'from a month to a financial year'],
    ['2023-09..', '“” is not a period'],
    ['2023-09..soon', '“soon” is not a period'],
    ['2023-04..2023-05..2023-06', 'is not a range of periods'],
  ])('%s is refused', (text, message) => {
    expect(() => parsePeriodRange(text)).toThrow(RangeError)
    expect(() => parsePeriodRange(text)).toThrow(message)
  })
})

describe('what a figure covers', () => {
  const summer: Term = {
    name: 'summer',
    academicYear: '2022/23',
    from: plainDate('2023-04-17'),
    to: plainDate('2023-07-22'),
    halfTerm: { from: plainDate('2023-05-29'), to: plainDate('2023-06-03') },
  }
  test.each<[Covers, string, string]>([
    ['at the end', '2023-09', '2023-09-30 to 2023-10-01'],
    ['in the period', '2023-09', '2023-09-01 to 2023-10-01'],
    ['the cohort of the period', '2023-09', '2023-09-01 to 2023-10-01'],
    ['the term', '2023-07', '2023-04-17 to 2023-07-22'],
    ['the term', '2022/23', '2023-04-17 to 2023-07-22'],
    ['the term', '2023-06', '2023-06-01 to 2023-06-01'],
    ['rolling 3 months', '2023-09', '2023-07-01 to 2023-10-01'],
    ['rolling 6 months', '2023-09', '2023-04-01 to 2023-10-01'],
    ['rolling 6 months', '2024-02', '2023-09-01 to 2024-03-01'],
    ['rolling 12 months', '2023-09', '2022-10-01 to 2023-10-01'],
    ['rolling 12 months', '2023-24', '2023-04-01 to 2024-04-01'],
    ['rolling 36 months', '2023-24', '2021-04-01 to 2024-04-01'],
    ['academic year to date', '2023-09', '2023-09-01 to 2023-10-01'],
    ['academic year to date', '2023-08', '2022-09-01 to 2023-09-01'],
    ['academic year to date', '2024-01', '2023-09-01 to 2024-02-01'],
    ['academic year to date', '2023-24 Q2', '2023-09-01 to 2023-10-01'],
    ['academic year to date', '2023/24', '2023-09-01 to 2024-09-01'],
  ])('%s of %s is %s', (covers, text, expected) => {
    expect(spanText(coverage(covers, parsePeriod(text), [summer]))).toBe(expected)
  })
})
