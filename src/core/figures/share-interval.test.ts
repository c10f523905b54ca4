import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareInterval } from './share-interval.ts'

// The intervals that the mock-up's chart was drawn with, worked out elsewhere.
it.each([
  [10, 12, 55, 95],
  [17, 22, 57, 90],
  [22, 31, 53, 84],
  [9, 18, 29, 71],
])('of %d of %d is %d to %d', (counted, all, low, high) => {
  const interval = shareInterval(counted, all)
  expect([Math.round(interval?.low ?? -1), Math.round(interval?.high ?? -1)]).toEqual([low, high])
})

it('of none begins at nought, of all ends at a hundred, of nobody there is none', () => {
  expect(shareInterval(0, 5)).toMatchObject({ low: 0, high: expect.closeTo(43.4, 1) })
  expect(shareInterval(5, 5)).toMatchObject({ low: expect.closeTo(56.6, 1), high: 100 })
  expect(shareInterval(0, 0)).toBeUndefined()
})

it('takes in the share, stays within 0 and 100, and narrows as the group grows', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (counted, all) => {
      fc.pre(counted <= all)
      const { low, high } = shareInterval(counted, all) ?? { low: Number.NaN, high: Number.NaN }
      const share = (100 * counted) / all
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
      expect(high).toBeLessThanOrEqual(100)
      const more = shareInterval(counted * 4, all * 4)
      expect((more?.high ?? 0) - (more?.low ?? 0)).toBeLessThan(high - low)
    }),
  )
})
