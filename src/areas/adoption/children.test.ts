import { describe, expect, it } from 'vitest'
import { daysIn, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { children } from './children.ts'
import { PlacementOrder } from './orders.ts'
import { placementOrders } from './placement-orders.ts'

type Known = ReturnType<typeof recorded>
const episode = (startedOn: string, endedOn: string | null, given = {}) =>
  recorded(Episode, {
    startedOn,
    endedOn,
    reasonStarted: 'P',
    legalStatus: 'C2',
    placement: 'U6',
    reasonEnded: endedOn === null ? null : 'X1',
    ...given,
  })
const inCare = episode('2022-01-10', '2023-01-10', { reasonStarted: 'S' })
const placed = (endedOn: string | null, given = {}) => episode('2023-01-10', endedOn, { placement: 'A6', ...given })
/** Adopted on 1 September 2023 by a new family, 365 days after coming into care. */
const adopted = [inCare, placed('2023-09-01', { reasonEnded: 'E12' })]
const order = (madeOn: string, given = {}) => recorded(PlacementOrder, { madeOn, ...given })
const match = (matchedOn: string, given = {}) => recorded(AdoptionMatch, { matchedOn, ...given })

const indicator = (key: string) => {
  const found = [...children, ...placementOrders].find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const is = (key: string, known: readonly Known[], period = '2023-09') =>
  verdictsIn(indicator(key), known, period).join()
const days = (key: string, known: readonly Known[]) => daysIn(indicator(key), known, '2023-09')

describe('children adopted in the last 12 months', () => {
  const key = 'children-adopted-last-12-months'

  it('counts by the day of the order, unopposed or not, by new families and by foster carers', () => {
    expect(is(key, adopted)).toBe('1')
    expect(is(key, [inCare, placed('2023-09-01', { reasonEnded: 'E11', placement: 'A5', reasonStarted: 'U' })])).toBe(
      '1',
    )
    expect(is(key, [episode('2022-01-10', '2022-10-01', { reasonStarted: 'S', reasonEnded: 'E12' })])).toBe('1')
    expect(is(key, [episode('2022-01-10', '2022-09-30', { reasonStarted: 'S', reasonEnded: 'E12' })])).toBe('')
    expect(is(key, adopted, '2023-08')).toBe('')
  })

  it('does not count who waits for the order or left otherwise, and lists who left for a reason not recorded', () => {
    expect(is(key, [inCare, placed(null)])).toBe('')
    expect(is(key, [inCare, placed('2023-09-01', { reasonEnded: 'E4A' })])).toBe('')
    expect(is(key, [inCare, placed('2023-09-01', { reasonEnded: null })])).toBe('!')
  })
})

describe('days from placement order to match', () => {
  const key = 'adoption-days-placement-order-to-match'

  it('runs from the order to the decision, and is none where the match came first', () => {
    expect(days(key, [...adopted, order('2022-08-01'), match('2022-12-01')])).toEqual([122])
    expect(days(key, [...adopted, order('2022-12-20'), match('2022-12-01')])).toEqual([0])
  })

  it('takes the order in force at the match, and the match that led to the adoption', () => {
    const revoked = order('2022-03-01', { endedOn: '2022-06-01', howEnded: 'revoked' })
    expect(days(key, [...adopted, revoked, order('2022-08-01'), match('2022-12-01')])).toEqual([122])
    expect(days(key, [...adopted, order('2022-08-01'), match('2022-08-11'), match('2022-12-01')])).toEqual([122])
  })

  it('takes the legal status where no order is recorded', () => {
    const freed = [
      episode('2022-01-10', '2022-08-01', { reasonStarted: 'S' }),
      episode('2022-08-01', '2023-01-10', { reasonStarted: 'L', legalStatus: 'E1' }),
      placed('2023-09-01', { reasonEnded: 'E12', legalStatus: 'E1' }),
    ]
    expect(days(key, [...freed, match('2022-12-01')])).toEqual([122])
  })

  it('leaves out who had no order, and does not know of who has no match', () => {
    expect(is(key, [...adopted, match('2022-12-01')])).toBe('')
    expect(is(key, [...adopted, order('2022-08-01')])).toBe('?')
    expect(days(key, [...adopted, order('2022-08-01')])).toEqual([])
  })
})

describe('days from entering care to moving in', () => {
  const key = 'adoption-days-entering-care-to-moving-in'

  it('runs to the day of moving in, not of the order', () => {
    expect(days(key, adopted)).toEqual([365])
  })

  it('stops, for foster carers who adopt, when the child came to them to be fostered', () => {
    const fostered = episode('2022-06-10', '2023-01-10', { placement: 'U5' })
    const first = episode('2022-01-10', '2022-06-10', { reasonStarted: 'S' })
    const withThem = placed('2023-09-01', { placement: 'A5', reasonStarted: 'U', reasonEnded: 'E12' })
    expect(days(key, [first, fostered, withThem])).toEqual([151])
    const neverPlaced = episode('2022-06-10', '2023-09-01', { reasonEnded: 'E12' })
    expect(days(key, [first, neverPlaced, match('2023-05-01', { fosterCarersAdopt: 'yes' })])).toEqual([151])
    expect(is(key, [first, neverPlaced, match('2023-05-01')])).toBe('?')
  })

  it('is of the time in care that the adoption ended, and of no earlier one', () => {
    const before = episode('2020-01-10', '2020-06-10', { reasonStarted: 'S', reasonEnded: 'E4A' })
    expect(days(key, [before, ...adopted])).toEqual([365])
    expect(is(key, [episode('2022-01-10', '2023-01-10'), placed('2023-09-01', { reasonEnded: 'E12' })])).toBe('?')
  })
})

describe('placement orders revoked in the last 12 months', () => {
  const key = 'adoption-placement-order-revocations-last-12-months'
  const ended = (endedOn: string, howEnded: string | null = 'revoked') => order('2021-03-01', { endedOn, howEnded })

  it('counts each order that a court revoked, by the day on which it did', () => {
    expect(is(key, [ended('2022-10-01')])).toBe('1')
    expect(is(key, [ended('2022-09-30')])).toBe('')
    expect(is(key, [ended('2023-09-30'), order('2023-09-30')])).toBe('1')
  })

  it('counts none that ended with an adoption or stands, and lists one that does not say how it ended', () => {
    expect(is(key, [ended('2023-06-01', 'adopted'), order('2023-07-01')])).toBe('')
    expect(is(key, [ended('2023-06-01', null)])).toBe('!')
  })
})
