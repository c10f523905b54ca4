import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addHours,
  dueAt,
  hoursOf,
  type Instant,
  inEngland,
  instantText,
  inTimeByDate,
  londonDate,
  londonText,
  parseInstant,
  toUtcText,
} from './instant.ts'
import { plainDate, toText } from './plain-date.ts'

describe('reading and writing', () => {
  test.each([
    ['2024-03-29T10:00Z', '2024-03-29T10:00Z'],
    ['2024-04-01T11:00+01:00', '2024-04-01T10:00Z'],
    ['2024-04-01T00:30+01:00', '2024-03-31T23:30Z'],
    ['2024-03-31T22:30-05:00', '2024-04-01T03:30Z'],
    ['2024-03-29T10:00:30Z', '2024-03-29T10:00:30Z'],
    ['2024-03-29T10:00:30.250Z', '2024-03-29T10:00:30.250Z'],
    ['1960-01-01T00:00Z', '1960-01-01T00:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(toUtcText(parseInstant(text))).toBe(utc)
    expect(parseInstant(text)).toBe(Date.parse(text))
  })

  test.each([
    '2024-03-29T10:00',
    '2024-03-29',
    '2024-03-29 10:00Z',
    '2024-02-30T10:00Z',
    '2024-03-29T24:00Z',
    '2024-03-29T10:60Z',
    '2024-03-29T10:00+0100',
    '2024-03-29T10:00+99:00',
    '',
  ])('%j is refused: a time without a zone is an hour out for half the year', (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError)
  })

  test('in London', () => {
    expect(londonText(parseInstant('2024-04-01T10:00Z'))).toBe('Monday 1 April 2024, 11:00 BST')
    expect(londonText(parseInstant('2024-03-29T00:05Z'))).toBe('Friday 29 March 2024, 00:05 GMT')
    expect(instantText(parseInstant('2024-07-01T23:30Z'))).toBe('2024-07-01T23:30Z (2024-07-02 00:30 BST)')
    expect(toText(londonDate(parseInstant('2024-07-01T23:30Z')))).toBe('2024-07-02')
    expect(toText(londonDate(parseInstant('2024-01-01T23:30Z')))).toBe('2024-01-01')
  })
})

test('the date in London is that of the calendar there, at whatever moment of an hour it was asked before', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
  const moments = fc.date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.array(fc.integer({ min: -5_400_000, max: 5_400_000 })), (moment, shifts) => {
      for (const at of [0, ...shifts].map((shift) => moment.getTime() + shift))
        expect(toText(londonDate(at as Instant))).toBe(calendar.format(at))
    }),
  )
})

test('what the clocks in England showed is one moment, in double summer time too; what they never showed is none', () => {
  const utc = (local: string) => {
    const at = inEngland(local)
    return at === undefined ? undefined : toUtcText(at)
  }
  expect(['2024-01-15T11:00', '2024-07-15T11:00', '1945-06-01T11:00'].map(utc)).toEqual([
    ...['2024-01-15T11:00Z', '2024-07-15T10:00Z', '1945-06-01T09:00Z'],
  ])
  expect(['2024-03-31T01:30', '2024-07-15T25:00'].map(utc)).toEqual([undefined, undefined])
})

describe('clock hours', () => {
  test('72 hours over the spring change of the clocks end an hour later by the clock', () => {
    const due = dueAt(parseInstant('2024-03-29T10:00Z'), '72 hours')
    expect(instantText(due)).toBe('2024-04-01T10:00Z (11:00 BST)')
  })

  test('and over the autumn change an hour earlier', () => {
    const due = dueAt(parseInstant('2024-10-25T10:00+01:00'), '72 hours')
    expect(instantText(due)).toBe('2024-10-28T09:00Z (09:00 GMT)')
  })

  test('weekends and holidays count', () => {
    const saturdayOfEaster = parseInstant('2024-03-30T12:00Z')
    expect(toUtcText(addHours(saturdayOfEaster, 24))).toBe('2024-03-31T12:00Z')
  })

  test('limits', () => {
    expect([hoursOf('1 hour'), hoursOf('24 hours'), hoursOf('72 hours')]).toEqual([1, 24, 72])
    for (const limit of ['0 hours', '-2 hours', '1.5 hours', 'hours', '72', '3 days']) {
      expect(() => hoursOf(limit)).toThrow(`“${limit}” is not a limit in hours`)
    }
  })
})

describe('where only dates are known', () => {
  const found = plainDate('2024-03-29')
  test('72 hours are three days, and the answer is always flagged as approximate', () => {
    expect(inTimeByDate(found, '72 hours', plainDate('2024-04-01'))).toEqual({ inTime: true, approximate: true })
    expect(inTimeByDate(found, '72 hours', plainDate('2024-04-02'))).toEqual({ inTime: false, approximate: true })
    expect(inTimeByDate(found, '24 hours', plainDate('2024-03-30')).inTime).toBe(true)
    expect(inTimeByDate(found, '24 hours', plainDate('2024-03-31')).inTime).toBe(false)
    expect(inTimeByDate(found, '30 hours', plainDate('2024-03-31')).inTime).toBe(true)
  })

  test('done before it started is a data error', () => {
    expect(() => inTimeByDate(found, '72 hours', plainDate('2024-03-28'))).toThrow(RangeError)
  })
})
