import { describe, expect, it } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { child, clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { readsOfWork, workOf } from '../../core/counting/work-list.ts'
import { inEngland } from '../../core/dates/instant.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { Person } from '../people/person.ts'
import { CareApproval } from './care-plans.ts'
import { EarlyReview, earlyReviews, reviewsOfChange } from './early-reviews.ts'
import { Episode } from './episodes.ts'
import { ceasingApproved } from './leaving-at-16.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { NationalTransfer, nationalTransfers } from './national-transfers.ts'
import { returnInterviewFigures, returnInterviews } from './return-interviews.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { ShortBreak, shortBreakReviews, shortBreakVisits } from './short-breaks.ts'
import { VisitRequest, visitsAskedFor, visitsInCustody } from './visits-asked-for.ts'
import { workListsBeside } from './work-lists-beside.ts'

type Known = ReturnType<typeof recorded>

const born = (bornOn: string | null) => recorded(Person, { bornOn })
const episode = (startedOn: string, given = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'V2', placement: 'U6', ...given })
const review = (heldOn: string) => recorded(CareReview, { heldOn })
const visit = (visitedOn: string, seen = 'yes') => recorded(CareVisit, { visitedOn, kind: 'statutory', seen })

/** What somebody stands on a list with: the reasons of the needs, "?" where it is not known. */
function on(key: string, day: string, ...known: readonly Known[]): readonly string[] {
  const work = workListsBeside.find((one) => one.key === key)
  if (work === undefined) throw new Error(key)
  const { needs, unknown } = workOf(work, subjectRecords(child, known, readsOfWork(work)), calendar)(plainDate(day))
  return [
    ...needs.map((need) => ('holding' in need ? `${need.holding.name}: ${need.holding.why}` : need.occurrence.state)),
    ...unknown.map(() => '?'),
  ]
}

describe('a reason to review early', () => {
  const early = (given = {}) => recorded(EarlyReview, { askedOn: '2023-03-01', why: 'officer', ...given })

  it('asks for the review before it happens, and in 20 working days where there is no day', () => {
    const leaves = early({ why: 'custody', eventOn: '2023-03-20' })
    expect(clockOf(earlyReviews, [leaves, review('2023-03-20')], '2023-04-30')).toEqual([
      ['2023-03-20', '2023-03-20', 'in time'],
    ])
    expect(clockOf(earlyReviews, [leaves, review('2023-03-21')], '2023-04-30')).toEqual([
      ['2023-03-20', '2023-03-21', 'late'],
    ])
    expect(clockOf(earlyReviews, [early()], '2023-03-28')).toEqual([['2023-03-29', null, 'due']])
    expect(clockOf(earlyReviews, [early({ withdrawnOn: '2023-03-10' })], '2023-04-30')).toEqual([
      ['2023-03-29', null, 'not required'],
    ])
  })

  it('is a change of the plan that matters, unless no review could be held first; without a day it is not known', () => {
    const change = (given = {}) => early({ why: 'change', ...given })
    const at = (...known: readonly Known[]) => clockOf(reviewsOfChange, known, '2023-04-30')
    expect(clockOf(earlyReviews, [change()], '2023-04-30')).toEqual([])
    expect(at(change({ eventOn: '2023-04-03' }), review('2023-03-30'))).toEqual([
      ['2023-04-03', '2023-03-30', 'in time'],
    ])
    expect(at(change({ eventOn: '2023-04-03' }))).toEqual([['2023-04-03', null, 'overdue']])
    expect(at(change())).toEqual([[null, null, 'not known']])
    expect(at(change({ eventOn: '2023-04-03', whyNotBefore: 'The carer fell ill.' }))).toEqual([
      [null, null, 'not required'],
    ])
  })
})

describe('leaving at 16 or 17', () => {
  const leaves = (given = {}) => episode('2022-01-10', { endedOn: '2023-04-10', reasonEnded: 'E5', ...given })
  const planned = (given = {}) =>
    recorded(EarlyReview, { askedOn: '2023-03-01', why: 'ceasing', eventOn: '2023-04-10', ...given })
  const leave = (approvedOn: string) =>
    recorded(CareApproval, { approvedOn, what: 'cease-16', takesPlaceOn: '2023-04-10' })
  const at = (...known: readonly Known[]) => clockOf(ceasingApproved, [born('2006-05-01'), ...known], '2023-05-30')

  it('needs approval before they go, planned or not', () => {
    expect(at(leaves(), leave('2023-04-01'))).toEqual([['2023-04-10', '2023-04-10', 'in time']])
    expect(at(leaves(), planned(), leave('2023-04-01'))).toEqual([['2023-04-10', '2023-04-01', 'in time']])
    expect(at(leaves(), planned())).toEqual([['2023-04-10', null, 'missed']])
    expect(at(leaves())).toEqual([['2023-04-10', null, 'missed']])
    expect(at(leaves({ endedOn: null, reasonEnded: null }), planned())).toEqual([['2023-04-10', null, 'overdue']])
    const givenUp = planned({ withdrawnOn: '2023-03-20' })
    expect(at(leaves({ endedOn: null, reasonEnded: null }), givenUp)).toEqual([['2023-04-10', null, 'not required']])
  })

  it('asks nothing where a court ended care, of who is younger or under an order; without a birthday it is not known', () => {
    expect(at(leaves({ reasonEnded: 'E45' }))).toEqual([])
    expect(at(leaves({ legalStatus: 'C2' }))).toEqual([])
    expect(clockOf(ceasingApproved, [born('2008-05-01'), leaves()], '2023-05-30')).toEqual([])
    expect(clockOf(ceasingApproved, [born(null), leaves()], '2023-05-30')).toEqual([[null, null, 'not known']])
  })
})

