import { describe, expect, it } from 'vitest'
import { clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Allocation } from '../organisation/allocation.ts'
import { Person } from '../people/person.ts'
import { advisersAt16, adviserVisits, birthdayRecords, entitlementContacts } from './adviser-clocks.ts'
import { aroundTheBirthday } from './birthdays.ts'
import { CareLeaverContact } from './contact.ts'
import { homeRiskAssessments, homeSupervisions, moveOnPlans } from './home-clocks.ts'
import { CareLeaverHome, HomeRiskAssessment, HomeSupervision, StayingArrangement } from './homes.ts'
import { HealthPassport, ReadyForAdulthood } from './leaving-care.ts'
import { papers, passports } from './leaving-clocks.ts'
import { PathwayAssessment, PathwayPlan, PathwayReview } from './pathway.ts'
import { pathwayAssessments, pathwayPlans, pathwayReviews, relevantPlans, reviewsAfterMove } from './pathway-clocks.ts'
import { stayingPut } from './staying-put.ts'

/** 16 on 10 March 2020, 18 on 10 March 2022. */
const born = recorded(Person, { bornOn: '2004-03-10' })
const inCare = (startedOn: string, endedOn: string | null = null, placement = 'U6') =>
  recorded(Episode, {
    startedOn,
    endedOn,
    reasonStarted: 'S',
    legalStatus: 'C2',
    placement,
    reasonEnded: endedOn && 'E5',
  })
const adviser = (startedOn: string, endedOn: string | null = null) =>
  recorded(Allocation, { role: 'personal-adviser', startedOn, endedOn }, { worker: [2 as never] })
const long = [born, inCare('2015-01-05')]
const leaver = [born, inCare('2015-01-05', '2022-03-10'), adviser('2020-03-10')]
const home = (startedOn: string, kind: string, more: Readonly<Record<string, string | null>> = {}) =>
  recorded(CareLeaverHome, { startedOn, kind, suitable: 'yes', ...more })
const contact = (contactedOn: string, more: Readonly<Record<string, string>> = {}) =>
  recorded(CareLeaverContact, { contactedOn, answer: 'YES', how: 'visit', ...more })

