import { beforeAll, describe, expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { madeIn } from '../../test/support/made-children.ts'
import { areas } from '../areas/index.ts'
import { countSubject } from '../core/counting/count.ts'
import { looked, planLists } from '../core/counting/plan.ts'
import { type KnownRecord, subjectRecords } from '../core/counting/records.ts'
import { type CountedFigure, figureOf, tally } from '../core/counting/tally.ts'
import { parsePeriod } from '../core/dates/period.ts'
import { recordTypesOf } from '../core/definitions/catalogue.ts'
import type { RecordId, SubjectId } from '../core/definitions/field.ts'
import { validate } from '../core/record/validate.ts'
import { fosteringOf } from '../synthetic/fostering.ts'
import { outreachOf } from '../synthetic/outreach.ts'
import { ownHomesOf } from '../synthetic/own-homes.ts'
import { searchesOf } from '../synthetic/placement-searches.ts'
import { demonstrationSize } from './exampleshire.ts'

const types = recordTypesOf(areas)

/** The made-up fostering of the demonstration, by whom or what it is about; and every fault of what anybody may write. */
function madeFostering() {
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
  for (const one of [
    fosteringOf(made, wanted),
    ownHomesOf(made, wanted),
    outreachOf(made, wanted),
    searchesOf(made, wanted),
  ])
    for (const [key, rows] of one.all) {
      const type = types.get(key)
      if (type === undefined) throw new Error(`There is no record type ${key}`)
      for (const row of rows) {
        const subjects = Object.fromEntries(
          Object.entries(row.subjects).map(([role, some]) => [role, some.map(numberOf)] as const),
        )
        const content = {
          subjects,
          links: Object.fromEntries(Object.keys(type.links).map((link) => [link, null])),
          fields: row.fields,
        }
        faults.push(...validate(type, content, wanted.until))
        const record = { record: ++last as RecordId, type: key, content }
        for (const subject of new Set(Object.values(subjects).flat()))
          known.set(subject, [...(known.get(subject) ?? []), record])
      }
    }
  return { known, faults }
}

function figures(known: ReadonlyMap<SubjectId, readonly KnownRecord[]>, month: string) {
  const wanted = areas.filter(({ key }) => ['fostering', 'childrens-homes', 'edge-of-care'].includes(key))
  const found = new Map<string, CountedFigure>()
  for (const list of planLists(wanted.flatMap(({ indicators }) => indicators))) {
    const period = looked(list, parsePeriod(month), demonstrationUntil, calendar)
    const members = [...known].flatMap(([subject, records]) =>
      countSubject(list, subjectRecords(subject, records, list.reads), [period], calendar),
    )
    for (const counting of list.countings)
      found.set(
        counting.indicator.key,
        figureOf(
          counting.indicator,
          tally(
            counting,
            members.map((member) => ({ ...member, members: 1 })),
          ),
          undefined,
        ),
      )
  }
  return found
}

const demonstrationUntil = madeIn(demonstrationSize).wanted.until

describe('the fostering of a made-up authority', () => {
  let made: ReturnType<typeof madeFostering>
  let september: ReturnType<typeof figures>
  beforeAll(() => {
    made = madeFostering()
    september = figures(made.known, '2023-09')
  })

  test('has only records that anybody may write', () => expect(made.faults).toEqual([]))

  /** How far the demonstration's figure may be from what Dorset published for September 2023. */
  test.each([
    ['foster-carers-month-end', 169, 17],
    ['mainstream-carers', 110, 3],
    ['connected-carers', 55, 15],
    ['households-recruited-mainstream', 0, 2],
    ['households-deregistered-mainstream', 3, 3],
    ['foster-carer-applicants-in-assessment-mainstream', 14, 2],
    ['foster-carer-visits-up-to-date', 85.8, 6],
    ['fostering-utilisation-rate-mainstream', 1.04, 0.25],
    ['foster-carer-allegations-last-12-months', 19, 8],
    ['foster-carer-allegations-substantiated', 0, 1],
  ])('comes near what was published: %s', (key, published, within) => {
    expect(Math.abs((september.get(key)?.value ?? Number.NaN) - published)).toBeLessThanOrEqual(within)
  })
})
