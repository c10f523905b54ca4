import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeUpNational, madeUpPlaces, number, said, share } from '../../../test/support/national.ts'
import { intervalOf, limitsOf, Z95, Z998 } from './chance.ts'
import { beside } from './compare.ts'
import { findMeasures } from './find.ts'
import { funnelOf } from './funnel.ts'
import { furthestOf } from './furthest.ts'
import type { Measure } from './measure.ts'
import { medianOf } from './middle.ts'
import { figureOf } from './national.ts'
import { standingOf } from './standing.ts'
import { trendOf } from './trend.ts'
import { nationalText, nationalTextAlone } from './written.ts'
import { yearEndsIn, yearText } from './year.ts'

const [a, , , , e] = madeUpPlaces.authorities
if (a === undefined || e === undefined) throw new Error('There are made-up places')
/** a 28, b to g 10 to 20 (the neighbours of a), h to x 15, old, England, the north. */
const others = Array.from({ length: 17 }, () => 15)
const shares = [28, 10, 12, 14, 16, 18, 20, ...others, null, 18, 26]
const [OLD, ENGLAND] = [24, 25]
const sizes: (number | null)[] = [437, ...Array.from({ length: 23 }, () => 100)]
const one = (rows: Parameters<typeof madeUpNational>[0], measure = share) => {
  const national = madeUpNational(rows)
  const year = national.years.get(measure.key)?.at(-1)
  if (year === undefined) throw new Error('There is a year')
  return { national, year }
}

describe('a year', () => {
  test.each([
    ['2025', 2025, 'year to March 2025'],
    ['2024/25', 2025, 'year to March 2025'],
    ['2024-25 (OT)', 2025, 'year to March 2025'],
    ['2014-16', 2016, '2014 to 2016'],
    ['2013/14-15/16', 2016, '2013 to 2016'],
  ])('%s', (label, endsIn, words) => {
    expect(yearEndsIn(label)).toBe(endsIn)
    expect(yearText(share, { label, endsIn })).toBe(words)
  })

  test('is said as its measure is collected', () => {
    const text = (years: Measure['years']) => yearText({ ...share, years }, { label: '2025', endsIn: 2025 })
    expect(text('school year')).toBe('school year 2024/25')
    expect(text('31 March')).toBe('31 March 2025')
    expect(text('calendar year')).toBe('2025')
  })

  test.each(['0', '', '25', 'latest', '2025/2'])('%j is none', (label) => expect(yearEndsIn(label)).toBeUndefined())
})

test.each([
  [28, 'per cent', 0, '28%', '28%'],
  [40.55, 'per 10,000', 1, '40.6', '40.6 per 10,000'],
  [115_680_350, 'pounds', 0, '£115.7 million', '£115.7 million'],
  [2485, 'pounds a week', 0, '£2,485 a week', '£2,485 a week'],
  [-1.39, 'score', 2, '−1.39', '−1.39'],
] as const)('%s %s is written', (value, unit, decimals, text, alone) => {
  expect(nationalText(value, { unit, decimals })).toBe(text)
  expect(nationalTextAlone(value, { unit, decimals })).toBe(alone)
})

describe('the rank', () => {
  test('counts from the best; those alike share it, and the next comes as many later', () => {
    const all = [10, 12, 12, 15, 20]
    expect(all.map((value) => standingOf(value, all, 'low')?.rank)).toEqual([1, 2, 2, 4, 5])
    expect(all.map((value) => standingOf(value, all, 'high')?.rank)).toEqual([5, 3, 3, 2, 1])
    expect(standingOf(12, all, 'low')).toEqual({ rank: 2, of: 5, joint: true, fifth: 2 })
    expect(standingOf(20, all, 'neither')?.rank).toBe(1)
  })

  test('is none of a value that is not among them, or alone', () => {
    expect(standingOf(3, [1, 2], 'low')).toBeUndefined()
    expect(standingOf(3, [3], 'low')).toBeUndefined()
  })

  test('a better value never has a later rank or fifth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 }), (all) => {
        const sorted = all.toSorted((x, y) => x - y).map((value) => standingOf(value, all, 'low'))
        for (const [at, here] of sorted.entries()) {
          const before = sorted[at - 1] ?? here
          expect((here?.rank ?? 0) >= (before?.rank ?? 0) && (here?.fifth ?? 0) >= (before?.fifth ?? 0)).toBe(true)
        }
      }),
    )
  })
})

