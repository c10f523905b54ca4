import { expect, it } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { leftForGood } from './leaving-care.ts'

it('takes all four ways to a permanent home together, of whoever left in 12 months', () => {
  const left = (reasonEnded: string | null) =>
    recorded(Episode, {
      startedOn: '2022-01-10',
      reasonStarted: 'S',
      legalStatus: 'C2',
      placement: 'U6',
      endedOn: '2022-10-01',
      reasonEnded,
    })
  const is = (reasonEnded: string | null) => verdictsIn(leftForGood, [born('2014-01-01'), left(reasonEnded)], '2023-09')
  expect(['E11', 'E41', 'E45', 'E4B', 'E13', 'E8', null].map((reason) => is(reason).join())).toEqual([
    ...['1', '1', '1', '1'],
    ...['0', '0'],
    '?',
  ])
  expect(verdictsIn(leftForGood, [born('2014-01-01'), inCare('2022-01-10', '2022-09-30')], '2023-09')).toEqual([])
})