describe('visits beside the regular ones', () => {
  const asked = (by: string, given = {}) => recorded(VisitRequest, { askedOn: '2023-03-01', by, ...given })
  const sentenced = episode('2022-01-10', { endedOn: '2023-03-01', reasonEnded: 'E9' })

  it('are made within a week of being asked for, the child seen', () => {
    const at = (...known: readonly Known[]) => clockOf(visitsAskedFor, known, '2023-03-20')
    expect(at(asked('child'), visit('2023-03-08'))).toEqual([['2023-03-08', '2023-03-08', 'in time']])
    expect(at(asked('notice'), visit('2023-03-08', 'no'), visit('2023-03-09'))).toEqual([
      ['2023-03-08', '2023-03-09', 'late'],
    ])
    expect(at(asked('carer', { withdrawnOn: '2023-03-05' }))).toEqual([['2023-03-08', null, 'not required']])
    expect(clockOf(visitsAskedFor, [recorded(VisitRequest, { askedOn: null, by: 'child' })], '2023-03-20')).toEqual([])
  })

  it('are made to whoever left care for custody, until 18', () => {
    const at = (bornOn: string | null, ...known: readonly Known[]) =>
      clockOf(visitsInCustody, [born(bornOn), sentenced, ...known], '2023-04-20')
    expect(at('2006-05-01', visit('2023-03-15'))).toEqual([['2023-03-15', '2023-03-15', 'in time']])
    expect(at('2006-05-01', visit('2023-03-16'))).toEqual([['2023-03-15', '2023-03-16', 'late']])
    expect(at('2005-03-10')).toEqual([['2023-03-15', null, 'not required']])
    expect(at(null)).toEqual([['2023-03-15', null, 'overdue']])
    expect(clockOf(visitsInCustody, [episode('2022-01-10')], '2023-04-20')).toEqual([])
    expect(on('custody-visits', '2023-03-20', born(null), sentenced)).toEqual(['?'])
  })
})

describe('short breaks', () => {
  const agreed = episode('2023-01-10', { legalStatus: 'V4' })
  const stay = (startedOn: string, endedOn: string | null) => recorded(ShortBreak, { startedOn, endedOn })
  const beyond = (...known: readonly Known[]) =>
    on('short-breaks-beyond-limits', '2023-12-01', born('2014-01-01'), ...known)

  it('are visited and reviewed within three months, then every six', () => {
    const known = [agreed, visit('2023-04-10'), review('2023-04-11')]
    expect(clockOf(shortBreakVisits, known, '2023-09-01')).toEqual([
      ['2023-04-10', '2023-04-10', 'in time'],
      ['2023-10-10', null, 'due'],
    ])
    expect(clockOf(shortBreakReviews, known, '2023-10-20')).toEqual([
      ['2023-04-10', '2023-04-11', 'late'],
      ['2023-10-11', null, 'overdue'],
    ])
    expect(clockOf(shortBreakVisits, [episode('2023-01-10')], '2023-09-01')).toEqual([])
  })

  it('last at most 17 days each, 75 in 12 months; a series whose stays nobody wrote down is not known', () => {
    expect(beyond(agreed)).toEqual(['?'])
    expect(beyond(agreed, stay('2023-03-01', '2023-03-18'))).toEqual([])
    expect(beyond(agreed, stay('2023-03-01', '2023-03-19'))).toEqual([
      'more than short breaks may be: one of 18 days, of 17',
    ])
    const five = ['03', '04', '05', '06', '07'].map((month) => stay(`2023-${month}-01`, `2023-${month}-16`))
    expect(beyond(agreed, ...five)).toEqual([])
    expect(beyond(agreed, ...five, stay('2023-08-01', '2023-08-02'))).toEqual([
      'more than short breaks may be: 76 days in 12 months, of 75',
    ])
    expect(beyond(agreed, ...five, stay('2022-11-15', '2022-11-30'))).toEqual([])
    expect(beyond(episode('2023-11-01', { legalStatus: 'V3' }))).toEqual([
      'more than short breaks may be: one of 30 days, of 17',
    ])
  })
})

