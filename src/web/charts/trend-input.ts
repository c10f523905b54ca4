import type { Unit } from '../../core/definitions/indicator.ts'

export type TrendPoint = {
  /** "Sep" */
  readonly label: string
  /** "2023" */
  readonly yearLabel: string
  /** "September 2023" */
  readonly fullLabel: string
  /** `null` where there is no figure. */
  readonly value: number | null
  /** The value as a reader should see it: "64.9%". */
  readonly written: string
  readonly provisional: boolean
  /** Outside the usual range, or part of a run on one side of its middle. */
  readonly signal: boolean
  /** What changed, so that this and later values do not compare with earlier ones. */
  readonly breakBefore?: string
}

/** Indexes count points from 0 and are inclusive; a stretch is cut to the points there are. */
export type Stretch = { readonly fromIndex: number; readonly toIndex: number }

export type TrendTarget = Stretch & { readonly value: number; readonly written: string }

export type TrendBenchmark = { readonly label: string; readonly value: number; readonly written: string }

/** The usual range of one stretch between breaks, in the unit of the figure. */
export type TrendLimits = Stretch & {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  /** "59 to 68" */
  readonly written: string
}

export type TrendChartInput = {
  /** Unique in the page: ids within the drawings begin with it. */
  readonly id: string
  readonly title: string
  /** What the chart shows, in words, and where its table is. */
  readonly description: string
  /** Oldest first. */
  readonly points: readonly TrendPoint[]
  /** Oldest first, one for each stretch of time; they must not overlap. */
  readonly targets?: readonly TrendTarget[]
  readonly benchmarks: readonly TrendBenchmark[]
  readonly limits?: readonly TrendLimits[]
  readonly unit: Unit
}
