import { describe, expect, it } from 'vitest'
import { clockOf, recorded } from '../../../test/support/one-child.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { adoptionMilestones } from './milestones.ts'
import { AdoptionApplication, PlacementOrder } from './orders.ts'

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
const first = episode('2022-01-10', '2023-01-10', { reasonStarted: 'S' })
const placed = (endedOn: string | null = null, given = {}) =>
  episode('2023-01-10', endedOn, { placement: 'A6', ...given })
const decision = recorded(AdoptionDecision, { decidedOn: '2022-03-10' })
const order = recorded(PlacementOrder, { madeOn: '2022-06-10' })
const match = (matchedOn: string) => recorded(AdoptionMatch, { matchedOn })
const applied = recorded(AdoptionApplication, { appliedOn: '2023-05-10' })
const steps = (known: readonly ReturnType<typeof recorded>[], on: string) => clockOf(adoptionMilestones, known, on)

describe('the next step to adoption', () => {
  it('is one after another, from the decision to the order', () => {
    const adopted = placed('2023-09-01', { reasonEnded: 'E12' })
    expect(steps([first, adopted, decision, order, match('2022-12-10'), applied], '2023-12-31')).toEqual([
      ['2022-09-10', '2022-06-10', 'in time'],
      ['2022-12-10', '2022-12-10', 'in time'],
      ['2023-02-10', '2023-01-10', 'in time'],
      ['2023-06-10', '2023-05-10', 'in time'],
      ['2023-09-10', '2023-09-01', 'in time'],
    ])
  })

  it('is open once, wherever a child stands', () => {
    const all = [first, placed(), decision, order, match('2022-12-10'), applied]
    for (const on of ['2022-04-01', '2022-07-01', '2022-12-20', '2023-03-01', '2023-06-01'])
      expect(
        steps(all, on).filter(([, , state]) => state === 'due' || state === 'overdue'),
        on,
      ).toHaveLength(1)
  })

  it('is a match again when a placement breaks down, and nothing once the decision is reversed', () => {
    const broke = [first, placed('2023-03-01'), episode('2023-03-01', null), decision, order, match('2022-12-10')]
    expect(steps(broke, '2023-12-31').at(-1)).toEqual(['2023-09-01', null, 'overdue'])
    const reversed = recorded(AdoptionDecision, {
      decidedOn: '2022-03-10',
      reversedOn: '2022-05-01',
      reasonReversed: 'RD1',
    })
    expect(steps([first, reversed], '2022-12-31')).toEqual([['2022-09-10', null, 'not required']])
  })
})
