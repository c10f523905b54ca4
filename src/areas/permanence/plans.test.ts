import { describe, expect, it } from 'vitest'
import { recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { UnaccompaniedStatus } from '../children-in-care/circumstances.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { plans } from './plans.ts'
import { LongTermMatch, PermanencePlan } from './records.ts'

const born = recorded(Person, { bornOn: '2014-05-01' })
const episode = (startedOn: string, given = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'C2', placement: 'U4', ...given })
const plan = (given = {}) =>
  recorded(PermanencePlan, {
    option: 'long-term-fostering',
    startedOn: '2023-06-01',
    completedOn: '2023-06-01',
    ...given,
  })
const match = (given = {}) => recorded(LongTermMatch, { matchedOn: '2023-07-01', ...given })
const is = (key: string, ...known: ReturnType<typeof recorded>[]) => {
  const indicator = plans.find((one) => one.key === key)
  if (indicator === undefined) throw new Error(key)
  return verdictsIn(indicator, [born, ...known], '2023-09').join()
}

describe('a permanence plan in place, in care four months or more', () => {
  const planned = 'permanence-plan-completed-4-months-plus'

  it('asks from four months to the day on, and a plan counts from the day it is completed', () => {
    expect(is(planned, episode('2023-05-30'), plan())).toBe('1')
    expect(is(planned, episode('2023-05-31'), plan())).toBe('1')
    expect(is(planned, episode('2023-06-01'), plan())).toBe('')
    expect(is(planned, episode('2023-05-30'), plan({ completedOn: '2023-09-30' }))).toBe('1')
    expect(is(planned, episode('2023-05-30'), plan({ completedOn: '2023-10-01' }))).toBe('0')
    expect(is(planned, episode('2023-05-30'), plan({ completedOn: null }))).toBe('0')
    expect(is(planned, episode('2023-05-30'))).toBe('0')
  })

  it('does not count a plan that ended, and of parallel plans wants one', () => {
    expect(is(planned, episode('2023-05-30'), plan({ endedOn: '2023-09-30' }))).toBe('0')
    const parallel = plan({ option: 'return-home', part: 'parallel' })
    expect(is(planned, episode('2023-05-30'), plan({ completedOn: null }), parallel)).toBe('1')
  })

  it('does not know of a child whose time in care may have begun earlier', () => {
    expect(is(planned, episode('2023-08-01', { reasonStarted: 'P' }), plan())).toBe('!')
  })

  it('leaves unaccompanied children out of the variant, once their status is known, until it ends', () => {
    const unaccompanied = (endedOn: string | null) => recorded(UnaccompaniedStatus, { endedOn })
    expect(is(`${planned}-excl-uasc`, episode('2023-05-30'), plan(), unaccompanied(null))).toBe('')
    expect(is(`${planned}-excl-uasc`, episode('2023-05-30'), plan(), unaccompanied('2023-09-30'))).toBe('1')
  })
})

describe('a plan of long-term fostering achieved', () => {
  const achieved = 'long-term-fostering-achieved-permanence'
  const settled = episode('2023-01-10')

  it('counts who lives with the carer of the match', () => {
    expect(is(achieved, settled, plan(), match())).toBe('1')
    expect(is(achieved, settled, plan(), match({ matchedOn: '2023-09-30' }))).toBe('1')
    expect(is(achieved, settled, plan())).toBe('0')
    expect(is(achieved, settled, plan(), match({ endedOn: '2023-09-01' }))).toBe('0')
    expect(is(achieved, episode('2023-01-10', { placement: 'U6' }), plan(), match())).toBe('0')
  })

  it('does not count who has moved since, and counts who moved in after it was decided', () => {
    const moved = [
      episode('2023-01-10', { endedOn: '2023-08-01', reasonEnded: 'X1' }),
      episode('2023-08-01', { reasonStarted: 'P' }),
    ]
    expect(is(achieved, ...moved, plan(), match())).toBe('0')
    expect(is(achieved, ...moved, plan(), match({ placedOn: '2023-08-01' }))).toBe('1')
  })

  it('is about whose plan in force it is, and leaves whose plan has changed', () => {
    expect(is(achieved, settled, match())).toBe('')
    expect(is(achieved, settled, plan({ completedOn: null }), match())).toBe('')
    expect(is(achieved, settled, plan({ part: 'parallel' }), plan({ option: 'adoption' }), match())).toBe('')
    const changed = [plan({ endedOn: '2023-08-01' }), plan({ option: 'adoption', completedOn: '2023-08-01' })]
    expect(is(achieved, settled, ...changed, match())).toBe('')
  })
})
