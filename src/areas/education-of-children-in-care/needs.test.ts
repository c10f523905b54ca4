import { describe, expect, test } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { another, cutIn, onList, recorded, saysOf, verdictsIn } from '../../../test/support/one-child.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import { Allocation } from '../organisation/allocation.ts'
import { AbsenceUnderstood, SchoolAttendance } from './attendance.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { SchoolEnrolment } from './enrolments.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { fortnightBefore } from './fortnight.ts'
import { educationOfChildrenInCare } from './index.ts'
import { SchoolResults } from './results.ts'

const { indicators, workLists = [] } = educationOfChildrenInCare
const figure = (key: string) => get(indicators, key)
const list = (key: string) => get(workLists, key)
function get<One extends { readonly key: string }>(all: readonly One[], key: string): One {
  const found = all.find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return found
}

const school = 'Harbour School'
const onRoll = (location: string, more = {}) =>
  recorded(SchoolEnrolment, { school, startedOn: '2022-09-01', status: 'C', location, ...more })
const twelve = [born('2011-03-03'), inCare('2021-01-04')]
const attended = (fromOn: string, throughOn: string, possible: number, there: number, more = {}) =>
  recorded(SchoolAttendance, { school, fromOn, throughOn, possible, attended: there, ...more })
const plan = (begunOn: string, more = {}) => recorded(PersonalEducationPlan, { begunOn, ...more })

describe('attendance of the last two weeks', () => {
  const fortnight = list('attendance-of-the-fortnight')
  const on = '2023-10-04'

  test('are two whole weeks before the day, whichever day of the week it is', () => {
    const days = (day: string) => Object.values(fortnightBefore(plainDate(day))).map(toText)
    expect(days('2023-10-04')).toEqual(['2023-09-18', '2023-10-02'])
    expect(days('2023-10-02')).toEqual(['2023-09-18', '2023-10-02'])
    expect(days('2023-10-01')).toEqual(['2023-09-11', '2023-09-25'])
  })

  test('stand beside the two weeks before them and the year, with school and phase', () => {
    const known = [
      ...[...twelve, onRoll('IN'), attended('2023-09-04', '2023-09-15', 20, 20)],
      ...[attended('2023-09-18', '2023-09-22', 10, 5), attended('2023-09-25', '2023-09-29', 10, 7)],
    ]
    expect(saysOf(fortnight, known, on)).toEqual([
      { now: 60, before: 100, change: -40, year: 80, schoolYear: 'Year 8', phase: 'Secondary', school },
    ])
    expect(onList(fortnight, known, on).needs).toMatchObject([
      { isNow: false, holding: { why: '8 of 20 sessions missed' } },
    ])
  })

  test('are not known without a register of them, and nothing is asked in the holidays', () => {
    const before = [...twelve, onRoll('IN'), attended('2023-09-04', '2023-09-15', 20, 20)]
    expect(onList(fortnight, before, on)).toMatchObject({ needs: [], unknown: [{}] })
    expect(onList(fortnight, before, '2023-08-21')).toEqual({ needs: [], unknown: [] })
  })

  test('put whoever missed most first, and of those alike whoever fell furthest', () => {
    const at = (then: number, now: number) =>
      onList(
        fortnight,
        [...twelve, attended('2023-09-04', '2023-09-15', 20, then), attended('2023-09-18', '2023-09-29', 20, now)],
        on,
      ).needs[0]?.gravity ?? 0
    expect(at(20, 10)).toBeGreaterThan(at(12, 10))
    expect(at(12, 10)).toBeGreaterThan(at(20, 11))
  })
})

describe('attendance below the threshold', () => {
  const below = list('attendance-below-threshold')
  const known = [...twelve, onRoll('IN'), attended('2023-09-04', '2023-09-29', 40, 20)]
  const understood = (more = {}) =>
    recorded(AbsenceUnderstood, { agreedOn: '2023-09-11', cause: 'bullying', action: 'A mentor', ...more })

  test('has a coded cause and the agreed step; without either it says so', () => {
    expect(saysOf(below, known, '2023-10-04')).toMatchObject([
      { cause: 'Nobody has written down why', step: 'Nothing agreed', action: null },
    ])
    expect(saysOf(below, [...known, understood({ lookAgainOn: '2023-10-04' })], '2023-10-04')).toMatchObject([
      { cause: 'Bullied, or feels unsafe at school', step: 'Agreed', action: 'A mentor', lookAgainOn: '2023-10-04' },
    ])
    expect(saysOf(below, [...known, understood({ lookAgainOn: '2023-10-03' })], '2023-10-04')).toMatchObject([
      { step: 'To be looked at again' },
    ])
    expect(saysOf(below, [...known, understood({ endedOn: '2023-10-01' })], '2023-10-04')).toMatchObject([
      { step: 'Nothing agreed' },
    ])
  })
  test('counts the causes on the dashboard, and who has no agreed step', () => {
    const { cause, step } = below.columns ?? {}
    expect([cause?.onDashboard, step?.onDashboard]).toEqual([true, true])
  })
})

