import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStock, LEAST_POINTS, mayHaveUsualRange, usualRange } from './usual-range.ts'

const series = fc.array(fc.double({ noNaN: true, min: 1000, max: 2000 }), { minLength: LEAST_POINTS, maxLength: 40 })
const close = (a: number | undefined, b: number) => expect(a).toBeCloseTo(b, 4)

describe('usualRange', () => {
  it('is the mean plus and minus 2.66 mean moving ranges', () => {
    const range = usualRange([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12], 'count')
    close(range?.mean, 11)
    close(range?.upper, 11 + 2.66 * 2)
    close(range?.lower, 11 - 2.66 * 2)
    expect(range?.signals).toEqual(Array(12).fill(false))
  })

  it('needs twelve known points', () => {
    expect(usualRange(Array(11).fill(5), 'count')).toBeUndefined()
    expect(usualRange([...Array(11).fill(5), null], 'count')).toBeUndefined()
    expect(usualRange(Array(12).fill(5), 'count')).toBeDefined()
  })

  it('is not worked out when no two neighbouring periods are known', () => {
    expect(
      usualRange(
        Array.from({ length: 24 }, (_, at) => (at % 2 ? null : at)),
        'count',
      ),
    ).toBeUndefined()
  })

  it('marks a point outside the range', () => {
    const values = [50, 51, 50, 52, 50, 51, 50, 52, 51, 50, 51, 90]
    expect(usualRange(values, 'count')?.signals.lastIndexOf(true)).toBe(11)
  })

  it('marks eight in a row on one side of the mean, but not seven', () => {
    const eight = [10, 14, 10, 14, 10, 14, 13, 13, 13, 13, 13, 13, 13, 9, 9, 9, 9]
    expect(usualRange(eight, 'count')?.signals.slice(5, 13)).toEqual(Array(8).fill(true))
    const seven = [10, 14, 10, 14, 10, 9, 13, 13, 13, 13, 13, 13, 13, 9, 9, 9, 9]
    expect(usualRange(seven, 'count')?.signals).not.toContain(true)
  })

  it('does not measure a moving range across a missing period', () => {
    const level = [5, 5, 5, 5, 5, 5, null, 9, 9, 9, 9, 9, 9]
    const range = usualRange(level, 'count')
    expect(range?.upper).toBe(range?.mean)
  })

  it('keeps a share within 0 and 100, and nothing below 0', () => {
    const range = usualRange([99, 60, 99, 60, 99, 60, 99, 60, 99, 60, 99, 60], 'per cent')
    expect(range?.upper).toBe(100)
    expect(usualRange([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9], 'count')?.lower).toBe(0)
  })

  it('holds the mean, and moves and stretches with the figures', () => {
    fc.assert(
      fc.property(
        series,
        fc.double({ noNaN: true, min: 1, max: 3 }),
        fc.double({ noNaN: true, min: 0, max: 500 }),
        (values, by, plus) => {
          const range = usualRange(values, 'days')
          const moved = usualRange(
            values.map((value) => value * by + plus),
            'days',
          )
          if (!range || !moved) throw new Error('a long enough series has a usual range')
          expect(range.lower).toBeLessThanOrEqual(range.mean)
          expect(range.upper).toBeGreaterThanOrEqual(range.mean)
          close(moved.mean, range.mean * by + plus)
          close(moved.upper, range.upper * by + plus)
        },
      ),
    )
  })

  it('reads the same backwards', () => {
    fc.assert(
      fc.property(series, (values) => {
        const range = usualRange(values, 'count')
        const back = usualRange(values.toReversed(), 'count')
        close(back?.mean, range?.mean ?? Number.NaN)
        close(back?.upper, range?.upper ?? Number.NaN)
      }),
    )
  })

  it('finds no signal in a series that never changes', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: 0, max: 100 }),
        fc.integer({ min: LEAST_POINTS, max: 60 }),
        (value, many) => {
          expect(usualRange(Array(many).fill(value), 'per cent')?.signals).not.toContain(true)
        },
      ),
    )
  })
})

describe('mayHaveUsualRange', () => {
  it('is refused for series whose neighbouring figures share their members', () => {
    expect(mayHaveUsualRange('rolling 6 months')).toBe(false)
    expect(mayHaveUsualRange('rolling 12 months')).toBe(false)
    expect(mayHaveUsualRange('academic year to date')).toBe(false)
  })
  it('is allowed for months, cohorts and stocks, and a stock is known for one', () => {
    for (const covers of ['at the end', 'in the period', 'the cohort of the period', 'the term'] as const)
      expect(mayHaveUsualRange(covers)).toBe(true)
    expect(isStock('at the end')).toBe(true)
    expect(isStock('in the period')).toBe(false)
  })
})