describe('a child who was missing', () => {
  const care = [born('2010-05-01'), episode('2022-01-10')]
  const at = (local: string) => ({ at: inEngland(local) ?? 0, precision: 'minute' })
  const missing = (given = {}) =>
    recorded(MissingEpisode, { startedOn: '2023-03-02', kind: 'M', endedOn: '2023-03-03', ...given })
  const back = { returnedAt: at('2023-03-03T20:00') }
  const held = (local: string) => ({ ...back, interviewOffered: 'yes', interviewHeldAt: at(local) })
  const clock = (...known: readonly Known[]) => clockOf(returnInterviews, [...care, ...known], '2023-04-01')
  const is = (key: string, ...known: readonly Known[]) => {
    const one = returnInterviewFigures.find((indicator) => indicator.key === key)
    if (one === undefined) throw new Error(key)
    return verdictsIn(one, [...care, ...known], '2023-03').join()
  }

  it('has an interview within 72 hours, to the hour where the hours are known', () => {
    expect(clock(missing(held('2023-03-06T20:00')))).toEqual([['2023-03-06', '2023-03-06', 'in time']])
    expect(clock(missing(held('2023-03-06T20:01')))).toEqual([['2023-03-06', '2023-03-06', 'late']])
    expect(clock(missing({ interviewHeldAt: at('2023-03-06T23:00') }))).toEqual([
      ['2023-03-06', '2023-03-06', 'in time'],
    ])
    expect(clock(missing())).toEqual([['2023-03-06', null, 'overdue']])
    expect(clockOf(returnInterviews, [...care, missing()], '2023-06-10')).toEqual([['2023-03-06', null, 'missed']])
  })

  it('is asked for none where one was refused, while away without leave, or not back', () => {
    expect(clock(missing({ interviewOffered: 'yes', interviewAccepted: 'no' }))).toEqual([[null, null, 'not required']])
    expect(clock(missing({ kind: 'A' }))).toEqual([])
    expect(clock(missing({ endedOn: null }))).toEqual([])
    const left = episode('2022-01-10', { endedOn: '2023-03-03', reasonEnded: 'E4A' })
    expect(clockOf(returnInterviews, [born('2010-05-01'), left, missing()], '2023-04-01')).toEqual([])
  })

  it('counts what was offered and what was held in time apart', () => {
    const refused = missing({ ...back, interviewOffered: 'yes', interviewAccepted: 'no' })
    expect([is('return-interviews-offered', refused), is('return-interviews-in-72-hours', refused)]).toEqual(['1', '0'])
    expect(is('return-interviews-in-72-hours', missing(held('2023-03-06T20:00')))).toBe('1')
    expect(is('return-interviews-in-72-hours', missing(held('2023-03-06T20:01')))).toBe('0')
    expect(is('return-interviews-offered', missing())).toBe('?')
    expect(is('return-interviews-offered', missing({ kind: 'A' }))).toBe('')
  })

  it('stays on the list until found, or 18, or out of the placement: then the time is to be closed', () => {
    const open = missing({ endedOn: null })
    const nobody = ['missing or away: nobody knows where they are']
    expect(on('missing-now', '2023-04-01', ...care, open)).toEqual(nobody)
    expect(on('missing-to-close', '2023-04-01', ...care, open)).toEqual([])
    expect(on('missing-now', '2023-04-01', ...care, missing())).toEqual([])
    const adult = [born('2005-03-20'), episode('2022-01-10')]
    expect(on('missing-now', '2023-04-01', ...adult, open)).toEqual([])
    expect(on('missing-to-close', '2023-04-01', ...adult, open)).toEqual([
      'a time missing that has to be closed: their time in care has ended, or they are 18',
    ])
    const moved = [
      born('2010-05-01'),
      episode('2022-01-10', { endedOn: '2023-03-20', reasonEnded: 'X1' }),
      episode('2023-03-20', { reasonStarted: 'P' }),
    ]
    expect(on('missing-to-close', '2023-04-01', ...moved, open)).toEqual([
      'a time missing that has to be closed: the placement has ended',
    ])
    const brokeOff = episode('2022-01-10', { endedOn: '2023-03-10', reasonEnded: 'X1' })
    expect(on('missing-to-close', '2023-04-01', born(null), brokeOff, open)).toEqual(['?'])
  })
})

describe('a transfer under the national scheme', () => {
  const transfer = (given = {}) => recorded(NationalTransfer, { allocatedOn: '2023-03-01', way: 'here', ...given })
  const at = (...known: readonly Known[]) => clockOf(nationalTransfers, known, '2023-03-20')

  it('is made within the days that the authority goes by, or given up', () => {
    expect(at(transfer({ transferredOn: '2023-03-08' }))).toEqual([['2023-03-08', '2023-03-08', 'in time']])
    expect(at(transfer({ transferredOn: '2023-03-09' }))).toEqual([['2023-03-08', '2023-03-09', 'late']])
    expect(at(transfer())).toEqual([['2023-03-08', null, 'overdue']])
    expect(at(transfer({ withdrawnOn: '2023-03-05' }))).toEqual([['2023-03-08', null, 'not required']])
  })
})
