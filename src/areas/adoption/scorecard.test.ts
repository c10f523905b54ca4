import { describe, expect, it } from 'vitest'
import { another, child, daysIn, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { SuitabilityDecision } from './adopter-records.ts'
import { familiesWaiting } from './adopters-waiting.ts'
import { applications } from './applications.ts'
import { childrenWaiting } from './children-waiting.ts'
import { AdoptiveFamily } from './finding-a-family.ts'
import { AdoptionApplication, PlacementConsent, PlacementOrder } from './orders.ts'
import { scorecard } from './scorecard.ts'

type Known = readonly ReturnType<typeof recorded>[]
const indicator = (key: string) => {
  const found = [...scorecard, ...childrenWaiting, ...familiesWaiting, ...applications].find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const is = (key: string, known: Known, period = '2023-09') => verdictsIn(indicator(key), known, period).join()
const days = (key: string, known: Known, period = '2023-09') => daysIn(indicator(key), known, period)

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
const placed = (given = {}) => episode('2023-01-10', '2023-09-01', { placement: 'A6', reasonEnded: 'E12', ...given })
const decision = (decidedOn: string, given = {}) => recorded(AdoptionDecision, { decidedOn, ...given })
const adopted = [inCare, placed(), decision('2022-06-10'), recorded(AdoptionMatch, { matchedOn: '2022-12-11' })]

describe('how long each step took for children who were adopted', () => {
  it('adds up from entering care to the order', () => {
    const steps = [
      'entering-care-to-decision',
      'decision-to-match',
      'match-to-placement',
      'placement-to-order',
    ].flatMap((step) => days(`adoption-days-${step}`, adopted))
    expect(steps).toEqual([151, 184, 30, 234])
    expect(days('adoption-days-entering-care-to-order', adopted)).toEqual([151 + 184 + 30 + 234])
  })

  it('takes the last decision, for one that was reversed led nowhere', () => {
    const reversed = decision('2022-02-10', { reversedOn: '2022-04-01', reasonReversed: 'RD2' })
    expect(days('adoption-days-entering-care-to-decision', [...adopted, reversed])).toEqual([151])
  })

  it('is pooled over three years, to the placement with the family or to the foster home that became theirs', () => {
    const fostered = [
      inCare,
      episode('2023-01-10', '2023-05-10', { placement: 'U5' }),
      episode('2023-05-10', '2023-09-01', { placement: 'A5', reasonStarted: 'U', reasonEnded: 'E12' }),
    ]
    expect(days('adoption-scorecard-a1', fostered, '2026-08')).toEqual([485])
    expect(days('adoption-scorecard-a10', fostered, '2026-08')).toEqual([365])
    expect(days('adoption-scorecard-a10', fostered, '2026-09')).toEqual([])
  })

  it('asks whether the child was placed within a year of the decision, to the day', () => {
    const key = 'adopted-placed-within-12-months-of-decision'
    const decided = (on: string) => is(key, [inCare, placed(), decision(on)])
    expect([decided('2022-01-10'), decided('2022-01-09')]).toEqual(['1', '0'])
    expect(is(key, [inCare, placed()])).toBe('?')
  })

  it('counts who waits for more than 14 months as late, and of who has not waited so long does not know', () => {
    const waiting = (startedOn: string) => [
      episode(startedOn, null, { reasonStarted: 'S' }),
      decision('2023-05-01'),
      recorded(Person, { bornOn: '2020-05-01' }),
    ]
    const key = 'adoption-scorecard-a3'
    expect(is(key, adopted)).toBe('1')
    expect([is(key, waiting('2022-07-30')), is(key, waiting('2022-07-31'))]).toEqual(['0', '?'])
    expect(is(key, [episode('2022-07-30', null, { reasonStarted: 'S' })])).toBe('')
  })

  it('is a share of all who left care', () => {
    const home = episode('2022-01-10', '2023-09-01', { reasonStarted: 'S', reasonEnded: 'E4A' })
    expect([is('left-care-adopted-12-months', adopted), is('left-care-adopted-12-months', [home])]).toEqual(['1', '0'])
  })
})

describe('applications for an adoption order', () => {
  it('are too early before ten weeks in the home, and of a child who was never placed it is not known', () => {
    const applied = (appliedOn: string) => recorded(AdoptionApplication, { appliedOn })
    const early = (on: string) => is('adoption-applications-before-10-weeks', [inCare, placed(), applied(on)])
    expect([early('2023-03-20'), early('2023-03-21')]).toEqual(['1', ''])
    expect(is('adoption-applications-before-10-weeks', [inCare, applied('2023-03-20')])).toBe('!')
  })
})

describe('children whose plan is adoption', () => {
  const born = recorded(Person, { bornOn: '2020-05-01' })
  const stays = (given = {}) => episode('2022-01-10', null, { reasonStarted: 'S', ...given })
  const order = (given = {}) => recorded(PlacementOrder, { madeOn: '2022-08-01', ...given })
  const planned = (...known: Known) => is('children-with-adoption-plan', [born, ...known])
  const waits = (...known: Known) => is('children-waiting-for-adopters', [born, ...known])

  it('are so from the decision until it is reversed or they are adopted', () => {
    expect(planned(stays(), decision('2023-09-30'))).toBe('1')
    expect(planned(stays(), decision('2023-10-01'))).toBe('')
    expect(planned(stays(), decision('2022-06-10', { reversedOn: '2023-09-30', reasonReversed: 'RD3' }))).toBe('')
    expect(planned(...adopted)).toBe('')
  })

  it('wait from the order or consent until they are placed for adoption', () => {
    const plan = decision('2022-06-10')
    expect(waits(stays(), plan)).toBe('')
    expect(waits(stays(), plan, order())).toBe('1')
    expect(waits(stays({ legalStatus: 'E1' }), plan)).toBe('1')
    expect(waits(stays({ legalStatus: 'E1' }), plan, order({ endedOn: '2023-09-01', howEnded: 'revoked' }))).toBe('')
    expect(waits(stays(), plan, recorded(PlacementConsent, { consentedOn: '2023-05-01' }))).toBe('1')
    expect(waits(stays({ placement: 'U5' }), plan, order())).toBe('1')
    expect(waits(stays({ placement: 'A6' }), plan, order())).toBe('')
  })
})

describe('approved adopters who wait', () => {
  const approved = (decidedOn: string, given = {}) =>
    recorded(SuitabilityDecision, { decidedOn, suitable: 'yes', ...given })
  /** The household is the one whose records these are; the child of the match is somebody else. */
  const match = (matchedOn: string, given = {}) =>
    recorded(AdoptiveFamily, { matchedOn, ...given }, { child: [another], household: [child] })

  it('do so from the approval until a match, and again when it ends without an adoption', () => {
    const key = 'adopters-approved-waiting'
    expect(is(key, [approved('2023-09-30')])).toBe('1')
    expect(is(key, [approved('2023-01-10', { endedOn: '2023-09-30', howEnded: 'withdrew' })])).toBe('')
    expect(is(key, [recorded(SuitabilityDecision, { decidedOn: '2023-01-10', suitable: 'no' })])).toBe('')
    expect(is(key, [approved('2023-01-10'), match('2023-09-30')])).toBe('')
    expect(is(key, [approved('2023-01-10'), match('2023-05-01', { endedOn: '2023-09-30' })])).toBe('1')
    expect(is(key, [approved('2023-01-10'), match('2021-05-01')])).toBe('1')
  })

  it('have waited long from three months to the day on', () => {
    const key = 'adopters-waiting-3-months'
    expect([is(key, [approved('2023-06-30')]), is(key, [approved('2023-07-01')])]).toEqual(['1', '0'])
    const matched = (on: string) => is('adopters-matched-after-3-months', [approved('2023-06-10'), match(on)])
    expect([matched('2023-09-10'), matched('2023-09-09')]).toEqual(['1', '0'])
    expect(is('adopters-matched-after-3-months', [match('2023-09-10')])).toBe('?')
  })
})
