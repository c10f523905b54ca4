import { expect, it } from 'vitest'
import { verdictOf } from '../../../test/support/in-words.ts'
import { recorded } from '../../../test/support/one-child.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { EdgeOfCareWork } from './edge-of-care-records.ts'
import { edgeOfCare } from './indicators.ts'

const is = (key: string, month: string, ...known: ReturnType<typeof recorded>[]) => {
  const one = edgeOfCare.find((indicator) => indicator.key === key)
  if (one === undefined) throw new Error(`There is no ${key}`)
  return verdictOf(one, month, ...known)
}
const work = (given: Parameters<typeof recorded>[1] = {}) =>
  recorded(EdgeOfCareWork, {
    referredOn: '2023-01-04',
    reason: 'behaviour',
    startedOn: '2023-01-10',
    endedOn: '2023-04-10',
    ...given,
  })
const care = (startedOn: string, endedOn: string | null = null, legalStatus = 'V2') =>
  recorded(Episode, {
    startedOn,
    reasonStarted: 'S',
    legalStatus,
    placement: 'U6',
    endedOn,
    ...(endedOn === null ? {} : { reasonEnded: 'E4A' }),
  })

it('a child is at home at the end of the work who is not in care that day', () => {
  const key = 'edge-of-care-at-home-at-the-end'
  expect(is(key, '2023-09', work())).toBe('1')
  expect(is(key, '2023-09', work(), care('2023-04-10'))).toBe('0')
  expect(is(key, '2023-09', work(), care('2023-02-01', '2023-04-10'))).toBe('1')
  expect(is(key, '2023-09', work(), care('2023-04-01', null, 'V3'))).toBe('1')
  expect(is(key, '2023-09', work({ startedOn: null }))).toBe('-')
  expect(is(key, '2023-09', work({ reason: 'placement' }), care('2022-01-01'))).toBe('-')
  expect(is(key, '2023-09', work({ endedOn: null }))).toBe('-')
})

it('and still at home six months on who was not in care on any day of them', () => {
  const key = 'edge-of-care-at-home-six-months-on'
  expect(is(key, '2023-04', work())).toBe('1')
  expect(is(key, '2023-04', work(), care('2023-06-01', '2023-07-01'))).toBe('0')
  expect(is(key, '2023-04', work(), care('2023-10-11'))).toBe('1')
})

it('a child whose work goes on is counted on the last day', () => {
  expect(is('edge-of-care-children', '2023-04', work())).toBe('-')
  expect(is('edge-of-care-children', '2023-03', work())).toBe('1')
})
