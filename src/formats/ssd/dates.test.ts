import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromParts, type PlainDate, partsOf, toText } from '../../core/dates/plain-date.ts'
import { readDay, readMoment } from './dates.ts'

test('law: a date is read however a system writes it', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  fc.assert(
    fc.property(fc.integer({ min: fromParts(1920, 1, 1), max: fromParts(2100, 1, 1) }), (number) => {
      const on = number as PlainDate
      const iso = toText(on)
      const { year, month, day: of } = partsOf(on)
      const name = months[month - 1] ?? ''
      const ways = [
        ...[iso, `${iso}T00:00:00`, `${iso} 00:00:00.000`, `${iso} 23:59`, iso.replaceAll('-', '')],
        ...[`${of}/${month}/${year}`, `${of}.${month}.${year} 14:05`, `${of}-${name}-${year}`, `${of} ${name} ${year}`],
        ...[`${name} ${of} ${year} 12:00AM`, `${name}  ${of} ${year}  1:30PM`],
      ]
      for (const way of ways) expect([way, readDay(way)]).toEqual([way, on])
    }),
  )
})

test('midnight is no time of day, and what is no date is none', () => {
  expect(readMoment('Sep 30 2023 12:00AM')?.precision).toBe('day')
  expect(readMoment('Sep 30 2023 12:05PM')?.precision).toBe('minute')
  for (const none of ['2023-02-30', '31/13/2023', 'soon', '', '45000', '30 Foo 2023'])
    expect(readDay(none)).toBeUndefined()
})
