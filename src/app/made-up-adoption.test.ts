import { describe, expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { figuresOfMade, madeIn, published } from '../../test/support/made-children.ts'
import { knownOf } from '../../test/support/made-known.ts'
import { areas } from '../areas/index.ts'
import { countSubject } from '../core/counting/count.ts'
import { looked, planLists } from '../core/counting/plan.ts'
import { subjectRecords } from '../core/counting/records.ts'
import { figureOf, tally } from '../core/counting/tally.ts'
import { parsePeriod } from '../core/dates/period.ts'
import { adoptersOf } from '../synthetic/adopters.ts'
import { demonstrationSize } from './exampleshire.ts'

describe('adoption in a made-up authority', () => {
  const { made, wanted } = madeIn(demonstrationSize)
  const { until } = wanted
  const { known, faults } = knownOf([adoptersOf(made, wanted)], until)
  const indicators = areas.find(({ key }) => key === 'adoption')?.indicators ?? []

  const counted = (indicator: string, month: string) => {
    const [list] = planLists(indicators.filter(({ key }) => key === indicator))
    const [counting] = list?.countings ?? []
    if (list === undefined || counting === undefined) throw new Error(indicator)
    const period = looked(list, parsePeriod(month), until, calendar)
    const members = [...known].flatMap(([subject, records]) =>
      countSubject(list, subjectRecords(subject, records, list.reads), [period], calendar),
    )
    const tallied = tally(
      counting,
      members.map((one) => ({ ...one, members: 1 })),
    )
    return figureOf(counting.indicator, tallied, undefined).value ?? Number.NaN
  }

  test('has only records of households that anybody may write', () => {
    expect(faults).toEqual([])
  })

  test.each([
    ['adoptive-families-approved-adm', 2],
    ['adoptive-families-in-assessment', 5],
  ])('as the demonstration, is near what was published: %s', (indicator, within) => {
    expect(Math.abs(counted(indicator, '2023-09') - published(indicator, '2023-09'))).toBeLessThanOrEqual(within)
  })

  test.each([
    ['children-adopted-last-12-months', 4],
    ['adoption-days-placement-order-to-match', 40],
    ['adoption-days-entering-care-to-moving-in', 60],
    ['adoption-placement-order-revocations-last-12-months', 3],
  ])('as the demonstration, is near what was published: %s', (indicator, within) => {
    const figure = figuresOfMade(demonstrationSize).get(indicator) ?? Number.NaN
    expect(Math.abs(figure - published(indicator, '2023-09'))).toBeLessThanOrEqual(within)
  })
})
