import { describe, expect, test } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { clockOf, daysIn, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { EducationActivity, SeptemberOffer } from './after-school.ts'
import { ContinuousAbsence, SchoolAttendance } from './attendance.ts'
import { SchoolEnrolment } from './enrolments.ts'
import {
  firstDayEducation,
  governorsMeet,
  panelMeets,
  sixthDayEducation,
  virtualSchoolTold,
} from './exclusion-timescales.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { educationOfChildrenInCare } from './index.ts'
import { absenceReported, schoolPlace, septemberOffer } from './school-timescales.ts'
import { EhcPlan } from './special-needs.ts'

const get = (key: string): Indicator => {
  const found = educationOfChildrenInCare.indicators.find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return found
}
const school = 'Harbour School'
const onRoll = (startedOn: string, endedOn: string | null = null, more = {}) =>
  recorded(SchoolEnrolment, { school, startedOn, endedOn, status: 'C', location: 'IN', ...more })
const suspension = (startedOn: string, sessions = 2, more = {}) =>
  recorded(Suspension, { school, startedOn, sessions, ...more })
const exclusion = (decidedOn: string, more = {}) => recorded(PermanentExclusion, { school, decidedOn, ...more })
const attendance = (fromOn: string, throughOn: string, possible: number, attended: number, more = {}) =>
  recorded(SchoolAttendance, { school, fromOn, throughOn, possible, attended, ...more })

const twelve = [born('2011-03-03'), inCare('2021-01-04')]

describe('school age', () => {
  const plan = get('cic-with-ehcp')
  test('is reception to year 11, by the age on 31 August', () => {
    const bornOn = (day: string) => verdictsIn(plan, [born(day), inCare('2022-01-04')], '2023-09')
    expect(bornOn('2019-08-31')).toEqual(['0'])
    expect(bornOn('2019-09-01')).toEqual([])
    expect(bornOn('2007-09-01')).toEqual(['0'])
    expect(bornOn('2007-08-31')).toEqual([])
  })

  test('an education, health and care plan that ceased on the last day is no longer in force; whoever keeps it', () => {
    const madeOn = { startedOn: '2020-01-06', keptBy: 'Devon' }
    expect(verdictsIn(plan, [...twelve, recorded(EhcPlan, madeOn)], '2023-09')).toEqual(['1'])
    const ceased = recorded(EhcPlan, { ...madeOn, endedOn: '2023-09-30' })
    expect(verdictsIn(plan, [...twelve, ceased], '2023-09')).toEqual(['0'])
    expect(verdictsIn(plan, [...twelve, ceased], '2023-08')).toEqual(['1'])
  })
})

describe('absence', () => {
  const persistent = get('cic-persistent-absence')
  const severe = get('cic-severe-absence')

  test('is persistent from exactly 10 per cent of the child’s own sessions, severe from exactly half', () => {
    const missed = (attended: number) => [...twelve, attendance('2023-09-04', '2023-09-29', 40, attended)]
    expect(verdictsIn(persistent, missed(37), '2023-09')).toEqual(['0'])
    expect(verdictsIn(persistent, missed(36), '2023-09')).toEqual(['1'])
    expect(verdictsIn(severe, missed(21), '2023-09')).toEqual(['0'])
    expect(verdictsIn(severe, missed(20), '2023-09')).toEqual(['1'])
    expect(verdictsIn(persistent, missed(20), '2023-09')).toEqual(['1'])
    expect(verdictsIn(persistent, twelve, '2023-09')).toEqual(['?'])
  })

  test('is of sessions in care, of this academic year, at the main school, each counted once', () => {
    const bad = 10
    const from = (...known: Parameters<typeof verdictsIn>[1]) =>
      verdictsIn(persistent, [born('2011-03-03'), inCare('2023-05-15'), ...known], '2023-07')
    const good = attendance('2023-06-05', '2023-06-30', 40, 40)
    expect(from(good)).toEqual(['0'])
    // Before coming into care.
    expect(from(attendance('2023-04-17', '2023-05-05', 28, bad), good)).toEqual(['0'])
    // At the other of two schools.
    const other = { school: 'The Annexe' }
    const otherRoll = onRoll('2023-05-15', null, { ...other, status: 'S' })
    expect(from(otherRoll, attendance('2023-06-05', '2023-06-30', 40, bad, other), good)).toEqual(['0'])
    // A week of which the half term speaks too; and of another school, which is added.
    expect(from(good, attendance('2023-06-05', '2023-06-09', 10, 0))).toEqual(['0'])
    expect(from(good, attendance('2023-06-05', '2023-06-09', 10, 0, other))).toEqual(['1'])
    // The year that begins counts anew; of the one that ended nothing is added in August.
    const september = verdictsIn(persistent, [...twelve, attendance('2023-06-05', '2023-06-30', 40, 0)], '2023-09')
    expect(september).toEqual(['?'])
    expect(verdictsIn(persistent, [...twelve, attendance('2023-06-05', '2023-06-30', 40, 0)], '2023-08')).toEqual(['1'])
  })
})

describe('attendance', () => {
  const average = get('cic-average-attendance-academic-ytd')
  test('is of the sessions of a child in care, and not known where there are none', () => {
    const known = [
      ...twelve,
      attendance('2023-09-04', '2023-09-15', 20, 19),
      attendance('2023-09-18', '2023-09-29', 20, 11),
    ]
    expect(verdictsIn(average, known, '2023-09')).toEqual(['1'])
    expect(daysIn(average, known, '2023-09')).toEqual([30])
    expect(verdictsIn(average, twelve, '2023-09')).toEqual(['?'])
    expect(verdictsIn(average, [...twelve, attendance('2023-09-04', '2023-09-29', 0, 0)], '2023-09')).toEqual(['?'])
    expect(verdictsIn(average, [born('2006-03-03'), inCare('2021-01-04'), ...known.slice(2)], '2023-09')).toEqual([])
  })
})

describe('suspension', () => {
  const suspended = get('cic-suspended-current-academic-year')
  test.each([
    ['half a day', [...twelve, suspension('2023-06-05', 1)], ['1']],
    ['two', [...twelve, suspension('2023-05-05'), suspension('2023-06-05')], ['1']],
    ['none', twelve, ['0']],
    ['cancelled', [...twelve, suspension('2023-06-05', 2, { cancelledOn: '2023-06-06' })], ['0']],
    ['last academic year', [...twelve, suspension('2022-07-05')], ['0']],
    ['before coming into care', [born('2011-03-03'), inCare('2023-03-01'), suspension('2023-02-06')], ['0']],
    ['left care', [born('2011-03-03'), inCare('2021-01-04', '2023-07-03'), suspension('2023-06-05')], []],
    ['in year 12', [born('2006-03-03'), inCare('2021-01-04'), suspension('2023-06-05')], []],
  ])('%s', (_, known, expected) => {
    expect(verdictsIn(suspended, known, '2023-07')).toEqual(expected)
  })

  test('counts each in the number of suspensions, and 45 days of them are the most', () => {
    const long = [...twelve, suspension('2023-01-09', 50), suspension('2023-03-06', 40)]
    expect(verdictsIn(get('cic-suspensions-academic-ytd'), long, '2023-03')).toEqual(['1', '1'])
    expect(verdictsIn(get('cic-suspended-over-45-days'), long, '2023-03')).toEqual(['0'])
    const longer = [...long, suspension('2023-05-02', 1)]
    expect(verdictsIn(get('cic-suspended-over-45-days'), longer, '2023-05')).toEqual(['1'])
  })

  test('is told on the day, and taught from the first day by guidance and the sixth by law', () => {
    // Friday 9 June 2023: the sixth school day, itself day 1, is Friday 16.
    const long = [...twelve, suspension('2023-06-09', 12, { toldOn: '2023-06-12', educationFrom: '2023-06-16' })]
    expect(clockOf(virtualSchoolTold, long, '2023-07-01')).toEqual([['2023-06-09', '2023-06-12', 'late']])
    expect(clockOf(firstDayEducation, long, '2023-07-01')).toEqual([['2023-06-09', '2023-06-16', 'late']])
    expect(clockOf(sixthDayEducation, long, '2023-07-01')).toEqual([['2023-06-16', '2023-06-16', 'in time']])
    const short = [...twelve, suspension('2023-06-09', 10, { toldOn: '2023-06-08' })]
    expect(clockOf(sixthDayEducation, short, '2023-07-01')).toEqual([[null, null, 'not required']])
    expect(clockOf(virtualSchoolTold, short, '2023-07-01')).toEqual([['2023-06-09', '2023-06-09', 'in time']])
  })
})

describe('permanent exclusion', () => {
  const excluded = get('cic-permanently-excluded-academic-ytd')
  test('does not count once it was undone', () => {
    expect(verdictsIn(excluded, [...twelve, exclusion('2023-06-05')], '2023-06')).toEqual(['1'])
    const back = { governorsMetOn: '2023-06-20', governorsDecision: 'reinstated' }
    expect(verdictsIn(excluded, [...twelve, exclusion('2023-06-05', back)], '2023-06')).toEqual(['0'])
    expect(
      verdictsIn(excluded, [...twelve, exclusion('2023-06-05', { cancelledOn: '2023-06-07' })], '2023-06'),
    ).toEqual(['0'])
  })

  test('is taught from the sixth day after it; governors and panel have 15 school days', () => {
    // Decided on Friday 26 May 2023, before half term.
    const known = [...twelve, exclusion('2023-05-26', { noticeOn: '2023-05-26', reviewAskedOn: '2023-06-30' })]
    expect(clockOf(sixthDayEducation, known, '2023-06-12')).toEqual([['2023-06-12', null, 'due']])
    expect(clockOf(governorsMeet, known, '2023-06-24')).toEqual([['2023-06-23', null, 'overdue']])
    expect(clockOf(panelMeets, known, '2023-07-01')).toEqual([['2023-07-21', null, 'due']])
    expect(clockOf(panelMeets, [...twelve, exclusion('2023-05-26')], '2023-07-01')).toEqual([])
  })
})

describe('a school place', () => {
  const without = get('cic-without-school-place')
  test('is a place on a roll; a guest has none', () => {
    expect(verdictsIn(without, [...twelve, onRoll('2022-09-05')], '2023-09')).toEqual(['0'])
    expect(verdictsIn(without, [...twelve, onRoll('2022-09-05', '2023-09-15')], '2023-09')).toEqual(['1'])
    expect(verdictsIn(without, [...twelve, onRoll('2022-09-05', null, { status: 'G' })], '2023-09')).toEqual(['1'])
    expect(verdictsIn(without, twelve, '2023-09')).toEqual(['1'])
    // Year 11 ended on 30 June 2023.
    const leaver = [born('2007-03-03'), inCare('2021-01-04')]
    expect(verdictsIn(without, leaver, '2023-06')).toEqual(['1'])
    expect(verdictsIn(without, leaver, '2023-07')).toEqual([])
  })

  test('is to be found within 20 school days of being without one in care', () => {
    const came = [born('2011-03-03'), inCare('2023-06-12')]
    // Twenty school days after 12 June 2023.
    expect(clockOf(schoolPlace, came, '2023-07-01')).toEqual([['2023-07-10', null, 'due']])
    expect(clockOf(schoolPlace, [...came, onRoll('2023-07-11')], '2023-07-20')).toEqual([
      ['2023-07-10', '2023-07-11', 'late'],
    ])
    // The last place ended on 26 June: the twentieth school day is the first of the autumn term.
    expect(clockOf(schoolPlace, [...came, onRoll('2022-09-05', '2023-06-26')], '2023-07-01')).toEqual([
      ['2023-09-04', null, 'due'],
    ])
    expect(clockOf(schoolPlace, [...came, onRoll('2022-09-05')], '2023-07-01')).toEqual([])
    // Too young; past school age; years without terms.
    expect(clockOf(schoolPlace, [born('2019-01-01'), inCare('2023-06-12')], '2023-07-01')).toEqual([])
    expect(clockOf(schoolPlace, [born('2005-01-01'), inCare('2023-06-12')], '2023-07-01')).toEqual([])
    expect(clockOf(schoolPlace, [born('2002-01-01'), inCare('2012-06-12')], '2012-07-01')).toEqual([
      [null, null, 'not known'],
    ])
  })

  test('changed outside August and September is a change in the middle of a year', () => {
    const moved = get('cic-moved-school-mid-year')
    const first = onRoll('2020-09-03', '2023-02-10')
    const second = (startedOn: string) => onRoll(startedOn, null, { school: 'Quay School' })
    expect(verdictsIn(moved, [...twelve, first, second('2023-02-20')], '2023-06')).toEqual(['1'])
    expect(verdictsIn(moved, [...twelve, onRoll('2020-09-03', '2022-07-22'), second('2022-09-05')], '2023-06')).toEqual(
      ['0'],
    )
    expect(verdictsIn(moved, [...twelve, first, onRoll('2023-02-20')], '2023-06')).toEqual(['0'])
    const beforeCare = [born('2011-03-03'), inCare('2023-03-01'), first, second('2023-02-20')]
    expect(verdictsIn(moved, beforeCare, '2023-06')).toEqual(['0'])
  })

  test('a pupil who stays away is reported by the tenth school day, the first day away being the first', () => {
    const away = [...twelve, recorded(ContinuousAbsence, { school, startedOn: '2023-06-05', reportedOn: '2023-06-19' })]
    expect(clockOf(absenceReported, away, '2023-07-01')).toEqual([['2023-06-16', '2023-06-19', 'late']])
  })
})

describe('what follows school', () => {
  const neet = get('cic-neet')
  const sixteen = [born('2006-11-05'), inCare('2021-01-04')]
  const does = (activity: string, more = {}) =>
    recorded(EducationActivity, { startedOn: '2023-07-01', activity, ...more })
  test.each([
    ['in none', [...sixteen, does('not-in-eet', { whyNot: 'waiting-course' })], ['1']],
    ['at college', [...sixteen, does('college')], ['0']],
    ['a place for September', [...sixteen, does('place-waiting')], ['0']],
    ['in custody', [...sixteen, does('custody')], ['0']],
    ['not known', [...sixteen, does('not-known')], ['?']],
    ['nothing recorded', sixteen, ['?']],
    ['nothing recorded but a roll', [...sixteen, onRoll('2021-09-03')], ['0']],
    ['16 and still in year 11', [born('2007-09-01'), inCare('2021-01-04'), does('not-in-eet')], []],
  ])('%s', (_, known, expected) => {
    expect(verdictsIn(neet, known, '2023-09')).toEqual(expected)
  })

  test('as the nation counts it, not known is with them and custody with nobody', () => {
    const either = get('cic-neet-or-not-known')
    expect(verdictsIn(either, sixteen, '2023-09')).toEqual(['1'])
    expect(verdictsIn(either, [...sixteen, does('custody')], '2023-09')).toEqual([])
    expect(verdictsIn(get('cic-in-education-or-training-16-17'), [...sixteen, does('work')], '2023-09')).toEqual(['0'])
    expect(verdictsIn(get('cic-activity-known-16-17'), [...sixteen, does('not-known')], '2023-09')).toEqual(['0'])
  })

  test('an offer for September is made by the 30th, in year 11 and in year 12', () => {
    // Year 11 ended in summer 2023.
    const offered = recorded(SeptemberOffer, { what: 'Bricklaying', offeredOn: '2023-05-02' })
    expect(clockOf(septemberOffer, [...sixteen, offered], '2024-02-01')).toEqual([
      ['2023-09-30', '2023-05-02', 'in time'],
      ['2024-09-30', null, 'due'],
    ])
    // A place that goes on is as good as an offer.
    expect(clockOf(septemberOffer, [...sixteen, does('college')], '2023-10-01')).toEqual([
      ['2023-09-30', '2023-07-01', 'in time'],
    ])
    expect(clockOf(septemberOffer, sixteen, '2023-10-01')).toEqual([['2023-09-30', null, 'overdue']])
  })
})
