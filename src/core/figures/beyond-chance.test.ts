import { describe, expect, it } from 'vitest'
import { beyondChance, couldBeChance, type Point } from './beyond-chance.ts'

const visits = { unit: 'per cent', goodIs: 'high', covers: 'in the period' } as const
const points = (values: readonly number[]): readonly Point[] =>
  values.map((value) => ({ value, numerator: null, denominator: null, breakNote: null }))
const usual = [80, 82, 79, 81, 80, 82, 79, 81, 80, 82, 79, 81]

describe('what moved beyond chance', () => {
  it('is outside the usual range, on the bad side or the good', () => {
    expect(beyondChance(visits, points([...usual, 60]))).toMatchObject({ how: 'outside', side: 'below', isWorse: true })
    expect(beyondChance(visits, points([...usual, 99]))).toMatchObject({ side: 'above', isWorse: false })
    expect(beyondChance({ ...visits, goodIs: 'neither' }, points([...usual, 60]))?.isWorse).toBeNull()
    expect(beyondChance(visits, points([...usual, 81]))).toBeUndefined()
  })

  it('is eight in a row on one side of the middle', () => {
    const run = [...usual, ...Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 84 : 85))]
    expect(beyondChance(visits, points(run))).toMatchObject({ how: 'run', side: 'above' })
  })

  it('is never said of too few months, of those before a change, or of a rolling figure', () => {
    expect(beyondChance(visits, points([80, 60]))).toBeUndefined()
    const changed = points([...usual, 60]).map((one, at) => (at === 12 ? { ...one, breakNote: 'Counted anew' } : one))
    expect(beyondChance(visits, changed)).toBeUndefined()
    expect(beyondChance({ ...visits, covers: 'rolling 12 months' }, points([...usual, 60]))).toBeUndefined()
  })
})

it('tells a share of a small group that misses its target from one that surely does', () => {
  expect(couldBeChance(visits, { numerator: 7, denominator: 10 }, 80)).toBe(true)
  expect(couldBeChance(visits, { numerator: 700, denominator: 1000 }, 80)).toBe(false)
  expect(couldBeChance({ unit: 'count' }, { numerator: 7, denominator: null }, 8)).toBeUndefined()
})
