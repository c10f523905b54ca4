import { scaleLinear } from 'd3-scale'
import { type Box, widthOf } from './text.ts'
import type { Stretch } from './trend-input.ts'
import type { TrendPlan } from './trend-plan.ts'

/** A plan laid out on a plot: `plot` is where the data may be, in drawing units. */
export type TrendCanvas = {
  readonly plan: TrendPlan
  readonly plot: Box
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  /** The boundary half way between a point and the one before it; the edge of the plot at either end. */
  readonly before: (index: number) => number
  readonly dots: { readonly size: number; readonly className: string }
}

/** Room for the last and largest dot within the plot. */
const inset = 6

// Where months stand close, outlined dots would hide the line between them.
function dotsFor(spacing: number): TrendCanvas['dots'] {
  if (spacing >= 9) return { size: 3.5, className: 'c-dot' }
  if (spacing >= 6) return { size: 2.5, className: 'c-dot' }
  return { size: 2, className: 'c-dot c-dot--tight' }
}

export function trendCanvas(plan: TrendPlan, plot: Box): TrendCanvas {
  const last = plan.points.length - 1
  const scale = scaleLinear([0, last], [plot.left + inset, plot.right - inset])
  // One point stands in the middle.
  const x = (index: number) => (last === 0 ? (plot.left + plot.right) / 2 : scale(index))
  const y = scaleLinear([plan.axis.low, plan.axis.high], [plot.bottom, plot.top])
  const before = (index: number) => {
    if (index <= 0) return plot.left
    return index > last ? plot.right : (x(index - 1) + x(index)) / 2
  }
  const spacing = last === 0 ? plot.right - plot.left : x(1) - x(0)
  return { plan, plot, x, y: (value) => y(value), before, dots: dotsFor(spacing) }
}

/** How much room the numbers of the axis need at its left. */
export const axisRoom = ({ axis }: TrendPlan): number =>
  Math.max(34, ...axis.ticks.map(({ text }) => widthOf(text, 't2') + 8))

export const stretchEdges = ({ before }: TrendCanvas, { fromIndex, toIndex }: Stretch) => ({
  from: before(fromIndex),
  to: before(toIndex + 1),
})
