import { scaleLinear } from 'd3-scale'
import { element, path, units } from './svg.ts'

export type IntervalStrip = {
  readonly value: number
  readonly low: number
  readonly high: number
  /** The share of all, drawn as a line through every strip of the table. */
  readonly all: number
  readonly target?: number
}

const upright = (x: number): string => `M${units(x)} 1V19`

/** A decorative strip for a table cell, 200 by 20, from 0 to 100 per cent; the share and its interval stand beside it in figures. */
export function intervalStrip({ value, low, high, all, target }: IntervalStrip): string {
  const x = scaleLinear([0, 100], [8, 192])
  const parts = [
    path('c-grid', `M8 10H192`),
    path('c-axis', upright(x(all))),
    target === undefined ? '' : path('c-target c-thin', upright(x(target))),
    path('c-span', `M${units(x(low))} 10H${units(x(high))}`),
    element('circle', { class: 'c-dot', cx: x(value), cy: 10, r: 6 }),
  ]
  const size = { width: '12.5rem', height: '1.25rem', viewBox: '0 0 200 20', 'aria-hidden': 'true', focusable: 'false' }
  return element('svg', size, parts.join(''))
}
