import { expect, test } from 'vitest'
import { calendar } from '../../test/support/counted.ts'
import { madeIn } from '../../test/support/made-children.ts'
import { knownOf } from '../../test/support/made-known.ts'
import { courtTracker } from '../areas/court/tracker.ts'
import { subjectRecords } from '../core/counting/records.ts'
import { readsOfTracker, trackedOf } from '../core/counting/tracker.ts'
import { courtOf } from '../synthetic/court.ts'
import { demonstrationSize } from './exampleshire.ts'

test('the made-up authority has children before a court and in it, at every stage, and some of them past a step', () => {
  const { made, wanted } = madeIn(demonstrationSize)
  const { known, faults } = knownOf([courtOf(made, { until: wanted.until, isKnown: () => true })], wanted.until)
  expect(faults).toEqual([])
  const reads = readsOfTracker(courtTracker)
  const tracked = [...known].flatMap(
    ([subject, records]) =>
      trackedOf(courtTracker, subjectRecords(subject, records, reads), calendar)(wanted.until) ?? [],
  )
  const stages = new Set(tracked.map(({ group }) => group))
  expect([...stages]).toEqual(expect.arrayContaining([...(courtTracker.groupedBy.order ?? [])].slice(0, 4)))
  const past = tracked.filter(({ past }) => past > 0).length
  expect(past).toBeGreaterThan(tracked.length * 0.1)
  expect(past).toBeLessThan(tracked.length * 0.6)
  // Everybody's clocks can be worked out, and each step that is asked stands somewhere.
  expect(tracked.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'not known')).toEqual([])
  expect(tracked.length).toBeGreaterThan(60)
})
