import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../../../test/support/series.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import { gapText, heading, othersTile, whatThisSays } from './finding.ts'
import { rangesOf } from './ranges.ts'

const said = (given: Parameters<typeof seriesOf>[0]) => {
  const series = seriesOf(given)
  return whatThisSays(series, rangesOf(series.indicator, series.lines)).join(' ')
}
const percent = { unit: 'per cent', goodIs: 'high' } as const
const low = { unit: 'count', goodIs: 'low' } as const
/** Thirteen months that go up and down by one or two. */
const steady = [50, 52, 51, 50, 52, 51, 50, 52, 51, 50, 52, 51, 50]

describe('the heading', () => {
  test.each([
    [{ values: [473], target: 420, indicator: low }, 'Made up: 473, missing the target of 420'],
    [{ values: [420], target: 420, indicator: low }, 'Made up: 420, meeting the target of 420'],
    [{ values: [64.9], target: 70, redBeyond: 60, indicator: percent }, 'Made up: 64.9%, missing the target of 70%'],
    [{ values: [1234], indicator: low }, 'Made up: 1,234'],
    [{ values: [null], target: 420, indicator: low }, 'Made up: no figure'],
    [{ values: [0], target: 0, indicator: low }, 'Made up: 0, meeting the target of 0'],
  ])('of %j', (given, words) => {
    expect(heading(seriesOf(given))).toBe(words)
  })
})

describe('the gap to the target', () => {
  test.each([
    [{ values: [473], target: 420, indicator: low }, '53 over it'],
    [{ values: [1473], target: 420, indicator: low }, '1,053 over it'],
    [{ values: [80], target: 95, indicator: percent }, '15 percentage points short of it'],
    [{ values: [94], target: 95, indicator: percent }, '1 percentage point short of it'],
    [{ values: [93.9], target: 95, indicator: percent }, '1.1 percentage points short of it'],
    [{ values: [94.98], target: 95, indicator: percent }, 'less than 0.1 percentage points short of it'],
    [{ values: [26.2], target: 26, indicator: { unit: 'days', goodIs: 'low' } }, 'less than 1 over it'],
    [{ values: [1.2], target: 1.3, indicator: { unit: 'ratio', goodIs: 'high' } }, '0.10 short of it'],
    [{ values: [95], target: 95, indicator: percent }, 'target met'],
    [{ values: [95], indicator: percent }, 'no target is set'],
    [{ values: [null], target: 95, indicator: percent }, 'no figure to hold against it'],
    [{ values: [null], indicator: percent }, 'no target is set'],
  ] as const)('of %j', (given, words) => {
    expect(gapText(seriesOf(given).latest)).toBe(words)
  })
})

describe('what it says of the target', () => {
  const ordinals = [
    [1, 'The target is missed by 5.'],
    [2, 'by 5, for the second month in a row.'],
    [3, 'for the third month in a row.'],
    [12, 'for the twelfth month in a row.'],
    [13, 'for the 13th month in a row.'],
    [21, 'for the 21st month in a row.'],
    [22, 'for the 22nd month in a row.'],
    [23, 'for the 23rd month in a row.'],
    [24, 'for the 24th month in a row.'],
    [36, 'for the 36th month in a row.'],
  ] as const
  test.each(ordinals)('missed %i months in a row', (months, words) => {
    const values = [10, ...Array.from({ length: months }, () => 25)]
    expect(said({ values, target: 20, indicator: low })).toContain(words)
  })

  test('a month that met it, or had no figure, ends the count', () => {
    expect(said({ values: [25, 19, 25], target: 20, indicator: low })).toContain('missed by 5. ')
    expect(said({ values: [25, null, 25, 25], target: 20, indicator: low })).toContain('for the second month in a row')
  })

  test('met, or not set', () => {
    expect(said({ values: [20, 20], target: 20, indicator: low })).toBe(
      'The target is met. It is the same as in August.',
    )
    expect(said({ values: [20, 20], indicator: low })).toBe('It is the same as in August.')
  })

  test('without a figure it says nothing else', () => {
    expect(said({ values: [20, null], target: 20, indicator: low, benchmarks: { england: 3 } })).toBe(
      'There is no figure for this month.',
    )
  })
})

