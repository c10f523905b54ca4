import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, everything, extentOfMark, readSvg, withClass } from './read-svg.ts'
import { type Sparkline, sparkline } from './sparkline.ts'

const read = (input: Sparkline) => readSvg(sparkline(input))
const dots = (input: Sparkline) => withClass(read(input), 'c-fill').map((each) => Number(attribute(each, 'r')))
const targets = (input: Sparkline) => withClass(read(input), 'c-target').length

test('is inside its 76 by 20, whatever the figures', () => {
  const values = fc.array(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { freq: 3 }), { maxLength: 120 })
  fc.assert(
    fc.property(values, fc.double({ min: -1e9, max: 1e9, noNaN: true }), (all, target) => {
      fc.pre(all.some((value) => value !== null))
      for (const extent of everything(read({ values: all, target })).map(extentOfMark)) {
        if (extent === undefined) continue
        expect(extent.left).toBeGreaterThanOrEqual(0)
        expect(extent.top).toBeGreaterThanOrEqual(0)
        expect(extent.right).toBeLessThanOrEqual(76)
        expect(extent.bottom).toBeLessThanOrEqual(20)
      }
    }),
  )
})

test('breaks at missing months and dots a month on its own', () => {
  expect(withClass(read({ values: [1, 2, null, 4, 5] }), 'c-line')).toHaveLength(2)
  expect(dots({ values: [null, 2, null, 4, 5] })).toEqual([1.8, 3])
  expect(dots({ values: [7] })).toEqual([3])
})

test('ends in a dot only if the latest month is known', () => {
  expect(dots({ values: [1, 2, 3] })).toEqual([3])
  expect(dots({ values: [1, 2, null] })).toEqual([])
})

test('shows a target only where the line keeps half of the height', () => {
  expect(targets({ values: [430, 473], target: 420 })).toBe(1)
  expect(targets({ values: [430, 473], target: 387 })).toBe(1)
  expect(targets({ values: [430, 473], target: 386 })).toBe(0)
  expect(targets({ values: [5, 5], target: 5 })).toBe(1)
  expect(targets({ values: [5, 5], target: 6 })).toBe(0)
})

test('runs through the middle where nothing changes, and is empty where nothing is known', () => {
  expect(sparkline({ values: [5, 5, 5] })).toContain('d="M4,10L37.5,10L71,10"')
  expect(sparkline({ values: [null, null], target: 3 })).toBe('')
  expect(sparkline({ values: [] })).toBe('')
})
