import { type Break, breaksOf } from './breaks.ts'
import { isKnown, type Run, runsOf } from './series.ts'
import type { Stretch, TrendBenchmark, TrendChartInput, TrendLimits, TrendPoint, TrendTarget } from './trend-input.ts'
import { boundsOf, type ValueAxis, valueAxis } from './value-axis.ts'

export type KnownPoint = TrendPoint & { readonly index: number; readonly value: number }

/** What a trend chart shows, before anyone decides how large: both drawings are made from one plan. */
export type TrendPlan = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly points: readonly TrendPoint[]
  readonly known: readonly KnownPoint[]
  /** The last known point; not always the last point. */
  readonly latest: KnownPoint
  /** Whether the latest value stands at the right end of the plot. */
  readonly endsWithLatest: boolean
  readonly runs: readonly Run[]
  readonly breaks: readonly Break[]
  readonly targets: readonly TrendTarget[]
  /** Highest first, as they stand in the drawing. */
  readonly benchmarks: readonly TrendBenchmark[]
  readonly limits: readonly TrendLimits[]
  readonly axis: ValueAxis
}

/** Cuts stretches to the points there are and drops those that end up empty. */
function cut<S extends Stretch>(stretches: readonly S[], count: number): readonly S[] {
  return stretches
    .map((stretch) => ({
      ...stretch,
      fromIndex: Math.max(0, Math.ceil(stretch.fromIndex)),
      toIndex: Math.min(count - 1, Math.floor(stretch.toIndex)),
    }))
    .filter(({ fromIndex, toIndex }) => fromIndex <= toIndex)
}

function knownPoints(points: readonly TrendPoint[]): readonly KnownPoint[] {
  return points.flatMap((point, index) => (isKnown(point.value) ? [{ ...point, index, value: point.value }] : []))
}

// XmR arithmetic can put a limit below nought or above 100 per cent, where no figure can be.
function clipped(limits: TrendLimits, low: number, high: number): TrendLimits {
  const inside = (value: number) => Math.max(low, Math.min(high, value))
  const lower = inside(Math.min(limits.lower, limits.upper))
  const upper = inside(Math.max(limits.lower, limits.upper))
  return { ...limits, lower, upper, mean: Math.max(lower, Math.min(upper, limits.mean)) }
}

/** Everything that does not depend on the size of the drawing. Undefined where there is no known value to draw. */
export function trendPlan(input: TrendChartInput): TrendPlan | undefined {
  const { points, unit } = input
  const known = knownPoints(points)
  const latest = known.at(-1)
  if (latest === undefined) return undefined

  const targets = cut(input.targets ?? [], points.length).filter(({ value }) => isKnown(value))
  const benchmarks = input.benchmarks.filter(({ value }) => isKnown(value)).toSorted((a, b) => b.value - a.value)
  const figures = [...known, ...targets, ...benchmarks].map(({ value }) => value)
  const bounds = boundsOf(figures, unit)
  const limits = cut(input.limits ?? [], points.length)
    .filter(({ mean, lower, upper }) => [mean, lower, upper].every(isKnown))
    .map((each) => clipped(each, bounds.low, bounds.high))
  const breaks = breaksOf(points)
  const starts = new Set(breaks.map(({ index }) => index))
  return {
    id: input.id.replace(/[^\w-]/g, '-'),
    title: input.title,
    description: input.description,
    points,
    known,
    latest,
    endsWithLatest: points.length > 1 && latest.index === points.length - 1,
    runs: runsOf(
      points.map(({ value }) => value),
      (index) => starts.has(index),
    ),
    breaks,
    targets,
    benchmarks,
    limits,
    axis: valueAxis([...figures, ...limits.flatMap(({ lower, upper }) => [lower, upper])], bounds, unit),
  }
}
