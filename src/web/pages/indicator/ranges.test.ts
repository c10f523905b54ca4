import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../../../test/support/series.ts'
import { isSignal, rangeCaution, rangesOf, signalTile } from './ranges.ts'

const steady = [50, 52, 51, 50, 52, 51, 50, 52, 51, 50, 52, 51]
const ranges = (given: Parameters<typeof seriesOf>[0]) => {
  const { indicator, lines } = seriesOf(given)
  return rangesOf(indicator, lines)
}
const tile = (given: Parameters<typeof seriesOf>[0]) => {
  const { indicator, lines } = seriesOf(given)
  return signalTile(indicator, lines, rangesOf(indicator, lines))
}

describe('usual ranges', () => {
  test('need twelve months', () => {
    expect(ranges({ values: steady.slice(1) })).toEqual([])
    expect(ranges({ values: steady })).toMatchObject([{ fromIndex: 0, toIndex: 11 }])
  })

  test('do not count months without a figure', () => {
    expect(ranges({ values: [...steady.slice(1), null] })).toEqual([])
    expect(ranges({ values: [...steady, null] })).toMatchObject([{ fromIndex: 0, toIndex: 12 }])
  })

  test('begin afresh at each declared change, and only stretches long enough have one', () => {
    const values = [...steady, ...steady, 60, 61]
    const months = { 12: { breakNote: 'first' }, 24: { breakNote: 'second' } }
    expect(ranges({ values, months }).map(({ fromIndex, toIndex }) => [fromIndex, toIndex])).toEqual([
      [0, 11],
      [12, 23],
    ])
  })

  test('take a change in the first month shown as the beginning', () => {
    expect(ranges({ values: steady, months: { 0: { breakNote: 'before it' } } })).toHaveLength(1)
  })

  test.each(['rolling 6 months', 'rolling 12 months', 'academic year to date'] as const)(
    'are never drawn of %s',
    (covers) => {
      expect(ranges({ values: steady, indicator: { covers } })).toEqual([])
    },
  )

  test('mark what lies outside, by its own place', () => {
    const found = ranges({ values: [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 150, 50] })
    expect([11, 12, 13].map((at) => isSignal(found, at))).toEqual([false, true, false])
  })
})

describe('the tile of the signal', () => {
  test.each([
    ['too few months', { values: [5, 6] }, 'Too early', '12 months are needed to say what is usual'],
    ['no figure', { values: [...steady, null] }, 'Not judged', 'there is no figure for this month'],
    [
      'a rolling figure',
      { values: steady, indicator: { covers: 'rolling 12 months' } },
      'Not judged',
      'neighbouring months share most of what they count',
    ],
    ['a usual month', { values: [...steady, 51] }, 'None', 'within the usual range 48 to 54'],
    ['an unusual month', { values: [...steady, 90] }, 'Yes', 'more than the usual up and down; usual range 42 to 66'],
    [
      'a young stretch',
      { values: [...steady, 70], months: { 12: { breakNote: 'anew' } } },
      'Too early',
      '12 months are needed to say what is usual',
    ],
  ] as const)('%s', (_, given, word, detail) => {
    expect(tile(given)).toEqual({ word, detail })
  })
})

test('a stock carries a caution, a flow none', () => {
  expect(rangeCaution(seriesOf({ values: [1], indicator: { covers: 'at the end' } }).indicator)).toContain('a guide')
  expect(rangeCaution(seriesOf({ values: [1] }).indicator)).toBeUndefined()
})
