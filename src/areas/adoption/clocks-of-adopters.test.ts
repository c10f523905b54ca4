import { describe, expect, it } from 'vitest'
import { another, child, clockOf, recorded } from '../../../test/support/one-child.ts'
import {
  AdopterEnquiry,
  AdopterPanel,
  AdopterPause,
  AdopterReview,
  AdopterStage,
  AdoptersLeft,
  QualifyingDetermination,
  SuitabilityDecision,
} from './adopter-records.ts'
import {
  adopterStages,
  approvalReviews,
  betweenStages,
  decisionsOnAdopters,
  enquiriesAnswered,
  registrationsAnswered,
  representations,
} from './clocks-of-adopters.ts'
import { AdoptiveFamily } from './finding-a-family.ts'

type Known = readonly ReturnType<typeof recorded>[]
const stage = (which: string, startedOn: string, given = {}) =>
  recorded(AdopterStage, { stage: which, startedOn, ...given })
const decided = (decidedOn: string, given = {}) =>
  recorded(SuitabilityDecision, { decidedOn, suitable: 'yes', ...given })
const left = (leftOn: string) => recorded(AdoptersLeft, { leftOn, why: 'withdrew' })

describe('an enquiry', () => {
  const enquiry = (given = {}) => recorded(AdopterEnquiry, { enquiredOn: '2023-03-01', ...given })

  it('is answered within five working days, and so is a registration, unless they leave before', () => {
    const answered = (known: Known) => clockOf(enquiriesAnswered, known, '2023-03-31')
    expect(answered([enquiry({ informationOn: '2023-03-08' })])).toEqual([['2023-03-08', '2023-03-08', 'in time']])
    expect(answered([enquiry({ informationOn: '2023-03-09' })])).toEqual([['2023-03-08', '2023-03-09', 'late']])
    expect(answered([enquiry()])).toEqual([['2023-03-08', null, 'overdue']])
    expect(answered([enquiry(), left('2023-03-03')])).toEqual([['2023-03-08', null, 'not required']])
    const registered = enquiry({ registeredOn: '2023-03-20', answeredOn: '2023-03-28' })
    expect(clockOf(registrationsAnswered, [registered], '2023-03-31')).toEqual([['2023-03-27', '2023-03-28', 'late']])
    expect(clockOf(registrationsAnswered, [enquiry()], '2023-03-31')).toEqual([])
  })

  it('is not answered by the answer to another', () => {
    const again = recorded(AdopterEnquiry, { enquiredOn: '2023-03-15', informationOn: '2023-03-16' })
    expect(clockOf(enquiriesAnswered, [enquiry(), again], '2023-03-31').map(([, , state]) => state)).toEqual([
      'overdue',
      'in time',
    ])
  })
})

describe('the stages of an assessment', () => {
  const clock = (...known: Known) => clockOf(adopterStages, known, '2023-12-31')

  it('last two months and four, and end with our word and with the decision', () => {
    expect(clock(stage('one', '2023-01-31', { endedOn: '2023-03-31', howEnded: 'goes-on' }))).toEqual([
      ['2023-03-31', '2023-03-31', 'in time'],
    ])
    expect(
      clock(stage('two', '2023-01-31', { endedOn: '2023-05-20', howEnded: 'decided' }), decided('2023-06-01')),
    ).toEqual([['2023-05-31', '2023-06-01', 'late']])
    expect(clock(stage('fast-track', '2023-10-31'))).toEqual([['2024-02-29', null, 'due']])
    expect(clock(stage('two', '2023-01-31'), left('2023-04-01'))).toEqual([['2023-05-31', null, 'not required']])
    expect(clock(stage('one', '2023-01-31', { endedOn: '2023-05-01', howEnded: 'withdrew' }))).toEqual([
      ['2023-03-31', null, 'missed'],
    ])
  })

  it('rest while a pause lasts that the household asked for', () => {
    const pause = (endedOn: string | null) => recorded(AdopterPause, { startedOn: '2023-03-01', endedOn })
    expect(clock(stage('two', '2023-01-31'), pause('2023-03-11'), decided('2023-06-10'))).toEqual([
      ['2023-06-10', '2023-06-10', 'in time'],
    ])
    expect(clock(stage('two', '2023-01-31'), pause(null))).toEqual([['2023-05-31', null, 'not required']])
  })

  it('may lie six months apart', () => {
    const first = stage('one', '2023-01-10', { endedOn: '2023-03-10', howEnded: 'goes-on' })
    const between = (...known: Known) => clockOf(betweenStages, known, '2023-12-31')
    expect(between(first, stage('two', '2023-09-10'))).toEqual([['2023-09-10', '2023-09-10', 'in time']])
    expect(between(first)).toEqual([['2023-09-10', null, 'overdue']])
    expect(between(stage('one', '2023-01-10', { endedOn: '2023-03-10', howEnded: 'may-not' }))).toEqual([])
  })
})

describe('the decision', () => {
  it('follows the panel within seven working days, or a notice does', () => {
    const panel = (recommended: string) =>
      recorded(AdopterPanel, { heldOn: '2023-09-01', about: 'suitability', recommended })
    const clock = (...known: Known) => clockOf(decisionsOnAdopters, known, '2023-12-31')
    expect(clock(panel('suitable'), decided('2023-09-12'))).toEqual([['2023-09-12', '2023-09-12', 'in time']])
    expect(clock(panel('not-suitable'), recorded(QualifyingDetermination, { sentOn: '2023-09-13' }))).toEqual([
      ['2023-09-12', '2023-09-13', 'late'],
    ])
    expect(clock(panel('deferred'))).toEqual([])
  })

  it('waits after a notice for 40 working days, of which the day it was sent is the first', () => {
    const sent = (sentOn: string, given = {}) => recorded(QualifyingDetermination, { sentOn, ...given })
    const clock = (...known: Known) => clockOf(representations, known, '2023-12-31')
    expect(clock(sent('2023-06-01', { answeredOn: '2023-07-26', answer: 'independent' }))).toEqual([
      ['2023-07-26', '2023-07-26', 'in time'],
    ])
    // Sent on a Saturday, the first day is Monday.
    expect(clock(sent('2023-06-03'))).toEqual([['2023-07-28', null, 'overdue']])
    expect(clock(sent('2023-06-01'), decided('2023-06-20', { suitable: 'no' }))).toEqual([
      ['2023-07-26', null, 'not required'],
    ])
  })
})

describe('the review of an approval', () => {
  const review = (heldOn: string) => recorded(AdopterReview, { heldOn })
  const match = (matchedOn: string, given = {}) =>
    recorded(AdoptiveFamily, { matchedOn, ...given }, { child: [another], household: [child] })
  const clock = (...known: Known) => clockOf(approvalReviews, known, '2023-12-31')

  it('is held every year while no child is matched', () => {
    expect(clock(decided('2021-03-10'), review('2022-03-10'))).toEqual([
      ['2022-03-10', '2022-03-10', 'in time'],
      ['2023-03-10', null, 'overdue'],
    ])
    expect(clock(decided('2021-03-10', { suitable: 'no' }))).toEqual([])
    expect(clock(decided('2023-01-10'), match('2023-06-01'))).toEqual([['2024-01-10', null, 'not required']])
  })

  it('begins anew when a match came to nothing', () => {
    expect(clock(decided('2021-03-10'), match('2021-06-01', { endedOn: '2022-09-01' }))).toEqual([
      ['2022-03-10', null, 'not required'],
      ['2023-09-01', null, 'overdue'],
    ])
  })
})
