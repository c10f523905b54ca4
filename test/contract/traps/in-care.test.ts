import { describe, expect, it } from 'vitest'
import { Episode } from '../../../src/areas/children-in-care/episodes.ts'
import { HealthAssessment } from '../../../src/areas/children-in-care/health.ts'
import { careReviews } from '../../../src/areas/children-in-care/review-clock.ts'
import { CareReview, CareVisit } from '../../../src/areas/children-in-care/reviews-and-visits.ts'
import { careVisits } from '../../../src/areas/children-in-care/visit-clock.ts'
import { workLists } from '../../../src/areas/children-in-care/work-lists.ts'
import { healthAssessments } from '../../../src/areas/health-of-children-in-care/timescales.ts'
import { areas } from '../../../src/areas/index.ts'
import { Person } from '../../../src/areas/people/person.ts'
import type { Indicator } from '../../../src/core/definitions/indicator.ts'
import { clockOf, recorded, verdictsIn } from '../../support/one-child.ts'

// Where others have gone wrong about clocks of children in care, each with what the law says. docs/traps.md lists them all, and where each is asked.

const indicatorOf = (key: string): Indicator => {
  const found = areas.flatMap(({ indicators }) => indicators).find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no indicator ${key}`)
  return found
}
type Given = Parameters<typeof recorded>[1]
const care = (startedOn: string, given: Given = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'C2', placement: 'U6', provider: 'PR1', ...given })
const moved = (endedOn: string) => ({ endedOn, reasonEnded: 'X1' })
const born = (bornOn: string) => recorded(Person, { bornOn })
const visit = (visitedOn: string, seen = 'yes') => recorded(CareVisit, { visitedOn, kind: 'statutory', seen })
const review = (heldOn: string, participation: string | null = 'PN1') => recorded(CareReview, { heldOn, participation })
const assessed = (assessedOn: string, given: Given = {}) =>
  recorded(HealthAssessment, { assessedOn, kind: 'review', attendance: 'done', ...given })
type Records = readonly ReturnType<typeof recorded>[]

describe('30. visits', () => {
  const at = (on: string, ...known: Records) => clockOf(careVisits, known, on)

  it('begin anew with every placement, and not with another legal status or the same carer elsewhere', () => {
    const home = care('2023-01-02', moved('2023-02-01'))
    expect(at('2023-02-05', home, care('2023-02-01', { reasonStarted: 'P' }), visit('2023-01-05'))).toEqual([
      ['2023-01-09', '2023-01-05', 'in time'],
      ['2023-02-16', null, 'not required'],
      ['2023-02-08', null, 'due'],
    ])
    for (const reasonStarted of ['L', 'T'])
      expect(at('2023-02-05', home, care('2023-02-01', { reasonStarted }), visit('2023-01-05'))).toHaveLength(2)
  })

  it('change their interval on the anniversary, for the next one only, in a home meant to last', () => {
    const lasting = { placement: 'U4' }
    const due = (on: string, visitedOn: string, given: Given = lasting) =>
      at(on, care('2022-01-03', given), visit('2022-01-04'), visit(visitedOn)).at(-1)?.[0]
    expect(due('2023-01-10', '2023-01-02')).toBe('2023-02-13')
    expect(due('2023-01-10', '2023-01-03')).toBe('2023-04-03')
    expect(due('2023-01-10', '2023-01-03', {})).toBe('2023-02-14')
  })

  it('at home: weekly until the first review under an interim order, then every four weeks; and from the day of the care order anew', () => {
    const interim = care('2023-01-02', { legalStatus: 'C1', placement: 'P1', provider: 'PR0', ...moved('2023-03-01') })
    const order = care('2023-03-01', { reasonStarted: 'L', placement: 'P1', provider: 'PR0' })
    const clocks = at(
      '2023-03-07',
      interim,
      order,
      review('2023-01-25'),
      ...['2023-01-09', '2023-01-16', '2023-01-23', '2023-01-30', '2023-02-27'].map((day) => visit(day)),
    )
    expect(clocks.map(([due]) => due)).toEqual([
      ...['2023-01-09', '2023-01-16', '2023-01-23', '2023-01-30', '2023-02-27', '2023-03-27'],
      '2023-03-08',
    ])
  })

  it('at which the child was not seen are none', () => {
    expect(at('2023-01-12', care('2023-01-02'), visit('2023-01-05', 'no'))).toEqual([['2023-01-09', null, 'overdue']])
  })
})

describe('31. a late first review', () => {
  it('moves the second: three months from the day on which the first really was', () => {
    expect(
      clockOf(careReviews, [care('2023-01-03'), review('2023-02-20'), review('2023-05-20')], '2023-06-01'),
    ).toEqual([
      ['2023-01-31', '2023-02-20', 'late'],
      ['2023-05-20', '2023-05-20', 'in time'],
      ['2023-11-20', null, 'due'],
    ])
  })
})

describe('32. reviews in time', () => {
  const [ofChildren, ofReviews] = [indicatorOf('cic-reviews-in-time'), indicatorOf('reviews-held-in-time')]

  it('are counted of children and of reviews: one that is overdue and was not held is seen by the first alone', () => {
    const known = [born('2012-05-04'), care('2023-01-03'), review('2023-01-20')]
    expect(verdictsIn(ofReviews, known, '2023-06')).toEqual(['1'])
    expect(verdictsIn(ofChildren, known, '2023-03')).toEqual(['1'])
    expect(verdictsIn(ofChildren, known, '2023-06')).toEqual(['0'])
  })

  it('and what is overdue has a work list', () => {
    expect(workLists.map(({ timescale }) => timescale)).toContain(careReviews)
  })
})

describe('33. health assessments', () => {
  const inYear = indicatorOf('annual-health-assessment-on-time-12-months-plus')
  const first = indicatorOf('iha-within-20-days')

  it('of a child under 5 are two, one in each half of the year', () => {
    const little = [born('2020-02-01'), care('2022-01-03')]
    expect(verdictsIn(inYear, [...little, assessed('2023-06-01')], '2023-09')).toEqual(['0'])
    expect(verdictsIn(inYear, [...little, assessed('2022-12-01'), assessed('2023-06-01')], '2023-09')).toEqual(['1'])
  })

  it('change their interval on the fifth birthday, for the next one only', () => {
    const due = (bornOn: string) =>
      clockOf(
        healthAssessments,
        [born(bornOn), care('2022-01-03'), assessed('2022-01-20', { kind: 'initial' })],
        '2022-03-01',
      ).at(-1)?.[0]
    expect(due('2017-01-21')).toBe('2022-07-20')
    expect(due('2017-01-20')).toBe('2023-01-20')
  })

  it('that were refused were not done', () => {
    const known = [born('2012-02-01'), care('2021-01-04'), assessed('2023-06-01', { attendance: 'refused' })]
    expect(verdictsIn(inYear, known, '2023-09')).toEqual(['0'])
  })

  it('are not asked of a child who left before the 20th working day', () => {
    const came = (ended: string) => [born('2012-02-01'), care('2023-06-01', { endedOn: ended, reasonEnded: 'E4A' })]
    expect(verdictsIn(first, came('2023-06-28'), '2023-06')).toEqual([])
    expect(verdictsIn(first, came('2023-06-29'), '2023-06')).toEqual(['0'])
  })
})

describe('35. taking part in reviews', () => {
  const took = indicatorOf('cic-review-participation')
  const known = (participation: string | null, heldOn = '2023-06-01') => [
    born('2019-06-01'),
    care('2022-01-03'),
    review(heldOn, participation),
  ]

  it('is asked from the fourth birthday on, by the day of the review', () => {
    expect(verdictsIn(took, known('PN7', '2023-05-31'), '2023-09')).toEqual([])
    expect(verdictsIn(took, known('PN7', '2023-06-01'), '2023-09')).toEqual(['0'])
    expect(verdictsIn(took, known('PN0', '2023-06-01'), '2023-09')).toEqual([])
  })

  it('is not done by being there without a view, and what is not known stays in the total', () => {
    expect(verdictsIn(took, known('PN4'), '2023-09')).toEqual(['0'])
    expect(verdictsIn(took, known(null), '2023-09')).toEqual(['?'])
    expect(took.counts?.whenNotKnown).toBe('stays')
  })
})