describe('before 18', () => {
  it('the needs assessment and the first plan are due three months after becoming eligible', () => {
    const assessed = (completedOn: string) => recorded(PathwayAssessment, { completedOn })
    expect(clockOf(pathwayAssessments, [...long, assessed('2020-06-10')], '2020-12-31')).toEqual([
      ['2020-06-10', '2020-06-10', 'in time'],
    ])
    expect(clockOf(pathwayAssessments, [...long, assessed('2020-06-11')], '2020-12-31')[0]?.[2]).toBe('late')
    expect(clockOf(pathwayPlans, [born, inCare('2020-06-01')], '2020-12-31')).toEqual([['2020-11-30', null, 'overdue']])
    expect(
      clockOf(pathwayPlans, [...long, recorded(PathwayPlan, { madeOn: '2020-04-01' })], '2020-12-31')[0]?.[2],
    ).toBe('in time')
    expect(clockOf(pathwayPlans, [born, inCare('2015-01-05', '2020-03-10')], '2020-12-31')).toEqual([])
    expect(clockOf(pathwayPlans, [inCare('2015-01-05')], '2020-12-31')).toEqual([])
  })
  it('whoever leaves at 16 or 17 without a plan is owed one; with one nothing more is asked', () => {
    const left = [born, inCare('2015-01-05', '2020-09-01')]
    expect(clockOf(relevantPlans, left, '2020-12-31')).toEqual([['2020-12-01', null, 'overdue']])
    expect(clockOf(relevantPlans, [...left, recorded(PathwayPlan, { madeOn: '2020-05-01' })], '2020-12-31')).toEqual([])
  })
  it('an adviser is there on the 16th birthday, or when 13 weeks are full', () => {
    expect(clockOf(advisersAt16, [...long, adviser('2020-03-10')], '2020-12-31')).toEqual([
      ['2020-03-10', '2020-03-10', 'in time'],
    ])
    expect(clockOf(advisersAt16, long, '2020-01-01')).toEqual([['2020-03-10', null, 'due']])
    expect(clockOf(advisersAt16, [born, inCare('2020-06-01'), adviser('2020-09-01')], '2020-12-31')).toEqual([
      ['2020-08-30', '2020-09-01', 'late'],
    ])
    expect(clockOf(advisersAt16, [born, inCare('2020-06-01', '2020-07-01')], '2020-12-31')).toEqual([])
  })
  it('papers are in hand on the day before 18, a wished change of name among them', () => {
    const all = { birthCertificate: 'yes', photoId: 'yes', nationalInsurance: 'yes', bankAccount: 'yes' }
    const checked = (more: object) => recorded(ReadyForAdulthood, { checkedOn: '2022-01-05', ...all, ...more })
    expect(clockOf(papers, [...long, checked({})], '2022-02-01')).toEqual([['2022-03-09', '2022-01-05', 'in time']])
    expect(clockOf(papers, [...long, checked({ photoId: 'no' })], '2022-02-01')).toEqual([['2022-03-09', null, 'due']])
    expect(clockOf(papers, [...long, checked({ changeOfName: 'yes' })], '2022-02-01')[0]?.[2]).toBe('due')
    expect(clockOf(papers, [...long, checked({ immigrationSettled: 'no' })], '2022-02-01')[0]?.[2]).toBe('due')
    expect(clockOf(papers, [born, inCare('2015-01-05', '2021-01-01')], '2022-02-01')).toEqual([])
  })
  it('a health passport is due on the 18th birthday, and of nobody who left before', () => {
    const given = (offeredOn: string, outcome = 'given') => recorded(HealthPassport, { offeredOn, outcome })
    expect(clockOf(passports, [...leaver, given('2021-06-01')], '2022-06-01')[0]?.[2]).toBe('in time')
    expect(clockOf(passports, [...leaver, given('2022-03-11')], '2022-06-01')).toEqual([
      ['2022-03-10', '2022-03-11', 'late'],
    ])
    expect(clockOf(passports, [...leaver, given('2022-03-01', 'declined')], '2022-06-01')[0]?.[2]).toBe('overdue')
    expect(clockOf(passports, [born, inCare('2015-01-05', '2021-09-01')], '2022-06-01')).toEqual([])
  })
})

describe('the pathway plan after that', () => {
  const plan = recorded(PathwayPlan, { madeOn: '2022-05-10' })
  it('is reviewed every six months while there is an adviser', () => {
    const review = recorded(PathwayReview, { reviewedOn: '2022-11-11' })
    expect(clockOf(pathwayReviews, [...leaver, plan, review], '2023-06-01')).toEqual([
      ['2022-11-10', '2022-11-11', 'late'],
      ['2023-05-11', null, 'overdue'],
    ])
    const ended = [born, inCare('2015-01-05', '2022-03-10'), adviser('2020-03-10', '2022-08-01')]
    expect(clockOf(pathwayReviews, [...ended, plan], '2023-06-01')).toEqual([['2022-11-10', null, 'not required']])
    expect(clockOf(pathwayReviews, leaver, '2023-06-01')).toEqual([])
  })
  it('is reviewed within 28 days of a move to a home that nobody regulates', () => {
    const moved = (more: object) =>
      clockOf(reviewsAfterMove, [...leaver, home('2022-05-01', 'D', more as never)], '2022-06-30')
    expect(moved({ regulated: 'no' })).toEqual([['2022-05-29', null, 'overdue']])
    expect(moved({ regulated: 'yes' })).toEqual([])
  })
})

