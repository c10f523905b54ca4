import { spread } from './spread.ts'
import { path, units } from './svg.ts'
import { type Text, widthOf, wrap } from './text.ts'
import type { TrendLimits } from './trend-input.ts'
import type { TrendPlan } from './trend-plan.ts'

type Line = { readonly content: string; readonly className: string }

/** A name for something that reaches the right end of the plot, and the values that it may stand beside. */
export type EndLabel = {
  readonly lines: readonly Line[]
  readonly low: number
  readonly high: number
  readonly at: number
}

const lineHeight = 15
/** Letters reach this far above their baseline; half of it centres a line on what it names. */
const halfLetter = 4.5
/** A label may reach this far over the plot's edge, to stand level with a line along it. */
const overhang = 5
const mostRoom = 150
/** A label moved further than this is tied to its line by a thin one. */
const far = 9
/** Half of the last period's name stands right of the plot. */
const leastRoom = 24
const tied = 22
const close = 8

const reachesEnd = ({ points }: TrendPlan, { toIndex }: { readonly toIndex: number }): boolean =>
  toIndex === points.length - 1

function lined(content: string, className: string): readonly Line[] {
  return wrap(content, mostRoom, className).map((line) => ({ content: line, className }))
}

const label = (lines: readonly Line[], value: number): EndLabel => ({ lines, low: value, high: value, at: value })

function latestValue({ latest, endsWithLatest }: TrendPlan): readonly EndLabel[] {
  if (!endsWithLatest) return []
  const value = lined(`${latest.label} ${latest.yearLabel}: ${latest.written}`, 'tb')
  const provisional = latest.provisional ? [{ content: 'provisional', className: 't2' }] : []
  return [label([...value, ...provisional], latest.value)]
}

function usualRange({ lower, upper, written }: TrendLimits): EndLabel {
  const lines = [{ content: 'usual range,', className: 't2' }, ...lined(written, 't2')]
  // Nearer the lower limit, away from the latest value, which is usually near the middle.
  return { lines, low: lower, high: upper, at: lower + 0.15 * (upper - lower) }
}

/** The labels at the right end: latest value, target, benchmarks, usual range. */
export function endLabels(plan: TrendPlan): readonly EndLabel[] {
  const target = plan.targets.findLast((each) => reachesEnd(plan, each))
  const range = plan.limits.findLast((each) => reachesEnd(plan, each))
  return [
    ...latestValue(plan),
    ...(target === undefined ? [] : [label(lined(`Target ${target.written}`, 'tb th'), target.value)]),
    ...plan.benchmarks.map((each) => label(lined(`${each.label} ${each.written}`, 't2'), each.value)),
    ...(range === undefined ? [] : [usualRange(range)]),
  ]
}

const heightOf = ({ lines }: EndLabel): number => lines.length * lineHeight + 1

/** What all labels need together, one above the other. */
export const heightOfAll = (labels: readonly EndLabel[]): number =>
  labels.reduce((sum, each) => sum + heightOf(each), 0)

type Placed = { readonly label: EndLabel; readonly middle: number; readonly from: number; readonly isFar: boolean }

/** Middles of the labels in drawing units: in the order of their values, never over one another, inside the plot. */
export function placeEndLabels(
  labels: readonly EndLabel[],
  y: (value: number) => number,
  plot: { readonly top: number; readonly bottom: number },
): readonly Placed[] {
  const ordered = labels.toSorted((a, b) => y(a.at) - y(b.at))
  const wishes = ordered.map((each) => ({ at: y(each.at), size: heightOf(each) }))
  const middles = spread(wishes, plot.top - overhang, plot.bottom + overhang)
  return ordered.map((each, index) => {
    const middle = middles[index] ?? y(each.at)
    const from = Math.max(y(each.high), Math.min(y(each.low), middle))
    return { label: each, middle, from, isFar: Math.abs(middle - from) > far }
  })
}

/** How much room at the right the labels need, gap included. */
export function endRoom(placed: readonly Placed[]): number {
  const widths = placed.flatMap(({ label: { lines } }) => lines.map((line) => widthOf(line.content, line.className)))
  return gapBefore(placed) + Math.max(leastRoom, ...widths)
}

const gapBefore = (placed: readonly Placed[]): number => (placed.some(({ isFar }) => isFar) ? tied : close)

export function drawEndLabels(placed: readonly Placed[], edge: number): { marks: string; texts: readonly Text[] } {
  const x = edge + gapBefore(placed)
  const leaders = placed
    .filter(({ isFar }) => isFar)
    .map(({ middle, from }) => path('c-mean', `M${units(edge + 2)} ${units(from)}L${units(x - 3)} ${units(middle)}`))
  const texts = placed.flatMap(({ label: { lines }, middle }) => {
    const first = middle - ((lines.length - 1) * lineHeight) / 2 + halfLetter
    return lines.map((line, index): Text => ({ ...line, x, y: first + index * lineHeight, anchor: 'start' }))
  })
  return { marks: leaders.join(''), texts }
}
