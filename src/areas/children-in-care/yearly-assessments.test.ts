import { describe, expect, it } from 'vitest'
import { clockOf, onList, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Person } from '../people/person.ts'
import { Episode } from './episodes.ts'
import {
  assessedYearly,
  ChildAndFamilyAssessment,
  yearlyAssessmentList,
  yearlyAssessments,
} from './yearly-assessments.ts'

type Known = ReturnType<typeof recorded>

const born = recorded(Person, { bornOn: '2012-05-01' })
const inCare = recorded(Episode, { startedOn: '2022-03-01', reasonStarted: 'S', legalStatus: 'C2', placement: 'U6' })
const assessed = (completedOn: string | null, startedOn = '2021-06-01') =>
  recorded(ChildAndFamilyAssessment, { startedOn, completedOn, why: 'yearly' })

describe('a child in care is assessed every year', () => {
  const on = (day: string, ...known: Known[]) => {
    const { needs } = onList(yearlyAssessmentList, [born, inCare, ...known], day)
    return needs.map(({ isNow, days }) => [isNow, days])
  }

  it('and is overdue on the list 12 months after the last, from the day after', () => {
    const last = assessed('2022-09-05')
    expect(on('2023-09-05', last)).toEqual([[false, 0]])
    expect(on('2023-09-06', last)).toEqual([[true, 1]])
    expect(on('2023-09-06', last, assessed(null, '2023-08-01'))).toEqual([[true, 1]])
    expect(on('2023-09-06', last, assessed('2023-09-06', '2023-08-01'))).toEqual([[false, -366]])
  })

  it('counted from the last before coming into care, and from coming into care where there was none', () => {
    const clock = (...known: Known[]) => clockOf(yearlyAssessments, [inCare, ...known], '2022-12-31')
    expect(clock(assessed('2022-01-20'))).toEqual([['2023-01-20', null, 'due']])
    expect(clock(assessed('2020-01-20', '2019-12-01'))).toEqual([['2022-03-01', null, 'overdue']])
    expect(clock()).toEqual([['2023-03-01', null, 'due']])
  })

  it('and the figure has those of whom none is overdue', () => {
    const figure = (period: string, ...known: Known[]) => verdictsIn(assessedYearly, [born, inCare, ...known], period)
    expect(figure('2023-02')).toEqual(['1'])
    expect(figure('2023-03')).toEqual(['0'])
    expect(figure('2023-03', assessed('2023-03-20', '2023-02-01'))).toEqual(['1'])
    expect(figure('2023-03', assessed('2023-04-01', '2023-02-01'))).toEqual(['0'])
  })
})
