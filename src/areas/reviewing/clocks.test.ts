import { describe, expect, it } from 'vitest'
import { another, clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { CareReview } from '../children-in-care/reviews-and-visits.ts'
import { Allocation } from '../organisation/allocation.ts'
import { Person } from '../people/person.ts'
import { MidwayCheck, ReviewingContact, ReviewRecord } from './contact-records.ts'
import { escalationStages, formalDispute } from './escalation-clocks.ts'
import { Escalation } from './escalation-records.ts'
import { officerAllocated, officerContacts } from './officer-clocks.ts'
import { managersAnswer, midwayChecks, minutesSent, minutesWritten, recommendations } from './review-clocks.ts'
import { timeliness } from './timeliness.ts'

type Known = ReturnType<typeof recorded>

const born = recorded(Person, { bornOn: '2014-05-01' })
const care = recorded(Episode, { startedOn: '2023-01-10', reasonStarted: 'S', legalStatus: 'C2', placement: 'U6' })
const held = (heldOn: string) => recorded(CareReview, { heldOn, participation: 'PN1' })
const followed = (heldOn: string, given = {}) => recorded(ReviewRecord, { heldOn, ...given })
const officer = (startedOn: string, given = {}, worker: typeof another | null = another) =>
  recorded(
    Allocation,
    { role: 'reviewing-officer', startedOn, ...given },
    { team: [another], worker: worker === null ? [] : [worker] },
  )
const is = (key: string, known: readonly Known[], period: string) => {
  const indicator = timeliness.find((one) => one.key === key)
  if (indicator === undefined) throw new Error(key)
  return verdictsIn(indicator, [born, care, ...known], period).join()
}

describe('a reviewing officer', () => {
  const at = (on: string, ...known: readonly Known[]) => clockOf(officerAllocated, [care, ...known], on)

  it('is due within five working days; a team without a worker is none', () => {
    expect(at('2023-01-17')).toEqual([['2023-01-17', null, 'due']])
    expect(at('2023-01-18', officer('2023-01-12', {}, null))).toEqual([['2023-01-17', null, 'overdue']])
    expect(at('2023-02-01', officer('2023-01-18'))).toEqual([['2023-01-17', '2023-01-18', 'late']])
    expect(at('2023-02-01', officer('2023-01-12', { role: 'social-worker' }))).toEqual([
      ['2023-01-17', null, 'overdue'],
    ])
  })

  it('who was there already is there from the first day', () => {
    expect(at('2023-02-01', officer('2022-06-01'))).toEqual([['2023-01-17', '2023-01-10', 'in time']])
    expect(at('2023-01-12', officer('2022-06-01', { endedOn: '2022-09-01' }))).toEqual([['2023-01-17', null, 'due']])
  })

  it('counts by the month in which the child came', () => {
    expect(is('reviewing-officer-in-time', [officer('2023-01-17')], '2023-01')).toBe('1')
    expect(is('reviewing-officer-in-time', [officer('2023-01-18')], '2023-01')).toBe('0')
  })

  it('is in touch at least every six months, in whatever way', () => {
    const contact = (contactedOn: string) =>
      recorded(ReviewingContact, { contactedOn, kind: 'between', how: 'message' })
    expect(clockOf(officerContacts, [care, contact('2023-03-01')], '2023-09-02')).toEqual([
      ['2023-07-10', '2023-03-01', 'in time'],
      ['2023-09-01', null, 'overdue'],
    ])
    expect(is('reviewing-contact-6-months', [contact('2023-03-29')], '2023-09')).toBe('0')
    expect(is('reviewing-contact-6-months', [contact('2023-03-30')], '2023-09')).toBe('1')
  })
})

describe('what follows a review', () => {
  const [first, later] = [held('2023-02-06'), held('2023-05-03')]

  it('asks for recommendations in 5 working days, the answer in 5 more, minutes written in 15 and sent in 20', () => {
    const all = [care, first, followed('2023-02-06', { recommendedOn: '2023-02-13', minutesSentOn: '2023-03-07' })]
    expect(clockOf(recommendations, all, '2023-04-01')).toEqual([['2023-02-13', '2023-02-13', 'in time']])
    expect(clockOf(managersAnswer, all, '2023-02-20')).toEqual([['2023-02-20', null, 'due']])
    expect(clockOf(minutesWritten, all, '2023-04-01')).toEqual([['2023-02-27', '2023-03-07', 'late']])
    expect(clockOf(minutesSent, all, '2023-04-01')).toEqual([['2023-03-06', '2023-03-07', 'late']])
  })

  it('takes what is written of one review for that one, and asks no more once the next is held', () => {
    const all = [care, first, later, followed('2023-05-03', { minutesSentOn: '2023-05-10' })]
    expect(clockOf(minutesSent, all, '2023-06-30')).toEqual([
      ['2023-03-06', null, 'missed'],
      ['2023-06-02', '2023-05-10', 'in time'],
    ])
  })

  it('asks for a check halfway to the next review', () => {
    const check = recorded(MidwayCheck, { checkedOn: '2023-03-21', progress: 'on-track' })
    expect(clockOf(midwayChecks, [care, first, later, check], '2023-08-04')).toEqual([
      ['2023-03-20', '2023-03-21', 'late'],
      ['2023-08-03', null, 'overdue'],
    ])
    expect(is('midway-checks-up-to-date', [first], '2023-02')).toBe('1')
    expect(is('midway-checks-up-to-date', [first], '2023-03')).toBe('0')
  })

  it('counts a review by the day it was held, however late it is written up', () => {
    const late = followed('2023-02-06', { recommendedOn: '2023-02-14', minutesSentOn: '2023-03-06' })
    expect(is('review-minutes-in-time', [first, late], '2023-02')).toBe('1')
    expect(is('review-recommendations-in-time', [first, late], '2023-02')).toBe('0')
    expect(is('review-minutes-in-time', [first], '2023-02')).toBe('0')
  })

  it('counts a report that was there three working days before', () => {
    const report = (reportSentOn: string) => followed('2023-02-06', { reportSentOn })
    expect(is('review-reports-in-time', [first, report('2023-02-01')], '2023-02')).toBe('1')
    expect(is('review-reports-in-time', [first, report('2023-02-02')], '2023-02')).toBe('0')
    expect(is('review-reports-in-time', [first, followed('2023-02-06')], '2023-02')).toBe('0')
  })
})

describe('an escalation', () => {
  const escalation = (given = {}) =>
    recorded(Escalation, { concern: 'health', began: 'informal', startedOn: '2023-03-01', ...given })

  it('asks of each stage to be settled, or taken further', () => {
    expect(clockOf(escalationStages, [escalation()], '2023-03-16')).toEqual([['2023-03-15', null, 'overdue']])
    const further = escalation({ formalOn: '2023-03-15', stage2On: '2023-03-24', closedOn: '2023-03-28' })
    expect(clockOf(escalationStages, [further], '2023-04-30')).toEqual([
      ['2023-03-15', '2023-03-15', 'in time'],
      ['2023-03-22', '2023-03-24', 'late'],
      ['2023-03-31', '2023-03-28', 'in time'],
    ])
  })

  it('begins at the stage it began with', () => {
    const formal = escalation({ began: 'formal', formalOn: '2023-03-01', firstStage: '2', stage2On: '2023-03-01' })
    expect(clockOf(escalationStages, [formal], '2023-03-02')).toEqual([['2023-03-08', null, 'due']])
  })

  it('has 20 working days for all formal stages, which the informal one does not use up', () => {
    const closed = (closedOn: string) => escalation({ formalOn: '2023-03-15', closedOn })
    expect(clockOf(formalDispute, [closed('2023-04-14')], '2023-04-30')).toEqual([
      ['2023-04-14', '2023-04-14', 'in time'],
    ])
    expect(is('formal-disputes-in-time', [closed('2023-04-14')], '2023-04')).toBe('1')
    expect(is('formal-disputes-in-time', [closed('2023-04-17')], '2023-04')).toBe('0')
    expect(is('formal-disputes-in-time', [escalation({ closedOn: '2023-04-14' })], '2023-04')).toBe('')
  })
})
