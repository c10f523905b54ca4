import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../../../test/support/series.ts'
import { attention, glance } from './finding.ts'

const query = { authority: 'exampleshire', period: '2023-09' }
const row = (value: number | null, target?: number, redBeyond?: number, key = 'a') =>
  seriesOf({
    indicator: { key, label: `Row ${key}` },
    values: [5, value],
    ...(target === undefined ? {} : { target }),
    ...(redBeyond === undefined ? {} : { redBeyond }),
  })
const green = row(5, 10)
const amber = row(15, 10, 20)
const red = row(25, 10, 20)
const below = row(15, 10)
const unrated = row(15)
const section = { key: 'all', label: 'All', indicators: [] }
const finding = (...series: readonly ReturnType<typeof row>[]) => glance([{ section, series }]).finding

describe('the finding', () => {
  test.each([
    [[green], 'The one figure with a target meets it'],
    [[green, green, unrated], 'All 2 figures with a target meet it'],
    [[below], 'The one figure with a target misses it'],
    [[below, green], '1 of the 2 figures with a target misses it'],
    [[below, below, green], '2 of the 3 figures with a target miss it'],
    [[amber, green], '1 of the 2 figures with a target misses it'],
    [[red], 'The one figure with a target is red'],
    [[red, green], '1 of the 2 figures with a target is red'],
    [[red, red, green], '2 of the 3 figures with a target are red'],
    [[red, amber, green], '1 of the 3 figures with a target is red, 1 more misses it'],
    [[red, amber, below], '1 of the 3 figures with a target is red, 2 more miss it'],
    [[unrated, unrated], '2 of 2 figures got worse'],
    [[row(4), unrated], '1 of 2 figures got worse'],
    [[row(null), row(5)], 'No figure got worse'],
  ])('%#: says %s', (series, words) => {
    expect(finding(...series)).toBe(words)
  })
})

describe('the glance', () => {
  const seen = glance([
    { section, series: [green, below, unrated] },
    { section: { key: 'two', label: 'Two', indicators: [] }, series: [row(4), row(5)] },
  ])

  test('adds up to the number of rows, and the columns to the total', () => {
    expect(seen.total).toMatchObject({ label: 'All 5', green: 1, below: 1, none: 3, amber: 0, red: 0 })
    expect(seen.total).toMatchObject({ better: 1, worse: 2, same: 2 })
  })

  test('leaves out a column that nothing falls into', () => {
    expect(seen.columns.map(({ label }) => label)).toEqual(['Green', 'Worse than target', 'Not rated'])
    expect(seen.words).toBe('1 green, 1 worse than target, 3 not rated')
  })
})

describe('where to look first', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const missing = (count: number) => keys.slice(0, count).map((key) => row(15, 10, undefined, key))

  test('names six and counts the rest', () => {
    expect(attention(missing(6), query)).toMatchObject({ more: '', holding: [] })
    expect(attention(missing(7), query)).toMatchObject({ more: '1 more misses its target.' })
    expect(attention(missing(8), query)).toMatchObject({ more: '2 more miss their target.' })
    expect(attention(missing(8), query).first).toHaveLength(6)
  })

  test('counts variants apart, so that the heading comes out', () => {
    const variant = (key: string) => {
      const series = row(15, 10, undefined, key)
      const indicator = { ...series.indicator, variantOf: 'a' }
      return { indicator, latest: { ...series.latest, indicator }, lines: series.lines }
    }
    const more = (count: number, ...variants: readonly string[]) =>
      attention([...missing(count), ...variants.map(variant)], query).more
    expect(more(1, 'v')).toBe('1 row that leaves unaccompanied children out misses the target too.')
    expect(more(1, 'v', 'w')).toBe('2 rows that leave unaccompanied children out miss the target too.')
    expect(more(7, 'v')).toBe('1 more misses its target, and so does 1 row that leaves unaccompanied children out.')
    expect(more(8, 'v', 'w')).toBe('2 more miss their target, and so do 2 rows that leave unaccompanied children out.')
  })

  test('says why', () => {
    const series = seriesOf({
      indicator: { unit: 'per cent', goodIs: 'high' },
      values: [70, 65.04],
      target: 70.5,
      benchmarks: { england: 70, 'good-statistical-neighbours': 71.4 },
    })
    expect(attention([series], query).first).toEqual([
      {
        label: 'Made up',
        href: '/indicators/made-up?authority=exampleshire&period=2023-09',
        figure: '65.0%, target 70.5%',
        why: 'Worse than August, England (70%) and good neighbours (71.4%). Target missed in all 2 months shown.',
      },
    ])
  })

  test('says no more than there is', () => {
    const reason = (values: readonly number[]) => attention([seriesOf({ values, target: 10 })], query).first[0]?.why
    expect(reason([5, 9, 15])).toBe('Worse than August.')
    expect(reason([5, 15, 15])).toBe('Target missed for 2 months.')
    expect(reason([5, 25, 15])).toBe('Target missed for 2 months.')
    expect(reason([15])).toBe('')
  })

  test('says that nothing is missed, or that nothing could be', () => {
    expect(attention([green], query)).toMatchObject({ first: [], nothing: 'No figure misses a target.' })
    expect(attention([green], query).holding).toMatchObject([{ figure: '5, target 10' }])
    expect(attention([unrated], query).nothing).toBe('No figure of this month has a target to be held against.')
  })
})
