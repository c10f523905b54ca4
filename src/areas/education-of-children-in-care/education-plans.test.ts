import { describe, expect, test } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { educationOfChildrenInCare } from './index.ts'
import { firstPlanBegun, firstPlanCompleted, termlyPlan } from './plan-timescales.ts'

const get = (key: string): Indicator => {
  const found = educationOfChildrenInCare.indicators.find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return found
}
const plan = (begunOn: string, completedOn?: string, more = {}) =>
  recorded(PersonalEducationPlan, { begunOn, ...(completedOn === undefined ? {} : { completedOn }), ...more })

describe('the first plan', () => {
  const first = get('pep-within-20-days')
  const begun = get('pep-begun-within-10-days')
  const ten = born('2013-03-03')

  // Monday 3 July 2023: working day 10 is 17 July, working day 20 is 31 July, in the holidays, through which the days run on.
  test.each([
    ['completed on working day 20', [ten, inCare('2023-07-03'), plan('2023-07-10', '2023-07-31')], ['1']],
    ['completed on working day 21', [ten, inCare('2023-07-03'), plan('2023-07-10', '2023-08-01')], ['0']],
    ['begun and not completed', [ten, inCare('2023-07-03'), plan('2023-07-10')], ['0']],
    ['none on record', [ten, inCare('2023-07-03')], ['0']],
    ['left before day 20', [ten, inCare('2023-07-03', '2023-07-28')], []],
    ['left on day 20', [ten, inCare('2023-07-03', '2023-07-31')], ['0']],
    ['only the plan of an earlier time in care', [ten, plan('2022-07-10', '2022-07-10'), inCare('2023-07-03')], ['0']],
  ])('%s', (_, known, expected) => {
    expect(verdictsIn(first, known, '2023-07')).toEqual(expected)
  })

  test('is asked from the term after the third birthday', () => {
    // Three on 31 March, so old enough on 1 April; three on 1 April, and not before 1 September.
    expect(verdictsIn(first, [born('2020-03-31'), inCare('2023-05-02')], '2023-05')).toEqual(['0'])
    expect(verdictsIn(first, [born('2020-04-01'), inCare('2023-05-02')], '2023-05')).toEqual([])
    expect(verdictsIn(first, [inCare('2023-05-02')], '2023-05')).toEqual(['!'])
  })

  test('is begun by the tenth working day, by the guidance, whatever the authority measures', () => {
    const late = [ten, inCare('2023-07-03'), plan('2023-07-18', '2023-07-20')]
    expect(verdictsIn(begun, late, '2023-07')).toEqual(['0'])
    expect(verdictsIn(first, late, '2023-07')).toEqual(['1'])
    expect(clockOf(firstPlanBegun, late, '2023-08-31')).toEqual([['2023-07-17', '2023-07-18', 'late']])
    expect(clockOf(firstPlanCompleted, late, '2023-08-31')).toEqual([['2023-07-31', '2023-07-20', 'in time']])
    expect(clockOf(firstPlanBegun, [ten, inCare('2023-07-03')], '2023-07-12')).toEqual([['2023-07-17', null, 'due']])
    expect(clockOf(firstPlanBegun, [born('2022-01-01'), inCare('2023-07-03')], '2023-07-12')).toEqual([
      [null, null, 'not required'],
    ])
    expect(clockOf(firstPlanBegun, [born('2035-01-01'), inCare('2039-07-03')], '2040-01-31')).toEqual([
      [null, null, 'not known'],
    ])
  })
})

describe('the plan of the term', () => {
  const termly = get('pep-termly-on-time')
  const nine = born('2014-02-02')

  // The summer term of 2022/23 ran from 17 April to 21 July.
  test.each([
    ['on its last day', [nine, inCare('2021-01-04'), plan('2023-07-21', '2023-07-21')], ['1']],
    ['in the holidays after it', [nine, inCare('2021-01-04'), plan('2023-07-21', '2023-07-24')], ['0']],
    ['in the holidays before it', [nine, inCare('2021-01-04'), plan('2023-04-13', '2023-04-13')], ['0']],
    [
      'two in the term',
      [nine, inCare('2021-01-04'), plan('2023-05-02', '2023-05-02'), plan('2023-07-03', '2023-07-03')],
      ['1'],
    ],
    ['none', [nine, inCare('2021-01-04')], ['0']],
    ['left care in the term', [nine, inCare('2021-01-04', '2023-07-20'), plan('2023-05-02', '2023-05-02')], []],
    ['in care for 10 working days of it', [nine, inCare('2023-07-10')], ['0']],
    ['in care for 9 working days of it', [nine, inCare('2023-07-11')], []],
    ['in year 13', [born('2005-08-01'), inCare('2021-01-04')], ['0']],
    ['not yet old enough', [born('2020-04-17'), inCare('2021-01-04')], []],
  ])('%s', (_, known, expected) => {
    expect(verdictsIn(termly, known, '2023-07')).toEqual(expected)
  })

  test('has a figure only in a month in which a term ends', () => {
    expect(verdictsIn(termly, [nine, inCare('2021-01-04')], '2023-06')).toEqual([])
  })

  test('is due by the last day of term; a plan of the holidays is late, and stands for no other term', () => {
    const known = [nine, inCare('2023-04-17'), plan('2023-07-25', '2023-07-25')]
    expect(clockOf(termlyPlan, known, '2023-07-24')).toEqual([['2023-07-21', null, 'overdue']])
    expect(clockOf(termlyPlan, known, '2023-10-01')).toEqual([
      ['2023-07-21', '2023-07-25', 'late'],
      ['2023-12-15', null, 'due'],
    ])
    expect(clockOf(termlyPlan, [nine, inCare('2023-09-01')], '2024-01-03')).toEqual([
      ['2023-12-15', null, 'missed'],
      ['2024-03-28', null, 'due'],
    ])
  })

  test('is not due of who came too late in it, and leaves off at 18', () => {
    expect(clockOf(termlyPlan, [nine, inCare('2023-07-11')], '2023-07-31')).toEqual([[null, null, 'not required']])
    const adultInTerm = [born('2005-06-01'), inCare('2023-04-17')]
    expect(clockOf(termlyPlan, adultInTerm, '2023-07-31')).toEqual([['2023-07-21', null, 'not required']])
  })
})

describe('how good plans are', () => {
  test('counts plans, and leaves out those that nobody has looked at', () => {
    const known = [
      born('2010-05-05'),
      inCare('2020-01-06'),
      plan('2023-09-11', '2023-09-12', { checkedOn: '2023-09-20', grade: 'good' }),
      plan('2023-09-13', '2023-09-14', { checkedOn: '2023-10-02', grade: 'poor' }),
      plan('2023-09-15', '2023-09-18', { checkedOn: '2023-09-29', grade: 'poor' }),
      plan('2023-07-15', '2023-07-18', { checkedOn: '2023-07-29', grade: 'good' }),
    ]
    expect(verdictsIn(get('pep-good-or-better'), known, '2023-09')).toEqual(['1', '?', '0'])
  })
})
