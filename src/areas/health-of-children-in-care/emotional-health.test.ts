import { describe, expect, test } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { daysIn, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { StrengthsAndDifficulties } from '../children-in-care/health.ts'
import { healthOfChildrenInCare } from './index.ts'

const get = (key: string): Indicator => {
  const found = healthOfChildrenInCare.indicators.find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return found
}
const form = (completedOn: string, score: number | null, noScoreReason: string | null = null) =>
  recorded(StrengthsAndDifficulties, { completedOn, score, noScoreReason })
const nine = [born('2014-02-02'), inCare('2021-01-04')]

describe('the strengths and difficulties questionnaire', () => {
  const completed = get('sdq-completed-4-16')
  const average = get('sdq-average-score-4-16')

  test.each([
    ['a score of 0', [...nine, form('2023-05-05', 0)], ['1']],
    ['no score, because of a disability', [...nine, form('2023-05-05', null, 'SDQ3')], ['0']],
    ['exactly 12 months old', [...nine, form('2022-09-30', 12)], ['1']],
    ['13 months old', [...nine, form('2022-08-30', 12)], ['0']],
    ['none', nine, ['0']],
    ['4 on the last day', [born('2019-09-30'), inCare('2021-01-04')], ['0']],
    ['4 the day after', [born('2019-10-01'), inCare('2021-01-04')], []],
    [
      '17 on the last day, with a score from before',
      [born('2006-09-30'), inCare('2021-01-04'), form('2023-05-05', 9)],
      [],
    ],
    ['17 the day after', [born('2006-10-01'), inCare('2021-01-04'), form('2023-05-05', 9)], ['1']],
    ['in care for less than 12 months', [born('2014-02-02'), inCare('2022-10-01'), form('2023-05-05', 9)], []],
  ])('%s', (_, known, expected) => {
    expect(verdictsIn(completed, known, '2023-09')).toEqual(expected)
  })

  test('averages the latest score of each child; 0 is one, and a missing one is not', () => {
    expect(daysIn(average, [...nine, form('2023-01-05', 20), form('2023-05-05', 0)], '2023-09')).toEqual([0])
    // The latest form has no score: the one before it stands.
    expect(daysIn(average, [...nine, form('2023-01-05', 20), form('2023-05-05', null, 'SDQ5')], '2023-09')).toEqual([
      20,
    ])
    expect(verdictsIn(average, nine, '2023-09')).toEqual(['?'])
  })

  test('is of concern from 17', () => {
    const concern = get('sdq-of-concern-4-16')
    expect(verdictsIn(concern, [...nine, form('2023-05-05', 17)], '2023-09')).toEqual(['1'])
    expect(verdictsIn(concern, [...nine, form('2023-05-05', 16)], '2023-09')).toEqual(['0'])
    expect(verdictsIn(concern, nine, '2023-09')).toEqual(['?'])
  })
})
