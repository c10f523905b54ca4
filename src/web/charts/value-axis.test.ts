import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Unit } from '../../core/definitions/indicator.ts'
import { boundsOf, valueAxis } from './value-axis.ts'

const axisOf = (figures: readonly number[], unit: Unit) => valueAxis(figures, boundsOf(figures, unit), unit)
const numbers = (max: number) => fc.array(fc.double({ min: 0, max, noNaN: true }), { minLength: 1 })

test('per cents never leave 0 to 100', () => {
  fc.assert(
    fc.property(numbers(100), (figures) => {
      const { low, high, ticks } = axisOf(figures, 'per cent')
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(100)
      expect(low).toBeLessThanOrEqual(Math.min(...figures))
      expect(high).toBeGreaterThanOrEqual(Math.max(...figures))
      expect(ticks.length).toBeGreaterThan(1)
    }),
  )
})

test('counts have whole ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (figures) => {
      expect(axisOf(figures, 'count').ticks.every(({ value }) => Number.isInteger(value))).toBe(true)
    }),
  )
})

test('starts at nought where nought is near, and says so where it does not', () => {
  expect(axisOf([3, 20], 'days')).toMatchObject({ low: 0, caption: 'Days' })
  expect(axisOf([3, 20], 'days').note).toBeUndefined()
  expect(axisOf([61.5, 72.5], 'per cent').note).toBe('Axis starts at 59%')
  expect(axisOf([0.51, 0.6], 'ratio').note).toBe('Axis starts at 0.49')
})

test('takes in nought where figures are negative', () => {
  expect(axisOf([-8, -5], 'score').high).toBeGreaterThanOrEqual(0)
  expect(axisOf([-8, -5], 'score').ticks.map(({ text }) => text)).toContain('−8')
})

test('does not make a cliff of a small change', () => {
  const { low, high } = axisOf([64.9, 65], 'per cent')
  expect(high - low).toBeGreaterThanOrEqual(4)
})

test('writes thousands with commas', () => {
  expect(axisOf([1_200_345, 1_234_567], 'count').ticks.map(({ text }) => text)).toContain('1,210,000')
})
