import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, partsOf, plainDate, shortText, toText } from './plain-date.ts'
import { readDate, readDates } from './read-dates.ts'

const today = plainDate('2023-10-04')
const read = (text: string) => {
  const date = readDate(text, today)
  return date === undefined ? undefined : toText(date)
}

test.each([
  '2023-10-03',
  '03/10/2023',
  '3/10/23',
  '3.10.2023',
  '3-10-2023',
  '3 / 10 / 2023',
  '3 Oct 2023',
  '3 October 2023',
  '3rd of October, 2023',
  '3-Oct-23',
  'Oct 3 2023',
  'october 3rd, 2023',
  'yesterday',
  ' 3  OCT  2023 ',
])('“%s” is 3 October 2023', (text) => {
  expect(read(text)).toBe('2023-10-03')
})

test.each([
  '',
  'soon',
  '31/6/2023',
  '29 Feb 2023',
  '2023',
  'October 2023',
  '3/10',
  '13/13/2023',
  '3/10/2023 or 4/10/2023',
  '3/10/2023x',
])('“%s” is no one date', (text) => {
  expect(read(text)).toBeUndefined()
})

test('two figures of a year are the last such year, or one of the next ten', () => {
  expect(read('1/1/33')).toBe('2033-01-01')
  expect(read('1/1/34')).toBe('1934-01-01')
})

describe('dates among words', () => {
  const among = (text: string) => {
    const { spans, rest } = readDates(text, today)
    return [rest, ...spans.map(({ from, to }) => (from === to ? toText(from) : `${toText(from)} to ${toText(to)}`))]
  }
  test.each([
    ['Maya 14/6/2014', ['Maya', '2014-06-14']],
    ['14 June 2014 Maya Ellwood', ['Maya Ellwood', '2014-06-14']],
    ['Maya Ellwood 14.6.14', ['Maya Ellwood', '2014-06-14']],
    ['Maya June 2014', ['Maya', '2014-06-01 to 2014-06-30']],
    ['Maya 6/2014', ['Maya', '2014-06-01 to 2014-06-30']],
    ['2014 Ellwood', ['Ellwood', '2014-01-01 to 2014-12-31']],
    ['born 31/6/2014', ['born 31/6/2014']],
    ['Marchetti', ['Marchetti']],
    ['May Juneson', ['May Juneson']],
    ['104/882/2014', ['104/882/2014']],
    ['A2014B', ['A2014B']],
    ['0002014', ['0002014']],
  ])('“%s”', (text, expected) => {
    expect(among(text)).toEqual(expected)
  })
})

test('reads back whatever we write', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 25_000 }), (days) => {
      const date = addDays(today, days)
      const { day, month, year } = partsOf(date)
      for (const text of [toText(date), shortText(date), `${day}/${month}/${year}`])
        expect(readDate(text, today)).toBe(date)
    }),
  )
})
