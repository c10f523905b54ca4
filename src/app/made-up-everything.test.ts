import { beforeAll, describe, expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { adviserRows, madeIn } from '../../test/support/made-children.ts'
import { knownOf } from '../../test/support/made-known.ts'
import { areas } from '../areas/index.ts'
import { Reader } from '../core/counting/reader.ts'
import type { KnownRecord } from '../core/counting/records.ts'
import { subjectRecords } from '../core/counting/records.ts'
import { readsOfWork, workOf } from '../core/counting/work-list.ts'
import type { SubjectId } from '../core/definitions/field.ts'
import { servicesOf } from '../synthetic/services.ts'
import { demonstrationSize } from './exampleshire.ts'

// Whoever tries the demonstration opens whatever there is: a record type, a clock or a work list of which it holds nothing looks broken. What may be empty
// stands here, with the reason; whatever is defined later is made up too (`src/synthetic`), or named here.

const family = 'the family that the demonstration has besides is written by hand, and has them'
const allocated = 'who works with whom is no part of an extract: the demonstration allocates it when all is loaded'

/** Record types of which no made-up child, household or home has any. */
const noneMade: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'parental-responsibility',
      'household-address',
      'person-address',
      'contact-detail',
      'important-person',
      'alert',
      'restriction',
      'case-note',
      'seen-and-heard',
      'first-known',
      'gender-identity',
    ].map((key) => [key, family] as const),
  ),
  'sexual-orientation': 'nobody makes up for somebody what only they may say',
  'confidential-household-address': 'an address that is hidden is hidden from those who try the demonstration too',
  'confidential-address': 'an address that is hidden is hidden from those who try the demonstration too',
  'confidential-contact-detail': 'an address that is hidden is hidden from those who try the demonstration too',
  'person-document': 'a document has a file, and an extract has none',
  'document-sent': 'a document has a file, and an extract has none',
  consent: 'is given for a document or a request that somebody makes',
  locality: allocated,
  allocation: allocated,
  'adoption-seal': 'is set by the adoption service for a person, never imported',
  'adoption-disruption': 'about one in thirty placements for adoption breaks down: none of those told of',
  'worker-away': allocated,
  'detained-or-in-hospital': 'nobody was detained or in hospital on their 16th birthday straight after care',
}

/** Work lists on which nobody stands on the last day: each has a clock that was met, and missed, before. */
const nobodyToday: Readonly<Record<string, string>> = {
  'worker-away-letters': allocated,
  'worker-away-without-cover': allocated,
  'ceasing-approvals': 'nobody of 16 or 17 is known to be about to leave care',
  'missing-now': 'nobody is missing on the last day',
  'missing-to-close': 'every time missing was closed when the child came back',
  'adoption-match-decisions': 'no panel met in the days before the last',
  'bed-and-breakfast-risk-assessments': 'all who are in bed and breakfast were assessed, some late',
  'suspensions-told': 'nobody is out of school on the last day',
  'education-while-suspended': 'nobody is out of school on the last day',
  'placements-outside-terms': 'no child came in an emergency in the days before the last',
}

/** Clocks that never ran. */
const neverRan: Readonly<Record<string, string>> = { 'worker-away-letter': allocated }

describe('the made-up authority of the demonstration', () => {
  let made: readonly (readonly [SubjectId, readonly KnownRecord[]])[]
  let faults: readonly unknown[]
  let until: ReturnType<typeof madeIn>['wanted']['until']
  let types: ReadonlySet<string>

  beforeAll(() => {
    const { made: children, wanted, records } = madeIn(demonstrationSize)
    until = wanted.until
    const services = servicesOf(children, { ...wanted, isKnown: () => true })
    types = new Set([records, ...services.map(({ all }) => all)].flatMap((one) => [...one.keys()]))
    const known = knownOf([{ all: records }, ...services, { all: adviserRows(children) }], until)
    made = [...known.known]
    faults = known.faults
  })

  test('has only records that anybody may write', () => expect(faults).toEqual([]))

  test('has records of every type, but for those of which there is a reason to have none', () => {
    const without = areas.flatMap(({ records = [] }) => records).filter(({ key }) => !types.has(key))
    expect(without.map(({ key }) => key).toSorted()).toEqual(Object.keys(noneMade).toSorted())
  })

  test('has a time at which each clock ran, but for those of which there is a reason', () => {
    const never = areas
      .flatMap(({ timescales = [] }) => timescales)
      .filter(
        (clock) =>
          !made.some(
            ([subject, known]) =>
              new Reader(subjectRecords(subject, known, clock.reads), calendar, until).clocks(clock).length > 0,
          ),
      )
    expect(never.map(({ key }) => key).toSorted()).toEqual(Object.keys(neverRan).toSorted())
  })

  test('has somebody on each work list, but for those on which there is a reason to have nobody on the day', () => {
    const empty = areas
      .flatMap(({ workLists = [] }) => workLists)
      .filter((work) => {
        const reads = readsOfWork(work)
        return !made.some(([subject, known]) => {
          const { needs, unknown } = workOf(work, subjectRecords(subject, known, reads), calendar)(until)
          return needs.length + unknown.length > 0
        })
      })
    expect(empty.map(({ key }) => key).toSorted()).toEqual(Object.keys(nobodyToday).toSorted())
  })
})