describe('a home', () => {
  it('is visited within a week of the move, and every two months from then on', () => {
    const visited = [...leaver, home('2022-03-10', 'U'), contact('2022-03-17'), contact('2022-05-18')]
    expect(clockOf(adviserVisits, visited, '2022-06-01')).toEqual([
      ['2022-03-17', '2022-03-17', 'in time'],
      ['2022-05-17', '2022-05-18', 'late'],
      ['2022-07-18', null, 'due'],
    ])
    const rung = [...leaver, home('2022-03-10', 'U'), contact('2022-03-17', { how: 'phone' })]
    expect(clockOf(adviserVisits, rung, '2022-06-01')).toEqual([['2022-03-17', null, 'overdue']])
    expect(
      clockOf(adviserVisits, [born, inCare('2015-01-05', '2022-03-10'), home('2022-03-10', 'U')], '2022-06-01'),
    ).toEqual([])
  })
  it('that is judged anew is no move', () => {
    const judged = [home('2022-03-10', 'U', { endedOn: '2022-04-10' }), home('2022-04-10', 'U', { suitable: 'no' })]
    expect(clockOf(adviserVisits, [...leaver, ...judged, contact('2022-03-17')], '2022-05-01')).toEqual([
      ['2022-03-17', '2022-03-17', 'in time'],
      ['2022-05-17', null, 'due'],
    ])
  })
  it('of another kind is a move, and the visits begin anew', () => {
    const moved = [home('2022-03-10', 'D', { endedOn: '2022-04-10' }), home('2022-04-10', 'U'), contact('2022-03-17')]
    expect(clockOf(adviserVisits, [...leaver, ...moved], '2022-05-01').map(([due]) => due)).toEqual([
      '2022-03-17',
      '2022-05-17',
      '2022-04-17',
    ])
  })
  it('of bed and breakfast has its risk assessment on the day, and supervision every four weeks', () => {
    const moved = home('2022-05-01', 'W', { suitable: 'no' })
    const assessed = (assessedOn: string) => recorded(HomeRiskAssessment, { assessedOn })
    const of = (...more: readonly KnownRecord[]) =>
      clockOf(homeRiskAssessments, [...leaver, moved, ...more], '2022-05-20')
    expect(of(assessed('2022-04-30'))).toEqual([['2022-05-01', '2022-05-01', 'in time']])
    expect(of(assessed('2022-04-01'))).toEqual([['2022-05-01', null, 'overdue']])
    expect(of(assessed('2022-05-02'))[0]?.[2]).toBe('late')
    const held = recorded(HomeSupervision, { heldOn: '2022-05-29' })
    expect(clockOf(homeSupervisions, [...leaver, moved, held], '2022-07-01')).toEqual([
      ['2022-05-29', '2022-05-29', 'in time'],
      ['2022-06-26', null, 'overdue'],
    ])
    expect(clockOf(homeSupervisions, [...leaver, home('2022-05-01', 'W')], '2022-07-01')).toEqual([])
  })
  it('of an emergency asks for a plan to move on from the first day, while they are there', () => {
    const of = (given: object) =>
      clockOf(moveOnPlans, [...leaver, home('2022-05-01', 'W', given as never)], '2022-05-20')
    expect(of({ exitPlan: 'A flat' })).toEqual([['2022-05-01', '2022-05-01', 'in time']])
    expect(of({ exitPlan: 'A flat', exitPlanOn: '2022-05-03' })).toEqual([['2022-05-01', '2022-05-03', 'late']])
    expect(of({})).toEqual([['2022-05-01', null, 'overdue']])
    expect(of({ endedOn: '2022-05-10' })).toEqual([['2022-05-01', null, 'missed']])
    expect(clockOf(moveOnPlans, [...leaver, home('2022-05-01', 'U')], '2022-05-20')).toEqual([])
  })
})

describe('being in touch', () => {
  it('is looked for from three months before each birthday to one month after', () => {
    const of = (on: string) => clockOf(birthdayRecords, [...leaver, contact(on)], '2023-12-31')
    expect(of('2022-12-10')).toEqual([['2023-04-10', '2022-12-10', 'in time'], ...of('2022-12-10').slice(1)])
    expect(of('2022-12-09')[0]?.[2]).toBe('missed')
    expect(of('2023-04-10')[0]?.[2]).toBe('in time')
    expect(of('2023-04-11')[0]?.[2]).toBe('missed')
  })
  it('is a yearly word about what help there is for whoever is 21 and has no adviser', () => {
    const older = [recorded(Person, { bornOn: '2001-03-10' }), inCare('2012-01-05', '2019-03-10')]
    expect(clockOf(entitlementContacts, [...older, adviser('2017-03-10', '2022-09-01')], '2023-10-01')).toEqual([
      ['2023-09-01', null, 'overdue'],
    ])
    const told = contact('2022-08-01', { entitlement: 'yes', how: 'letter' })
    expect(clockOf(entitlementContacts, [...older, told], '2023-01-01')).toEqual([
      ['2023-03-10', '2022-08-01', 'in time'],
      ['2023-08-01', null, 'due'],
    ])
    expect(clockOf(entitlementContacts, [...older, adviser('2017-03-10')], '2023-01-01')).toEqual([])
  })
})

