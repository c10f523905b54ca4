import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { isKnown, runsOf } from './series.ts'
import { element, level, path } from './svg.ts'

export type Sparkline = {
  /** Oldest first; `null` is a month without a figure. */
  readonly values: readonly (number | null)[]
  readonly target?: number
}

const middle = 10
const top = 4
const bottom = 16

/** Where the line keeps at least half of the height. A flat line has no scale, so only a target that it stands on is drawn. */
function targetFits(target: number, low: number, high: number): boolean {
  const together = Math.max(high, target) - Math.min(low, target)
  return together === 0 || high - low >= together / 2
}

/**
 * A decorative line for a table cell, 76 by 20; the figures stand beside it. Gaps for missing months; a dot for a month
 * between two gaps, and a larger one for the last month if it has a figure. Empty where nothing is known.
 */
export function sparkline({ values, target }: Sparkline): string {
  const known = values.filter(isKnown)
  if (known.length === 0) return ''
  const low = Math.min(...known)
  const high = Math.max(...known)
  const shown = isKnown(target) && targetFits(target, low, high) ? target : undefined

  const domain = [Math.min(low, shown ?? low), Math.max(high, shown ?? high)]
  const y = scaleLinear(domain, domain[0] === domain[1] ? [middle, middle] : [bottom, top])
  const x = scaleLinear([0, values.length - 1], values.length === 1 ? [71, 71] : [4, 71])
  const drawn = line<number>(x, (index) => y(values[index] ?? low)).digits(1)

  const runs = runsOf(values)
  const dots = runs.filter((run) => run.length === 1).flat()
  const last = values.length - 1
  const dot = (index: number, r: number) =>
    element('circle', { class: 'c-fill', cx: x(index), cy: y(values[index] ?? low), r })
  const parts = [
    shown === undefined ? '' : path('c-target c-thin', level(2, 74, y(shown))),
    ...runs.filter((run) => run.length > 1).map((run) => path('c-line c-thin', drawn(run) ?? '')),
    ...dots.filter((index) => index !== last).map((index) => dot(index, 1.8)),
    isKnown(values[last]) ? dot(last, 3) : '',
  ]
  const size = { width: '4.75rem', height: '1.25rem', viewBox: '0 0 76 20', 'aria-hidden': 'true', focusable: 'false' }
  return element('svg', size, parts.join(''))
}