describe('beside others', () => {
  test('England, the region, each neighbour, their mean and median, and the rank', () => {
    const { national, year } = one([said('Share', '2025', shares)])
    const found = beside(national, share, year, a)
    expect(found.own).toEqual({ value: 28, mark: '.' })
    expect(found.england?.figure.value).toBe(18)
    expect(found.region?.figure.value).toBe(26)
    expect(found.neighbours.map(({ place, figure }) => [place.key, figure.value])).toEqual([
      ['b', 10],
      ['c', 12],
      ['d', 14],
      ['e', 16],
      ['f', 18],
      ['g', 20],
    ])
    expect(found.ofNeighbours).toEqual({ mean: 15, median: 15, of: 6, all: 6 })
    expect(found.standing).toEqual({ rank: 24, of: 24, joint: false, fifth: 5 })
  })

  test('good and outstanding neighbours, as the authority lists them', () => {
    const { national, year } = one([said('Share', '2025', shares.with(2, null))])
    const [, b, c, d] = madeUpPlaces.authorities
    const listed = new Map([[a.number, [b, c, d].flatMap((place) => place ?? [])]])
    const found = beside({ ...national, good: listed }, share, year, a)
    expect(found.good.map(({ place, figure }) => [place.key, figure.value])).toEqual([
      ['b', 10],
      ['c', null],
      ['d', 14],
    ])
    expect(found.ofGood).toEqual({ mean: 12, median: 12, of: 2, all: 3 })
  })

  test('neighbours without a figure are left out, and fewer than half make no average', () => {
    const some = one([said('Share', '2025', shares.with(1, null).with(2, null))])
    expect(beside(some.national, share, some.year, a).ofNeighbours).toEqual({ mean: 17, median: 17, of: 4, all: 6 })
    const few = one([said('Share', '2025', [28, null, null, null, null, 18, 20])])
    expect(beside(few.national, share, few.year, a).ofNeighbours).toBeUndefined()
  })

  test('a place without a figure has no rank, and why is kept apart', () => {
    const { national, year } = one([
      said('Share', '2025', shares.with(0, null).with(4, null)),
      said('Share', '2025', shares.with(0, null).with(4, null), { source: 'dfe', marks: `c...-${'.'.repeat(22)}` }),
    ])
    expect(beside(national, share, year, a).standing).toBeUndefined()
    expect(figureOf(national, year, a)).toEqual({ value: null, mark: 'c' })
    expect(figureOf(national, year, e)).toEqual({ value: null, mark: '-' })
    const absent = one([said('Share', '2025', shares.slice(0, 4))])
    expect(figureOf(absent.national, absent.year, e)).toEqual({ value: null, mark: ' ' })
  })

  test('sums of an authority are shown and not ranked', () => {
    const { national, year } = one([said('Number', '2025', sizes)], number)
    expect(beside(national, number, year, a)).toMatchObject({
      own: { value: 437 },
      standing: undefined,
      ofNeighbours: undefined,
    })
  })

  test('a figure of England outside all of its authorities is not believed', () => {
    const { national, year } = one([said('Share', '2025', shares.with(ENGLAND, 1258))])
    expect(beside(national, share, year, a).englandDoubtful).toBe(true)
    expect(trendOf(national, share, a).years[0]?.england).toBeNull()
  })
})

describe('over time', () => {
  test('starts when the data begin, with the authorities of before, and a year that only the tables have', () => {
    const national = madeUpNational([
      said('Share', '2023', shares),
      said('Share', '2022', shares.with(0, null).with(OLD, 25)),
      said('Share', '2021', shares.with(0, null).with(OLD, 24), { source: 'dfe', publishedIn: 'a table' }),
      said('Share', '2023', shares.with(0, 99), { source: 'dfe' }),
      said(
        'Share',
        '2024',
        shares.map(() => null),
      ),
    ])
    const trend = trendOf(national, share, a)
    expect(trend.before.map(({ key }) => key)).toEqual(['old'])
    expect(trend.years.map(({ year, own, before }) => [year.endsIn, own.value, before[0], year.publishedIn])).toEqual([
      [2021, null, 24, 'a table'],
      [2022, null, 25, 'the tool'],
      [2023, 28, null, 'the tool'],
    ])
  })
})

