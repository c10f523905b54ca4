import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direction, movement, rag, thresholdsMakeSense } from './judge.ts'

const value = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
const goodIs = fc.constantFrom('high' as const, 'low' as const)
const opposite = { high: 'low', low: 'high' } as const

describe('rag', () => {
  it.each([
    ['on the target, high is good', 70, 'high', { target: 70 }, 'green'],
    ['on the target, low is good', 420, 'low', { target: 420 }, 'green'],
    ['beyond the target', 97, 'high', { target: 93 }, 'green'],
    ['missed, no red threshold', 64.9, 'high', { target: 70 }, 'worse than target'],
    ['missed, low is good', 473, 'low', { target: 420 }, 'worse than target'],
    ['between the two', 66, 'high', { target: 70, redBeyond: 60 }, 'amber'],
    ['exactly on the red threshold', 60, 'high', { target: 70, redBeyond: 60 }, 'amber'],
    ['beyond the red threshold', 59.9, 'high', { target: 70, redBeyond: 60 }, 'red'],
    ['low is good, beyond red', 12, 'low', { target: 9, redBeyond: 11 }, 'red'],
    ['a target of nought is met by nought', 0, 'low', { target: 0 }, 'green'],
    ['a target of nought is missed by one', 1, 'low', { target: 0 }, 'worse than target'],
    ['red at the target leaves no amber', 69, 'high', { target: 70, redBeyond: 70 }, 'red'],
  ] as const)('%s', (_, figure, good, thresholds, expected) => {
    expect(rag(figure, good, thresholds)).toBe(expected)
  })

  it('says nothing without a figure, a target or a better way', () => {
    expect(rag(null, 'high', { target: 1 })).toBeNull()
    expect(rag(1, 'high', undefined)).toBeNull()
    expect(rag(1, 'neither', { target: 1 })).toBeNull()
  })

  it('never gets worse as the figure gets better', () => {
    const order = ['red', 'worse than target', 'amber', 'green']
    fc.assert(
      fc.property(value, value, value, value, goodIs, (a, b, target, redBeyond, good) => {
        const thresholds = { target, redBeyond }
        fc.pre(thresholdsMakeSense(thresholds, good))
        const [worse, better] = (good === 'high') === a < b ? [a, b] : [b, a]
        const rank = (figure: number) => order.indexOf(rag(figure, good, thresholds) ?? '')
        expect(rank(better)).toBeGreaterThanOrEqual(rank(worse))
      }),
    )
  })

  it('is the same for a figure and its mirror image', () => {
    fc.assert(
      fc.property(value, value, value, goodIs, (figure, target, redBeyond, good) => {
        expect(rag(figure, good, { target, redBeyond })).toBe(
          rag(-figure, opposite[good], { target: -target, redBeyond: -redBeyond }),
        )
      }),
    )
  })

  it('is never amber or red where no red threshold is set', () => {
    fc.assert(
      fc.property(value, value, goodIs, (figure, target, good) => {
        expect(['green', 'worse than target']).toContain(rag(figure, good, { target }))
      }),
    )
  })
})

describe('direction', () => {
  it.each([
    [473, 464, 'low', 'worse'],
    [16, 45, 'low', 'better'],
    [97, 97, 'high', 'same'],
    [90.5, 88.7, 'high', 'better'],
    [28, 27, 'neither', null],
    [14, null, 'high', null],
    [null, 14, 'high', null],
    [71.641, 71.6409, 'low', 'worse'],
  ] as const)('%s after %s, %s is good: %s', (latest, previous, good, expected) => {
    expect(direction(latest, previous, good)).toBe(expected)
  })

  it('turns round when time is reversed, and when the better way is', () => {
    const turned = { better: 'worse', worse: 'better', same: 'same' } as const
    fc.assert(
      fc.property(value, value, goodIs, (a, b, good) => {
        const forward = direction(a, b, good)
        expect(forward).not.toBeNull()
        if (forward === null) return
        expect(direction(b, a, good)).toBe(turned[forward])
        expect(direction(a, b, opposite[good])).toBe(turned[forward])
      }),
    )
  })

  it('follows the movement of the number', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const moved = movement(a, b)
        const expected = moved === 'level' ? 'same' : moved === 'up' ? 'better' : 'worse'
        expect(direction(a, b, 'high')).toBe(expected)
      }),
    )
  })
})
