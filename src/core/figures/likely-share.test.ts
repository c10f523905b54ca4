import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelyShare } from './likely-share.ts'

describe('the likely share', () => {
  it('is wide for few and narrow for many', () => {
    // Worked by hand from the formula: 1 of 4 and 250 of 1,000.
    const [few, many] = [likelyShare(1, 4), likelyShare(250, 1000)]
    expect([few.low, few.high].map((one) => one.toFixed(3))).toEqual(['0.046', '0.699'])
    expect([many.low, many.high].map((one) => one.toFixed(3))).toEqual(['0.224', '0.278'])
  })
  it('says nothing of nobody', () => {
    expect(likelyShare(0, 0)).toEqual({ low: 0, high: 1 })
  })
  it('holds the share that was counted, and stays between none and all', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (counted, others) => {
        const of = counted + others
        const { low, high } = likelyShare(counted, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        if (of > 0) expect(low - 1e-12 <= counted / of && counted / of <= high + 1e-12).toBe(true)
      }),
    )
  })
})