describe('chance', () => {
  const rate = { ...share, unit: 'per 10,000' } as const

  test('limits lie about the centre, and the more there are the nearer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 5, max: 5000 }), (centre, size) => {
        for (const measure of [share, rate]) {
          const [inner, outer] = [limitsOf(measure, centre, size, Z95), limitsOf(measure, centre, size, Z998)]
          const more = limitsOf(measure, centre, size * 4, Z95)
          if (inner === undefined || outer === undefined || more === undefined) throw new Error('There are limits')
          expect(inner.low <= centre && centre <= inner.high).toBe(true)
          expect(outer.low <= inner.low && inner.high <= outer.high).toBe(true)
          expect(more.high - more.low).toBeLessThan(inner.high - inner.low)
        }
      }),
    )
  })

  test('Byar’s interval is the published one', () => {
    // Breslow and Day, Statistical Methods in Cancer Research II, table 2.11: 10 events are 4.8 to 18.4.
    const { low = 0, high = 0 } = intervalOf(rate, 10, 10_000) ?? {}
    expect(low).toBeCloseTo(4.79, 1)
    expect(high).toBeCloseTo(18.39, 1)
  })

  test('is not known of scores, and of nobody', () => {
    expect(intervalOf({ ...share, unit: 'score' }, 10, 100)).toBeUndefined()
    expect(intervalOf(share, 10, 0)).toBeUndefined()
  })

  test('a funnel has who is how far outside, and counts those whose size is not known', () => {
    const { national, year } = one([
      said('Share', '2025', [28, 25, ...Array.from({ length: 22 }, () => 18), null, 18]),
      said('Number', '2025', sizes.with(5, null)),
    ])
    const funnel = funnelOf(national, share, year)
    expect(funnel?.points.slice(0, 3).map(({ value, outOf, within }) => [value, outOf, within])).toEqual([
      [28, 437, 'outside 99.8'],
      [25, 100, 'inside'],
      [18, 100, 'inside'],
    ])
    expect(funnel).toMatchObject({ centre: 18, centreIs: 'England', withoutSize: 1 })
    expect(funnelOf(national, { ...share, among: undefined }, year)).toBeUndefined()
  })
})

describe('where it is furthest from neighbours', () => {
  const years = ['2021', '2022', '2023', '2024', '2025']
  const high: Measure = { ...share, key: 'high', lait: 'High', goodIs: 'high', among: undefined }
  const far = years.map((year) => said('High', year, shares))
  const national = (rows: Parameters<typeof madeUpNational>[0]) => madeUpNational(rows, [share, number, high])

  test('says on which side, for how long, and how many lie nearer to theirs', () => {
    const { distances, leftOut } = furthestOf(
      national([said('Share', '2025', shares), said('Number', '2025', sizes), ...far]),
      a,
    )
    expect(leftOut).toEqual({ sums: 1, withoutOwn: 0, withoutNeighbours: 0, old: 0 })
    expect(
      distances.map(({ measure, side, chance, running, nearer, difference }) => [
        measure.key,
        side,
        chance,
        running,
        nearer,
        difference,
      ]),
    ).toEqual([
      ['share', 'worse', 'more than chance', 1, 1, 13],
      ['high', 'better', 'year after year', 5, 1, 13],
    ])
  })

  test('what could be chance comes last, whatever its size', () => {
    const small = sizes.with(0, 5)
    const { distances } = furthestOf(
      national([
        said('Share', '2025', shares),
        said('Number', '2025', small),
        ...far.slice(0, 2),
        said('High', '2025', shares.with(0, 16)),
      ]),
      a,
    )
    expect(distances.map(({ measure, chance }) => [measure.key, chance])).toEqual([
      ['high', 'not known'],
      ['share', 'could be chance'],
    ])
  })

  test('what is old, or not known, is counted and not judged', () => {
    const { distances, leftOut } = furthestOf(
      national([
        said('Share', '2019', shares),
        ...far.slice(4),
        said(
          'Number',
          '2025',
          sizes.map(() => 1),
        ),
      ]),
      e,
    )
    expect(distances.map(({ measure }) => measure.key)).toEqual(['high'])
    expect(leftOut.old).toBe(1)
    expect(furthestOf(national([said('Share', '2025', shares.with(4, null))]), e).leftOut.withoutOwn).toBe(2)
  })
})

test('a measure is found by what people say', () => {
  const titled = (key: string, title: string, words = ''): Measure => ({ ...share, key, title, words })
  const all = [
    titled('home', 'Children who left care to go home'),
    titled('far', 'Children in care living more than 20 miles from home, outside the authority', 'far distance'),
    titled('teeth', 'Children in care who saw a dentist'),
  ]
  const found = (question: string) => findMeasures(all, question).map(({ key }) => key)
  expect(found('are we placing more children far from home than places like us, and is it getting worse?')[0]).toBe(
    'far',
  )
  expect(found('distance')).toEqual(['far'])
  expect(found('dentists')).toEqual([])
  expect(found('dent')).toEqual(['teeth'])
  expect(found('the of and')).toEqual([])
})

test('the median lies between the middle two', () => {
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(medianOf([4, 1, 2, 3])).toBe(2.5)
  expect(medianOf([])).toBeUndefined()
})
