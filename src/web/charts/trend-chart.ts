import type { TrendChartInput } from './trend-input.ts'
import { trendNarrow } from './trend-narrow.ts'
import { trendPlan } from './trend-plan.ts'
import { trendWide } from './trend-wide.ts'

/** The same chart twice; the stylesheet shows the one that fits. Both are complete `<svg>` elements. */
export type TrendChart = { readonly wide: string; readonly narrow: string }

/**
 * Draws a series over time with its target, benchmarks, usual range, signals and breaks.
 * Undefined where no point has a value: the page then says so in words.
 */
export function trendChart(input: TrendChartInput): TrendChart | undefined {
  const plan = trendPlan(input)
  return plan === undefined ? undefined : { wide: trendWide(plan), narrow: trendNarrow(plan) }
}
