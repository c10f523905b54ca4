import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const wishes = fc
  .array(fc.record({ at: fc.double({ min: -50, max: 350, noNaN: true }), size: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 9,
  })
  .map((all) => all.toSorted((a, b) => a.at - b.at))

test('keeps order, apart and inside', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const middles = spread(all, 0, 300)
      expect(middles).toHaveLength(all.length)
      let free = 0
      for (const [index, middle] of middles.entries()) {
        const half = (all[index]?.size ?? 0) / 2
        expect(middle - half).toBeGreaterThanOrEqual(free - 1e-6)
        free = middle + half
      }
      expect(free).toBeLessThanOrEqual(300 + 1e-6)
    }),
  )
})

test('leaves alone what is free, and shares the move of what is not', () => {
  expect(
    spread(
      [
        { at: 50, size: 10 },
        { at: 100, size: 10 },
      ],
      0,
      300,
    ),
  ).toEqual([50, 100])
  expect(
    spread(
      [
        { at: 50, size: 10 },
        { at: 52, size: 10 },
      ],
      0,
      300,
    ),
  ).toEqual([46, 56])
  expect(
    spread(
      [
        { at: 0, size: 10 },
        { at: 1, size: 10 },
      ],
      0,
      300,
    ),
  ).toEqual([5, 15])
})