describe('the marks of children below a target', () => {
  const marks = list('below-a-target-at-school')
  const fine = [...twelve, onRoll('IN'), attended('2023-09-04', '2023-09-29', 40, 36)]
  const of = (...more: typeof fine) => saysOf(marks, [...fine, ...more], '2023-10-04')

  test('are none for whoever reaches them', () => {
    expect(of(plan('2023-09-20', { progress: 'expected' }))).toEqual([])
    // A suspension of last year is not of this one; one that was cancelled is none.
    expect(of(recorded(Suspension, { school, startedOn: '2023-07-03', sessions: 2 }))).toEqual([])
    expect(
      of(recorded(Suspension, { school, startedOn: '2023-09-12', sessions: 2, cancelledOn: '2023-09-13' })),
    ).toEqual([])
  })
  test('stand for attendance, for progress and for being out of school', () => {
    const worse = attended('2023-10-02', '2023-10-03', 4, 2)
    expect(of(worse)).toMatchObject([
      { attendance: '86%, target 90%', progress: null, excluded: null, many: 'One mark' },
    ])
    expect(of(plan('2023-09-20', { progress: 'less' }))).toMatchObject([{ progress: 'Less than expected' }])
    const out = (day: string) => recorded(Suspension, { school, startedOn: day, sessions: 2 })
    expect(of(out('2023-09-12'), out('2023-09-19'), worse)).toMatchObject([
      { excluded: 'Suspended 2 times', many: 'Two marks' },
    ])
    expect(of(out('2023-09-12'), recorded(PermanentExclusion, { school, decidedOn: '2023-09-19' }))).toMatchObject([
      { excluded: 'Excluded' },
    ])
  })
})

describe('plans that are not good', () => {
  const notGood = list('education-plans-not-good')
  const graded = (grade: string, more = {}) =>
    plan('2023-06-05', { completedOn: '2023-06-05', checkedOn: '2023-06-20', grade, ...more })

  test('stand with what is to become better, and who sees to it', () => {
    const better = { toBetter: 'Targets that can be measured', betterBy: 'Designated teacher', betterOn: '2023-10-20' }
    expect(saysOf(notGood, [...twelve, graded('poor', better)], '2023-10-04')).toEqual([
      ...[
        {
          grade: 'poor',
          phase: 'Secondary',
          action: 'Somebody sees to it',
          owner: 'Designated teacher',
          by: '2023-10-20',
        },
      ],
    ])
    expect(saysOf(notGood, [...twelve, graded('poor', { toBetter: 'Targets' })], '2023-10-04')).toMatchObject([
      { action: 'Nobody sees to it', owner: null },
    ])
    expect(saysOf(notGood, [...twelve, graded('nearly-good')], '2023-10-04')).toMatchObject([
      { action: 'Nobody has said what must become better' },
    ])
    expect(saysOf(notGood, [...twelve, graded('good')], '2023-10-04')).toEqual([])
  })
  test('are counted by phase, after year 11 too', () => {
    const good = figure('pep-good-or-better')
    expect(cutIn(good, 'phase', [...twelve, graded('good')], '2023-07')).toEqual(['Secondary'])
    const seventeen = [born('2006-03-03'), inCare('2021-01-04')]
    expect(cutIn(good, 'phase', [...seventeen, graded('good')], '2023-07')).toEqual(['Post-16'])
  })
})

describe('results and suspensions by group', () => {
  const adviser = (startedOn: string, endedOn: string | null = null) =>
    recorded(Allocation, { role: 'virtual-school', startedOn, endedOn }, { worker: [another] })

  test('results are by the adviser whom the child had then', () => {
    const results = recorded(SchoolResults, { stage: 'KS4', resultsOn: '2023-08-24', attainment8: 30 })
    const known = [born('2007-01-03'), inCare('2021-01-04'), results]
    const attainment = figure('cic-attainment-8')
    expect(verdictsIn(attainment, known, '2023-09')).toEqual(['1'])
    expect(cutIn(attainment, 'adviser', [...known, adviser('2022-01-10', '2023-09-01')], '2023-09')).toEqual([
      `${another}`,
    ])
    expect(cutIn(attainment, 'adviser', [...known, adviser('2023-09-01')], '2023-09')).toEqual([null])
  })

  test('suspensions are by whether the school lies in or out of the area', () => {
    const suspensions = figure('cic-suspensions-academic-ytd')
    const out = recorded(Suspension, { school: ' harbour school', startedOn: '2023-09-12', sessions: 2 })
    expect(cutIn(suspensions, 'schoolLocation', [...twelve, onRoll('OUT'), out], '2023-09')).toEqual(['OUT'])
    expect(cutIn(suspensions, 'schoolLocation', [...twelve, onRoll('IN'), out], '2023-09')).toEqual(['IN'])
    const left = onRoll('OUT', { endedOn: '2023-07-20' })
    expect(cutIn(suspensions, 'schoolLocation', [...twelve, left, out], '2023-09')).toEqual([null])
  })
})
