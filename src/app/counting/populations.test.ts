import { expect, test } from 'vitest'
import { plainDate } from '../../core/dates/plain-date.ts'
import { populationBefore } from './populations.ts'

test('for a year after the number of children changed, the one of before can be compared', () => {
  const of = (from: string, children: number) => ({
    authority: 'x',
    appliesFrom: plainDate(from),
    children,
    source: '',
  })
  const all = [of('2020-01-01', 100), of('2023-09-01', 90), of('2024-06-30', 90)]
  const before = (day: string) => populationBefore(all, 'x', plainDate(day))?.before.children
  expect(['2023-08-31', '2023-09-01', '2024-06-29'].map(before)).toEqual([undefined, 100, 100])
  // The same number again is no change.
  expect(before('2024-06-30')).toBeUndefined()
  expect(populationBefore(all, 'y', plainDate('2023-09-01'))).toBeUndefined()
  expect(populationBefore(all.slice(0, 2), 'x', plainDate('2024-09-01'))).toBeUndefined()
})
