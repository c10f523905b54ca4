import { line } from 'd3-shape'
import { diamond, element, escapeXml, level, path, units } from './svg.ts'
import type { Text } from './text.ts'
import { stretchEdges, type TrendCanvas } from './trend-canvas.ts'
import type { KnownPoint } from './trend-plan.ts'

function grid({ plan, plot, y }: TrendCanvas): string {
  const lines = plan.axis.ticks.filter(({ value }) => value > plan.axis.low)
  return lines
    .map(({ value }) => path(value === 0 ? 'c-axis' : 'c-grid', level(plot.left, plot.right, y(value))))
    .join('')
}

function bands(canvas: TrendCanvas): string {
  const { plan, y } = canvas
  return plan.limits
    .map((limits) => {
      const { from, to } = stretchEdges(canvas, limits)
      const top = y(limits.upper)
      const band = { class: 'c-band', x: from, y: top, width: to - from, height: y(limits.lower) - top }
      return element('rect', band) + path('c-mean', level(from, to, y(limits.mean)))
    })
    .join('')
}

const events = ({ plan, plot, before }: TrendCanvas): string =>
  plan.breaks
    .map(({ index }) => path('c-event', `M${units(before(index))} ${units(plot.top)}V${units(plot.bottom)}`))
    .join('')

/** One dashed line; a target that changes is a step. */
function targets(canvas: TrendCanvas): string {
  let reached: number | undefined
  const steps = canvas.plan.targets.map((target) => {
    const { from, to } = stretchEdges(canvas, target)
    const y = canvas.y(target.value)
    const step = reached === target.fromIndex ? `V${units(y)}H${units(to)}` : level(from, to, y)
    reached = target.toIndex + 1
    return step
  })
  return steps.length === 0 ? '' : path('c-target', steps.join(''))
}

const benchmarks = ({ plan, plot, y }: TrendCanvas): string =>
  plan.benchmarks.map(({ value }) => path('c-bench', level(plot.left, plot.right, y(value)))).join('')

function series({ plan, x, y }: TrendCanvas): string {
  const values = new Map(plan.known.map(({ index, value }) => [index, value]))
  const drawn = line<number>(x, (index) => y(values.get(index) ?? plan.axis.low)).digits(1)
  return path('c-line', plan.runs.map((run) => drawn(run) ?? '').join(''))
}

function mark({ plan, x, y, dots }: TrendCanvas, point: KnownPoint): string {
  const state = point.provisional ? ' (provisional)' : ''
  const hover = element('title', {}, escapeXml(`${point.fullLabel}: ${point.written}${state}`))
  const at = { x: x(point.index), y: y(point.value) }
  const isLatest = point.index === plan.latest.index
  if (point.signal) {
    const className = point.provisional ? 'c-signal c-signal--provisional' : 'c-signal'
    return element('path', { class: className, d: diamond(at.x, at.y, isLatest ? 7 : dots.size + 2.5) }, hover)
  }
  const className = isLatest ? 'c-dot' : dots.className
  const circle = {
    class: point.provisional ? `${className} c-dot--provisional` : className,
    cx: at.x,
    cy: at.y,
    r: isLatest ? 5 : dots.size,
  }
  return element('circle', circle, hover)
}

/** Everything inside the plot but its words, back to front. */
export function trendMarks(canvas: TrendCanvas): string {
  return [
    grid(canvas),
    bands(canvas),
    events(canvas),
    path('c-axis', level(canvas.plot.left, canvas.plot.right, canvas.plot.bottom)),
    targets(canvas),
    benchmarks(canvas),
    series(canvas),
    ...canvas.plan.known.map((point) => mark(canvas, point)),
  ].join('')
}

/** The numbers of the axis, what they are, and where it starts if not at nought. */
export function axisTexts({ plan, plot, y }: TrendCanvas): readonly Text[] {
  const { ticks, note, caption } = plan.axis
  const numbers = ticks.map(
    ({ value, text }): Text => ({ x: plot.left - 6, y: y(value) + 4, className: 't2', anchor: 'end', content: text }),
  )
  const start = { x: plot.left + 6, y: plot.bottom - 7, className: 't2 ts halo', anchor: 'start' } as const
  const unit = { x: 2, y: 12, className: 't2 ts', anchor: 'start' } as const
  return [
    ...numbers,
    ...(note === undefined ? [] : [{ ...start, content: note }]),
    ...(caption === undefined ? [] : [{ ...unit, content: caption }]),
  ]
}