// Not being in touch is a failure, not an exclusion; whoever was still in care on the day before 17 or 18, had died or gone home is no member.
describe('around the birthday', () => {
  const find = (key: string) => {
    const found = [...aroundTheBirthday, ...stayingPut].find((one) => one.key === `care-leavers-${key}`)
    if (found === undefined) throw new RangeError(key)
    return found
  }
  const is = (key: string, records: readonly KnownRecord[], period = '2023-03') =>
    verdictsIn(find(key), records, period)[0] ?? '-'
  const returned = (more: Readonly<Record<string, string>>) =>
    recorded(CareLeaverOutcome, { birthdayOn: '2023-03-10', inTouch: 'YES', ...more })

  it('has whoever turned 19 in the 12 months, for those and no longer', () => {
    expect(
      ['2023-02', '2023-03', '2024-02', '2024-03'].map((month) => is('birthday-in-touch-19-21', leaver, month)),
    ).toEqual(['-', '0', '0', '0'])
    expect(is('birthday-in-touch-17-18', leaver, '2022-06')).toBe('-')
    expect(is('birthday-in-touch-17-18', [born, inCare('2015-01-05', '2021-01-01')], '2022-06')).toBe('0')
  })
  it('goes by the return, and without one by our own records of those months', () => {
    expect(is('birthday-in-touch-19-21', [...leaver, contact('2022-12-10')])).toBe('1')
    expect(is('birthday-in-touch-19-21', [...leaver, contact('2022-12-09')])).toBe('0')
    expect(is('birthday-in-touch-19-21', [...leaver, contact('2022-12-10'), returned({ inTouch: 'REFU' })])).toBe('0')
    expect(is('birthday-in-touch-19-21', [...leaver, returned({ inTouch: 'DIED' })])).toBe('-')
    expect(is('birthday-in-touch-19-21', [...leaver, returned({ inTouch: 'RHOM' })])).toBe('-')
  })
  it('leaves out of homes who is abroad, and not who was lost', () => {
    const of = (accommodation: string) =>
      is('birthday-suitable-accommodation-19-21', [...leaver, returned({ accommodation })])
    expect(['U1', 'W2', '0', 'G1', 'H2', 'R1'].map(of)).toEqual(['1', '0', '0', '-', '-', '-'])
    expect(is('birthday-suitable-accommodation-19-21', [...leaver, home('2022-03-10', 'U')])).toBe('1')
    expect(is('birthday-suitable-accommodation-19-21', leaver)).toBe('0')
  })
  it('counts education and work, and apart from it having none; not known is neither', () => {
    const of = (kind: string, activity: string) => is(`birthday-${kind}-19-21`, [...leaver, returned({ activity })])
    expect(['F1', 'P5', 'G4', '0'].map((code) => of('eet', code))).toEqual(['1', '1', '0', '?'])
    expect(['F1', 'G4', 'G5', 'G6', '0'].map((code) => of('neet', code))).toEqual(['0', '1', '1', '1', '?'])
  })
  it('stays put with whom they lived until 18', () => {
    const put = recorded(StayingArrangement, { startedOn: '2022-03-10', kind: 'put' })
    expect(is('staying-put-18-20', [...leaver, put])).toBe('1')
    expect(is('staying-put-18-20', [...leaver, home('2022-03-10', 'Z')])).toBe('1')
    expect(is('staying-put-18-20', [...leaver, home('2022-03-10', 'U')])).toBe('0')
    expect(is('staying-put-18-20', leaver)).toBe('?')
    expect(is('staying-put-18-20', [born, inCare('2015-01-05', '2022-03-10', 'K2'), put])).toBe('-')
  })
})
