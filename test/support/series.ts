import type { FigureLine, Series } from '../../src/app/figures.ts'
import { coverage, lastPeriods, type Period, parsePeriod } from '../../src/core/dates/period.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../src/core/definitions/indicator.ts'
import { direction, movement, rag } from '../../src/core/figures/judge.ts'
import type { Benchmark, Comparator, Target } from '../../src/core/figures/series.ts'

type Given = {
  readonly indicator?: Partial<Pick<Indicator, 'key' | 'label' | 'unit' | 'goodIs' | 'covers' | 'ripeAfter' | 'counts'>>
  readonly question?: string
  /** Monthly values up to September 2023, the oldest first. */
  readonly values: readonly (number | null)[]
  readonly target?: number
  readonly redBeyond?: number
  readonly targetNote?: string
  readonly benchmarks?: Partial<Readonly<Record<Comparator, number>>>
  readonly differs?: Partial<Readonly<Record<Comparator, string>>>
  /** What more is said about some months, counted from the oldest. */
  readonly months?: Readonly<
    Record<
      number,
      Partial<Pick<FigureLine, 'breakNote' | 'note' | 'provisional' | 'denominator' | 'onOldBase' | 'source'>>
    >
  >
}

/** A series of monthly figures up to September 2023, judged as the product judges them. */
export function seriesOf(given: Given): Series {
  const one = definition(given)
  const periods = lastPeriods(parsePeriod('2023-09'), given.values.length)
  const lines = periods.map((period, at) => line(one, period, at, given))
  const latest = lines.at(-1)
  if (latest === undefined) throw new Error('At least one month is needed')
  return { indicator: one, latest, lines }
}

function definition({ indicator: changes, question }: Given): Indicator {
  const { key = 'made-up', label = 'Made up', unit = 'count', goodIs = 'low', covers = 'in the period' } = changes ?? {}
  const rest = { key, label, unit, goodIs, covers, who: 'Everyone.', countedIf: 'Always.', notKnown: 'Left out.' }
  const ripe = {
    ...(changes?.ripeAfter === undefined ? {} : { ripeAfter: changes.ripeAfter }),
    ...(changes?.counts === undefined ? {} : { counts: changes.counts }),
  }
  return question === undefined
    ? indicator({ ...rest, ...ripe, source: 'The tests', status: 'stated' })
    : indicator({ ...rest, ...ripe, source: 'The tests', status: 'to be confirmed', question })
}

function line(one: Indicator, period: Period, at: number, given: Given): FigureLine {
  const [value = null, previous = null] = [given.values[at], at === 0 ? null : given.values[at - 1]]
  const target = targetOf(one, given)
  return {
    indicator: one,
    period,
    covers: coverage(one.covers, period, []),
    value,
    numerator: null,
    denominator: null,
    notKnown: null,
    provisional: false,
    target,
    rag: rag(value, one.goodIs, thresholdsOf(given)),
    previous,
    direction: direction(value, previous, one.goodIs),
    movement: movement(value, previous),
    benchmarks: benchmarksOf(one, given),
    breakNote: null,
    onOldBase: null,
    note: null,
    notPlaced: 0,
    source: 'published' as const,
    publishedIn: 'The tests',
    asPublished: null,
    ...given.months?.[at],
  }
}

const common = {
  authority: 'exampleshire',
  appliesFrom: plainDate('2020-04-01'),
  appliesTo: null,
  publishedIn: 'The tests',
}

const thresholdsOf = ({ target, redBeyond }: Given) =>
  target === undefined ? undefined : { target, ...(redBeyond === undefined ? {} : { redBeyond }) }

const targetOf = ({ key }: Indicator, { target, redBeyond, targetNote }: Given): Target | undefined =>
  target === undefined
    ? undefined
    : { ...common, indicator: key, target, redBeyond: redBeyond ?? null, note: targetNote ?? null }

function benchmarksOf({ key }: Indicator, { benchmarks = {}, differs = {} }: Given): readonly Benchmark[] {
  const comparators = ['england', 'region', 'statistical-neighbours', 'good-statistical-neighbours'] as const
  return comparators.flatMap((comparator) => {
    const value = benchmarks[comparator]
    if (value === undefined) return []
    return [{ ...common, indicator: key, comparator, value, year: null, differs: differs[comparator] ?? null }]
  })
}
