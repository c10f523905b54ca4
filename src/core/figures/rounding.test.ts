import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfUp } from './rounding.ts'

describe('roundHalfUp', () => {
  it.each([
    [69.25, 1, '69.3'],
    [39.25, 1, '39.3'],
    [1.005, 2, '1.01'],
    [0.285, 2, '0.29'],
    [2.5, 0, '3'],
    [0.5, 0, '1'],
    [0.49999, 0, '0'],
    [99.95, 1, '100.0'],
    [-0.25, 1, '-0.3'],
    [-0.04, 1, '0.0'],
    [473, 0, '473'],
    [473, 2, '473.00'],
    [1.5e-7, 2, '0.00'],
    [5e-7, 6, '0.000001'],
    [1e21, 0, '1000000000000000000000'],
    [1.25e21, 1, '1250000000000000000000.0'],
  ])('%d to %d decimals is %s', (value, decimals, text) => {
    expect(roundHalfUp(value, decimals)).toBe(text)
  })

  it('refuses what is no number', () => {
    expect(() => roundHalfUp(Number.NaN, 1)).toThrow('Cannot round')
  })

  it('is never further than half a unit from the value, and ties go away from zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        (thousandths, decimals) => {
          const rounded = Number(roundHalfUp(thousandths / 1000, decimals)) * 1000
          const unit = 1000 / 10 ** decimals
          const expected = Math.sign(thousandths) * Math.floor(Math.abs(thousandths) / unit + 0.5) * unit
          expect(Math.round(rounded)).toBe(Math.round(expected) + 0)
        },
      ),
    )
  })

  it('rounds a share of whole numbers as the exact fraction would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (numerator, denominator) => {
        const exact = (BigInt(numerator) * 100_000n * 2n + BigInt(denominator) * 10n) / (BigInt(denominator) * 20n)
        expect(roundHalfUp((100 * numerator) / denominator, 2)).toBe(
          `${exact / 100n}.${(exact % 100n).toString().padStart(2, '0')}`,
        )
      }),
    )
  })
})