describe('what it says of the month before', () => {
  test.each([
    [
      { values: [464, 473], indicator: low },
      'It went up from 464 in August, which is worse. Two months are not a trend.',
    ],
    [
      { values: [473, 464], indicator: low },
      'It went down from 473 in August, which is better. Two months are not a trend.',
    ],
    [
      { values: [80, 85], indicator: percent },
      'It went up from 80.0% in August, which is better. Two months are not a trend.',
    ],
    [{ values: [4, 5], indicator: { goodIs: 'neither' } }, 'It went up from 4 in August. Two months are not a trend.'],
    [{ values: [null, 5], indicator: low }, 'There is no figure for the month before to compare it with.'],
    [{ values: [5], indicator: low }, 'There is no figure for the month before to compare it with.'],
  ] as const)('%j', (given, words) => {
    expect(said(given)).toBe(words)
  })

  test('a declared change keeps the two from being compared', () => {
    const months = { 1: { breakNote: 'New population base' } }
    expect(said({ values: [60, 72], indicator: low, months })).toBe(
      'It went up from 60 in August, which is worse, but the two do not compare: new population base.',
    )
    const stopped = { 1: { breakNote: 'Counted anew.' } }
    expect(said({ values: [60, 72], indicator: low, months: stopped })).toMatch(/compare: counted anew\.$/)
  })

  test('a rate says on how many it is worked out and, after a change, what it would be on the number of before', () => {
    const rate = (more: object) =>
      said({
        values: [70, 71.6],
        indicator: { unit: 'per 10,000', goodIs: 'low' },
        months: { 1: { denominator: 66_025, ...more } },
      })
    expect(rate({})).toMatch(/ It is worked out with 66,025 children\.$/)
    expect(rate({ onOldBase: { value: 69.87, children: 67_698, until: plainDate('2023-09-01') } })).toMatch(
      / It is worked out with 66,025 children, since 1 September 2023; with the 67,698 children of before it would be 69\.9\.$/,
    )
    const changed = {
      breakNote: 'Counted anew.',
      onOldBase: { value: 69.87, children: 67_698, until: plainDate('2023-09-01') },
    }
    expect(rate(changed)).toMatch(/compare: counted anew\. With the number of before it would be 69\.9\.$/)
    expect(said({ values: [70, 71], indicator: low, months: { 1: { denominator: 100 } } })).not.toContain('worked out')
  })

  test('with a usual range it tells chance from change', () => {
    expect(said({ values: [...steady, 51], indicator: low })).toBe(
      'It went up from 50 in August, which is worse: no more than the usual up and down.',
    )
    expect(said({ values: [...steady, 70], indicator: low })).toBe(
      'It went up from 50 in August, which is worse: more than the usual up and down.',
    )
  })

  test('too soon after a declared change, an older usual range says nothing', () => {
    const months = { [steady.length]: { breakNote: 'Counted anew.' } }
    expect(said({ values: [...steady, 70, 71], indicator: low, months })).toBe(
      'It went up from 70 in August, which is worse. Two months are not a trend.',
    )
  })
})

describe('what it says of others', () => {
  const others = (value: number, benchmarks: object, goodIs: 'high' | 'low' | 'neither' = 'low') =>
    said({ values: [value], indicator: { goodIs }, benchmarks }).replace(/^.*compare it with\. ?/, '')

  test.each([
    [{ england: 4, 'good-statistical-neighbours': 3 }, 'It is worse than England (4) and good neighbours (3).'],
    [
      { england: 6, 'good-statistical-neighbours': 3 },
      'It is better than England (6), worse than good neighbours (3).',
    ],
    [{ england: 5 }, 'It is the same as England (5).'],
    [{ region: 6, 'statistical-neighbours': 6 }, 'It is better than the region (6) and statistical neighbours (6).'],
    [{}, ''],
  ])('%j', (benchmarks, words) => {
    expect(others(5, benchmarks)).toBe(words)
  })

  test('high is good the other way about', () => {
    expect(others(5, { england: 4 }, 'high')).toBe('It is better than England (4).')
  })

  test('where neither way is better it does not judge', () => {
    expect(others(5, { england: 4 }, 'neither')).toBe('')
  })
})

test('a rule that is not agreed is said last', () => {
  expect(said({ values: [5, 5], indicator: low, question: 'Is it so?' })).toMatch(
    /How it is counted is still to be confirmed; see the definition below\.$/,
  )
})

describe('the tile of others', () => {
  const tile = (value: number | null, benchmarks: object) =>
    othersTile(seriesOf({ values: [value], benchmarks }).latest)

  test.each([
    [5, { england: 4, 'good-statistical-neighbours': 3 }, 'Above both', 'England 4, good neighbours 3'],
    [2, { england: 4, 'good-statistical-neighbours': 3 }, 'Below both', 'England 4, good neighbours 3'],
    [3.5, { england: 4, 'good-statistical-neighbours': 3 }, 'Between', 'England 4, good neighbours 3'],
    [4, { england: 4, 'good-statistical-neighbours': 4 }, 'Level with both', 'England 4, good neighbours 4'],
    [5, { england: 4 }, 'Above', 'England 4'],
    [4, { england: 4 }, 'Level', 'England 4'],
    [2, { 'good-statistical-neighbours': 3 }, 'Below', 'good neighbours 3'],
  ])('%s beside %j', (value, benchmarks, word, detail) => {
    expect(tile(value, benchmarks)).toEqual({ word, detail })
  })

  test('is left out without a figure or without others', () => {
    expect(tile(null, { england: 4 })).toBeUndefined()
    expect(tile(4, {})).toBeUndefined()
    expect(tile(4, { region: 4 })).toBeUndefined()
  })
})
