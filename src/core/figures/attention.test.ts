import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concern, type JudgedFigure, worstFirst } from './attention.ts'
import { direction, rag } from './judge.ts'

const dental: JudgedFigure = {
  value: 56.16,
  goodIs: 'high',
  rag: 'worse than target',
  direction: 'worse',
  target: 85,
  england: 70,
  neighbours: 68.3,
  ratings: ['worse than target', null, 'green', 'worse than target', 'worse than target'],
}

describe('concern', () => {
  it('says what is against a figure', () => {
    expect(concern(dental)).toEqual({
      worseThanBefore: true,
      worseThanEngland: true,
      worseThanNeighbours: true,
      missedInARow: 2,
      gap: (85 - 56.16) / 85,
    })
  })
  it('has none where the target is met, or nothing is known', () => {
    expect(concern({ ...dental, rag: 'green' })).toBeUndefined()
    expect(concern({ ...dental, rag: null, target: undefined })).toBeUndefined()
    expect(concern({ ...dental, value: null, rag: null })).toBeUndefined()
  })
  it('counts a miss in every period shown, and a period without a figure ends the count', () => {
    expect(concern({ ...dental, ratings: ['amber', 'red', 'worse than target'] })?.missedInARow).toBe(3)
    expect(concern({ ...dental, ratings: ['worse than target', null, 'worse than target'] })?.missedInARow).toBe(1)
  })
  it('compares with others the way that is good', () => {
    const far = { ...dental, value: 40.4, goodIs: 'low' as const, england: 21, neighbours: 45, target: 35 }
    expect(concern(far)).toMatchObject({ worseThanEngland: true, worseThanNeighbours: false })
  })
})

describe('worstFirst', () => {
  it('puts red first, then what has most against it, then what has been missed longest', () => {
    const red = {
      ...dental,
      rag: 'red' as const,
      direction: 'better' as const,
      england: undefined,
      neighbours: undefined,
    }
    const lately = { ...dental, ratings: ['green', 'worse than target'] as const }
    const amber = { ...dental, rag: 'amber' as const }
    expect(worstFirst([amber, lately, dental, red]).map(({ row }) => row)).toEqual([red, dental, lately, amber])
  })
  it('sorts a missed target of nought among the furthest', () => {
    const none = { ...dental, value: 4, target: 0, goodIs: 'low' as const, england: undefined, neighbours: undefined }
    const near = { ...none, value: 12, target: 11 }
    expect(worstFirst([near, none]).map(({ row }) => row)).toEqual([none, near])
  })
  it('gives the same order however the figures arrive, and leaves out only what misses nothing', () => {
    const figure = fc
      .record({
        value: fc.integer({ min: 0, max: 100 }),
        before: fc.integer({ min: 0, max: 100 }),
        target: fc.integer({ min: 1, max: 1000 }),
      })
      .map(({ value, before, target }): JudgedFigure => {
        const rated = rag(value, 'high', { target })
        return {
          value,
          goodIs: 'high',
          rag: rated,
          direction: direction(value, before, 'high'),
          target,
          england: before,
          neighbours: undefined,
          ratings: [rated],
        }
      })
    fc.assert(
      fc.property(
        fc.uniqueArray(figure, { selector: ({ target = 1, value }) => (target - (value ?? 0)) / target }),
        (figures) => {
          const once = worstFirst(figures).map(({ row }) => row)
          expect(worstFirst(figures.toReversed()).map(({ row }) => row)).toEqual(once)
          expect(once.length).toBe(figures.filter(({ rag: rated }) => rated === 'worse than target').length)
        },
      ),
    )
  })
})
