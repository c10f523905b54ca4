import { beforeAll, describe, expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { madeIn } from '../../test/support/made-children.ts'
import { knownOf } from '../../test/support/made-known.ts'
import { areas } from '../areas/index.ts'
import { countSubject } from '../core/counting/count.ts'
import { looked, planLists } from '../core/counting/plan.ts'
import { type KnownRecord, subjectRecords } from '../core/counting/records.ts'
import { type CountedFigure, figureOf, tally } from '../core/counting/tally.ts'
import { parsePeriod } from '../core/dates/period.ts'
import type { SubjectId } from '../core/definitions/field.ts'
import { fosteringOf } from '../synthetic/fostering.ts'
import { outreachOf } from '../synthetic/outreach.ts'
import { ownHomesOf } from '../synthetic/own-homes.ts'
import { searchesOf } from '../synthetic/placement-searches.ts'
import { demonstrationSize } from './exampleshire.ts'

/** The made-up fostering of the demonstration. */
function madeFostering() {
  const { made, wanted } = madeIn(demonstrationSize)
  const all = [fosteringOf(made, wanted), ownHomesOf(made, wanted), outreachOf(made, wanted), searchesOf(made, wanted)]
  return knownOf(all, wanted.until)
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
