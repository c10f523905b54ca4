import { describe, expect, it } from 'vitest'
import { clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { guardianshipSupport, permanenceAchieved, permanencePlanAgreed, permanencePlanReviews } from './clocks.ts'
import { GuardianshipSupportPlan, GuardianshipSupportReview } from './guardianship.ts'
import { progress } from './progress.ts'
import { LongTermMatch, PermanencePlan, PermanencePlanReview } from './records.ts'

const episode = (startedOn: string, given = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'C2', placement: 'U6', ...given })
const care = episode('2023-01-10')
const home = { endedOn: '2023-04-01', reasonEnded: 'E4A' }
const plan = (given = {}) =>
  recorded(PermanencePlan, {
    option: 'long-term-fostering',
    startedOn: '2023-03-01',
    completedOn: '2023-03-01',
    ...given,
  })
const match = (matchedOn: string) => recorded(LongTermMatch, { matchedOn })

describe('the clock of a permanence plan', () => {
  const at = (on: string, ...known: ReturnType<typeof recorded>[]) => clockOf(permanencePlanAgreed, known, on)

  it('asks for one within four months of coming into care', () => {
    expect(at('2023-05-10', care)).toEqual([['2023-05-10', null, 'due']])
    expect(at('2023-05-11', care)).toEqual([['2023-05-10', null, 'overdue']])
    expect(at('2023-06-01', care, plan())).toEqual([['2023-05-10', '2023-03-01', 'in time']])
    expect(at('2023-06-01', care, plan({ completedOn: '2023-05-11' }))).toEqual([['2023-05-10', '2023-05-11', 'late']])
  })

  it('asks nothing of a child who left before, and begins again with a new time in care', () => {
    expect(at('2023-06-01', episode('2023-01-10', home))).toEqual([['2023-05-10', null, 'not required']])
    expect(at('2023-06-01', episode('2023-01-10', home), episode('2023-05-02'))).toEqual([
      ['2023-05-10', null, 'not required'],
      ['2023-09-02', null, 'due'],
    ])
  })

  it('is met by a plan that was in force as care began', () => {
    expect(at('2023-06-01', care, plan({ completedOn: '2022-12-20' }))).toEqual([
      ['2023-05-10', '2023-01-10', 'in time'],
    ])
  })

  it('asks for another when the plan ends and the child stays without one', () => {
    const ended = plan({ endedOn: '2023-07-03', whyEnded: 'could-not-be' })
    expect(at('2023-07-10', care, ended).slice(1)).toEqual([['2023-07-31', null, 'due']])
    const next = plan({ option: 'adoption', startedOn: '2023-07-03', completedOn: '2023-07-03' })
    expect(at('2023-07-10', care, ended, next)).toHaveLength(1)
  })
})

describe('the clock of permanence achieved', () => {
  const at = (on: string, ...known: ReturnType<typeof recorded>[]) => clockOf(permanenceAchieved, [care, ...known], on)

  it('asks for the next step first, then for the home by the day the plan names, and otherwise within six months', () => {
    const dated = { achieveBy: '2023-10-01', nextStep: 'matching panel', nextStepBy: '2023-06-15' }
    expect(at('2023-05-01', plan(dated))).toEqual([['2023-06-15', null, 'due']])
    expect(at('2023-06-16', plan(dated))).toEqual([['2023-06-15', null, 'overdue']])
    expect(at('2023-05-01', plan({ ...dated, nextStepBy: null }))).toEqual([['2023-10-01', null, 'due']])
    expect(at('2023-05-01', plan())).toEqual([['2023-09-01', null, 'due']])
  })

  it('is met by what the plan says or, of long-term fostering, by the match', () => {
    expect(at('2024-01-01', plan({ achievedOn: '2023-08-01' }))).toEqual([['2023-09-01', '2023-08-01', 'in time']])
    expect(at('2024-01-01', plan(), match('2023-09-02'))).toEqual([['2023-09-01', '2023-09-02', 'late']])
    expect(at('2024-01-01', plan({ option: 'adoption' }), match('2023-08-02'))).toEqual([
      ['2023-09-01', null, 'overdue'],
    ])
  })

  it('does not ask of a parallel plan, nor of one that ended', () => {
    expect(at('2024-01-01', plan({ part: 'parallel' }))).toEqual([])
    expect(at('2024-01-01', plan({ endedOn: '2023-07-01' }))).toEqual([['2023-09-01', null, 'not required']])
  })
})

describe('the clock of reviews of the plan', () => {
  const review = (reviewedOn: string) => recorded(PermanencePlanReview, { reviewedOn, outcome: 'on-track' })

  it('asks every six months from the day it was agreed, until it is achieved', () => {
    expect(clockOf(permanencePlanReviews, [care, plan(), review('2023-08-20')], '2023-12-31')).toEqual([
      ['2023-09-01', '2023-08-20', 'in time'],
      ['2024-02-20', null, 'due'],
    ])
    expect(clockOf(permanencePlanReviews, [care, plan({ achievedOn: '2023-08-01' })], '2023-12-31')).toEqual([
      ['2023-09-01', null, 'not required'],
    ])
  })
})

describe('the clock of special guardianship support', () => {
  const support = (services: readonly string[]) =>
    recorded(GuardianshipSupportPlan, { startedOn: '2022-06-01', services })

  it('asks for a review every year of what is paid regularly, and of nothing else', () => {
    const review = recorded(GuardianshipSupportReview, { reviewedOn: '2023-06-02', outcome: 'goes-on' })
    expect(clockOf(guardianshipSupport, [support(['money', 'therapy']), review], '2023-12-31')).toEqual([
      ['2023-06-01', '2023-06-02', 'late'],
      ['2024-06-02', null, 'due'],
    ])
    expect(clockOf(guardianshipSupport, [support(['advice'])], '2023-12-31')).toEqual([])
  })
})

describe('figures of progress', () => {
  const is = (key: string, known: readonly ReturnType<typeof recorded>[], period: string) => {
    const indicator = progress.find((one) => one.key === key)
    if (indicator === undefined) throw new Error(key)
    return verdictsIn(indicator, [recorded(Person, { bornOn: '2014-05-01' }), ...known], period).join()
  }

  it('counts a plan agreed in time by the month in which the child came, and leaves out who left before', () => {
    const inTime = 'permanence-plan-in-time'
    expect(is(inTime, [care, plan({ completedOn: '2023-05-10' })], '2023-01')).toBe('1')
    expect(is(inTime, [care, plan({ completedOn: '2023-05-11' })], '2023-01')).toBe('0')
    expect(is(inTime, [care], '2023-01')).toBe('0')
    expect(is(inTime, [episode('2023-01-10', home)], '2023-01')).toBe('')
  })

  it('counts a plan on track until what it asks next is overdue', () => {
    expect(is('permanence-plans-on-track', [care, plan({ nextStepBy: '2023-09-30' })], '2023-09')).toBe('1')
    expect(is('permanence-plans-on-track', [care, plan({ nextStepBy: '2023-09-29' })], '2023-09')).toBe('0')
    expect(is('permanence-plans-on-track', [care], '2023-09')).toBe('')
  })

  it('counts who came back within six months of going home', () => {
    const key = 'permanence-came-back-after-home'
    const gone = episode('2023-01-10', home)
    expect(is(key, [gone, episode('2023-10-01')], '2023-04')).toBe('1')
    expect(is(key, [gone, episode('2023-10-02')], '2023-04')).toBe('0')
    expect(is(key, [episode('2023-01-10', { ...home, reasonEnded: 'E13' })], '2023-04')).toBe('')
  })
})
