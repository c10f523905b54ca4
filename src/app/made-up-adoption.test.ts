import { describe, expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { figuresOfMade, madeIn, published } from '../../test/support/made-children.ts'
import { areas } from '../areas/index.ts'
import { countSubject } from '../core/counting/count.ts'
import { looked, planLists } from '../core/counting/plan.ts'
import { type KnownRecord, subjectRecords } from '../core/counting/records.ts'
import { figureOf, tally } from '../core/counting/tally.ts'
import { parsePeriod } from '../core/dates/period.ts'
import { recordTypesOf } from '../core/definitions/catalogue.ts'
import type { RecordId, SubjectId } from '../core/definitions/field.ts'
import { validate } from '../core/record/validate.ts'
import { adoptersOf } from '../synthetic/adopters.ts'
import { demonstrationSize } from './exampleshire.ts'

const types = recordTypesOf(areas)

/** The made-up households who want to adopt, and every fault of what anybody may write. */
function madeAdopters() {
  const { made, wanted } = madeIn(demonstrationSize)
  const numbers = new Map<string, SubjectId>()
  const numberOf = (identifier: string): SubjectId => {
    const number = numbers.get(identifier) ?? ((numbers.size + 1) as SubjectId)
    numbers.set(identifier, number)
    return number
  }
  const known = new Map<SubjectId, KnownRecord[]>()
  const faults: unknown[] = []
  let last = 0
  for (const [key, rows] of adoptersOf(made, wanted).all) {
    const type = types.get(key)
    if (type === undefined) throw new Error(`There is no record type ${key}`)
    for (const { subjects: named, fields } of rows) {
      const subjects = Object.fromEntries(
        Object.entries(named).map(([role, some]) => [role, some.map(numberOf)] as const),
      )
      const content = { subjects, links: {}, fields }
      faults.push(...validate(type, content, wanted.until))
      for (const subject of new Set(Object.values(subjects).flat()))
        known.set(subject, [...(known.get(subject) ?? []), { record: ++last as RecordId, type: key, content }])
    }
  }
  return { known, faults, until: wanted.until }
}

describe('adoption in a made-up authority', () => {
  const { known, faults, until } = madeAdopters()
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
