import { describe, expect, test } from 'vitest'
import { type Interval, parseInterval, partsOfInterval } from './interval.ts'

describe('what definitions write', () => {
  test.each<[Interval, ReturnType<typeof partsOfInterval>]>([
    ['20 working days', { count: 20, unit: 'working days', startIs: 'day 0' }],
    ['1 working day', { count: 1, unit: 'working days', startIs: 'day 0' }],
    ['45 days', { count: 45, unit: 'days', startIs: 'day 0' }],
    ['6 weeks', { count: 6, unit: 'weeks', startIs: 'day 0' }],
    ['1 month', { count: 1, unit: 'months', startIs: 'day 0' }],
    ['3 months', { count: 3, unit: 'months', startIs: 'day 0' }],
    ['1 year', { count: 12, unit: 'months', startIs: 'day 0' }],
    ['2 years', { count: 24, unit: 'months', startIs: 'day 0' }],
    ['40 working days beginning with', { count: 40, unit: 'working days', startIs: 'day 1' }],
    ['26 weeks beginning with', { count: 26, unit: 'weeks', startIs: 'day 1' }],
    ['15 days beginning with', { count: 15, unit: 'days', startIs: 'day 1' }],
  ])('%s', (interval, parts) => {
    expect(partsOfInterval(interval)).toEqual(parts)
    expect(partsOfInterval(interval)).toEqual(parts)
    expect(parseInterval(interval)).toBe(interval)
  })

  test.each<Interval>(['1.5 days', '-3 days', '0 weeks', '1e3 days'])('%s is refused', (interval) => {
    expect(() => partsOfInterval(interval)).toThrow(RangeError)
  })
})

describe('what people type', () => {
  test.each([
    ['20 Working Days', '20 working days'],
    ['  6   weeks ', '6 weeks'],
    ['1 working days', '1 working day'],
    ['3 month', '3 months'],
    ['015 days', '15 days'],
    ['40 working days BEGINNING WITH', '40 working days beginning with'],
    ['1 years', '1 year'],
  ])('%j is read as %j', (typed, interval) => {
    expect(parseInterval(typed)).toBe(interval)
  })

  test.each(['', 'soon', '20', 'days', 'twenty days', '6 fortnights', '3 months ending with', '2-3 days'])(
    '%j is refused, with what is understood',
    (typed) => {
      expect(() => parseInterval(typed)).toThrow(RangeError)
      expect(() => parseInterval(typed)).toThrow(`“${typed}” is not an interval. Write a whole number of working days,`)
    },
  )

  test('too few and too many', () => {
    expect(() => parseInterval('0 days')).toThrow('“0 days” is not an interval: days can be counted from 1 to 36,525.')
    expect(() => parseInterval('101 years')).toThrow('years can be counted from 1 to 100')
    expect(() => parseInterval('99999999999999999999 weeks')).toThrow(RangeError)
  })

  test('hours run from a time', () => {
    expect(() => parseInterval('72 hours')).toThrow('runs from a time, not from a date')
    // @ts-expect-error: hours are an HourLimit.
    const interval: Interval = '72 hours'
    expect(() => partsOfInterval(interval)).toThrow(RangeError)
  })
})
