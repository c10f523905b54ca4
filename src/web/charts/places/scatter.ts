import { scaleLinear, scaleSqrt } from 'd3-scale'
import { line } from 'd3-shape'
import type { NationalUnit } from '../../../core/benchmarks/measure.ts'
import { diamond, element, escapeXml, level, path } from '../svg.ts'
import { shorten, type Text, widthOf } from '../text.ts'
import { trendFrame } from '../trend-frame.ts'
import { nationalAxis } from './axis.ts'
import type { Picture, PictureWords, Plot } from './picture.ts'

export type Dot = {
  readonly kind: 'own' | 'neighbour' | 'chosen' | 'other'
  readonly label: string
  readonly x: number
  readonly y: number
  /** "28%" */
  readonly written: string
}

/** A line through points; `limit` is a boundary of chance, `centre` what it lies about. */
type Curve = {
  readonly kind: 'centre' | 'inner' | 'outer'
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export type ScatterInput = PictureWords & {
  readonly unit: NationalUnit
  readonly dots: readonly Dot[]
  readonly curves: readonly Curve[]
  /** How the sizes lie: by their square root, so that small ones do not stand on each other. */
  readonly across: { readonly label: string; readonly scale: 'even' | 'square root'; readonly ticks: readonly number[] }
}

const curveClass = { centre: 'c-bench', inner: 'c-limit', outer: 'c-limit-outer' } as const

/** Every authority as a dot; own a filled diamond with its name, neighbours filled, the others hollow. */
export function scatter(input: ScatterInput): Picture | undefined {
  if (input.dots.length === 0) return undefined
  return {
    wide: drawing(input, 'wide', { left: 0, right: 806, top: 30, bottom: 330 }, 820),
    narrow: drawing(input, 'narrow', { left: 0, right: 310, top: 30, bottom: 250 }, 320),
  }
}

function drawing(input: ScatterInput, className: 'wide' | 'narrow', room: Plot, width: number): string {
  const { dots, curves, across, unit } = input
  const highest = Math.max(...dots.map(({ y }) => y))
  // A limit of very few reaches further than any figure does: the picture does not follow it.
  const reach = [
    ...dots.map(({ y }) => y),
    ...curves.flatMap(({ points }) => points.map(({ y }) => Math.min(y, highest * 1.15))),
  ]
  const { axis, divisor } = nationalAxis(reach, unit)
  const plot = { ...room, left: Math.max(...axis.ticks.map(({ text }) => widthOf(text, 't2'))) + 12 }
  const most = Math.max(...dots.map(({ x }) => x))
  const least = across.scale === 'even' ? Math.min(...dots.map(({ x }) => x)) : 0
  const x = (across.scale === 'even' ? scaleLinear : scaleSqrt)([least, most], [plot.left + 10, plot.right - 10])
  const vertical = scaleLinear([axis.low, axis.high], [plot.bottom, plot.top]).clamp(true)
  const y = (value: number) => vertical(value / divisor)
  const grid = axis.ticks.map(({ value }) => path('c-grid', level(plot.left, plot.right, vertical(value))))
  const drawn = curves.map(({ kind, points }) => {
    const inside = points.filter((point) => point.y / divisor <= axis.high && point.y / divisor >= axis.low)
    return path(
      curveClass[kind],
      line<(typeof inside)[number]>(
        (at) => x(at.x),
        (at) => y(at.y),
      ).digits(1)(inside) ?? '',
    )
  })
  const inOrder = (['other', 'neighbour', 'chosen', 'own'] as const).flatMap((kind) =>
    dots.filter((dot) => dot.kind === kind),
  )
  const marks = inOrder.map((dot) => markOf(dot, x(dot.x), y(dot.y)))
  return trendFrame(input, {
    className,
    width,
    height: plot.bottom + 46,
    marks: [...grid, path('c-axis', level(plot.left, plot.right, plot.bottom)), ...drawn, ...marks].join(''),
    texts: [
      ...axis.ticks.map(
        ({ value, text }): Text => ({
          x: plot.left - 6,
          y: vertical(value) + 4,
          className: 't2',
          anchor: 'end',
          content: text,
        }),
      ),
      ...(axis.caption === undefined
        ? []
        : [{ x: 2, y: 14, className: 't2 ts', anchor: 'start', content: axis.caption } as const]),
      ...across.ticks
        .filter((tick) => tick >= least && tick <= most)
        .map(
          (tick): Text => ({
            x: x(tick),
            y: plot.bottom + 18,
            className: 't2',
            anchor: 'middle',
            content: tick.toLocaleString('en-GB'),
          }),
        ),
      { x: plot.right, y: plot.bottom + 38, className: 't2', anchor: 'end', content: across.label },
      ...names(dots, x, y, plot),
    ],
  })
}

/** Own and the chosen authority are named; the rest say who they are when pointed at, and in the table. */
function names(
  dots: readonly Dot[],
  x: (value: number) => number,
  y: (value: number) => number,
  plot: Plot,
): readonly Text[] {
  return dots
    .filter(({ kind }) => kind === 'own' || kind === 'chosen')
    .map((dot): Text => {
      const className = dot.kind === 'own' ? 'tb halo' : 'halo'
      const at = x(dot.x)
      const full = `${dot.label} ${dot.written}`
      const [left, right] = [at - 14 - plot.left, plot.right - at - 14]
      const toTheRight = widthOf(full, className) <= right || right >= left
      return {
        x: toTheRight ? at + 14 : at - 14,
        y: y(dot.y) + (dot.kind === 'own' ? -8 : 18),
        className,
        anchor: toTheRight ? 'start' : 'end',
        content: shorten(full, toTheRight ? right : left, className),
      }
    })
}

function markOf({ kind, label, written }: Dot, x: number, y: number): string {
  const hover = element('title', {}, escapeXml(`${label}: ${written}`))
  if (kind === 'own') return element('path', { class: 'c-own', d: diamond(x, y, 9) }, hover)
  const classes = { neighbour: 'c-dot--beside', chosen: 'c-dot--chosen', other: 'c-ring' }
  return element('circle', { class: classes[kind], cx: x, cy: y, r: kind === 'other' ? 3 : 5 }, hover)
}
