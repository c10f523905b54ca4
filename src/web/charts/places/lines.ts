import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { NationalUnit } from '../../../core/benchmarks/measure.ts'
import { periodLabels } from '../period-labels.ts'
import { runsOf } from '../series.ts'
import { spread } from '../spread.ts'
import { element, escapeXml, level, path, units } from '../svg.ts'
import { shorten, type Text, widthOf } from '../text.ts'
import { trendFrame } from '../trend-frame.ts'
import { nationalAxis } from './axis.ts'
import type { Picture, PictureWords, Plot } from './picture.ts'

/** `own` stands out by weight, dots and a bold name; the others by dashes and theirs; `each` is one of many, and has no name. */
type LineKind = 'own' | 'before' | 'neighbours' | 'england' | 'region' | 'chosen' | 'each'

export type YearLine = {
  readonly kind: LineKind
  readonly label: string
  /** The last value as it is written. */
  readonly latest: string
  /** One for each year; null where there is none. */
  readonly values: readonly (number | null)[]
}

export type LinesInput = PictureWords & {
  readonly unit: NationalUnit
  readonly years: readonly string[]
  readonly lines: readonly YearLine[]
}

const classes: Readonly<Record<LineKind, string>> = {
  own: 'c-line',
  before: 'c-before',
  neighbours: 'c-beside',
  england: 'c-bench',
  region: 'c-region',
  chosen: 'c-chosen',
  each: 'c-each',
}
/** Back to front. */
const order: readonly LineKind[] = ['each', 'region', 'england', 'chosen', 'neighbours', 'before', 'own']

/** Lines over the years, own in front. Undefined where nobody has a value. */
export function yearLines(input: LinesInput): Picture | undefined {
  const values = input.lines.flatMap((one) => one.values.flatMap((value) => value ?? []))
  if (values.length === 0) return undefined
  const scale = nationalAxis(values, input.unit)
  return { wide: wide(input, scale), narrow: narrow(input, scale) }
}

type Scale = ReturnType<typeof nationalAxis>

const named = ({ lines }: LinesInput): readonly YearLine[] => lines.filter(({ kind }) => kind !== 'each')
const textOf = ({ label, latest }: YearLine): string => (latest === '' ? label : `${label} ${latest}`)
const fontOf = ({ kind }: YearLine): string => (kind === 'own' ? 'tb' : 't2')

function wide(input: LinesInput, scale: Scale): string {
  const labels = named(input).filter(({ kind }) => kind !== 'before')
  const room = Math.max(...labels.map((one) => widthOf(textOf(one), fontOf(one)))) + 16
  const plot = { left: axisRoom(scale), right: 820 - Math.min(room, 300), top: topRoom(scale), bottom: 340 }
  const { marks, texts, x, y } = drawn(input, scale, plot)
  const ends = labels
    .map((one) => ({ one, at: y(one.values.findLast((value) => value !== null) ?? 0) }))
    .toSorted((a, b) => a.at - b.at)
  const middles = spread(
    ends.map(({ at }) => ({ at, size: 17 })),
    plot.top - 8,
    plot.bottom + 8,
  )
  const names = ends.map(
    ({ one, at }, index): Text => ({
      x: plot.right + 10,
      y: (middles[index] ?? at) + 4.5,
      className: fontOf(one),
      anchor: 'start',
      content: textOf(one),
    }),
  )
  return trendFrame(input, {
    className: 'wide',
    width: 820,
    height: 384,
    marks,
    texts: [...texts, ...names, ...namesOfBefore(input, x, y)],
  })
}

/** Those of before end in the middle, and are named there. */
function namesOfBefore(
  { lines }: LinesInput,
  x: (at: number) => number,
  y: (value: number) => number,
): readonly Text[] {
  return lines
    .filter(({ kind }) => kind === 'before')
    .map(({ label, values }): Text => {
      const at = values.findLastIndex((value) => value !== null)
      const anchor = at > values.length / 2 ? 'end' : at === 0 ? 'start' : 'middle'
      return { x: x(at), y: y(values[at] ?? 0) - 10, className: 't2 ts halo', anchor, content: label }
    })
}

function narrow(input: LinesInput, scale: Scale): string {
  const plot = { left: axisRoom(scale), right: 312, top: topRoom(scale), bottom: 230 }
  const { marks, texts } = drawn(input, scale, plot)
  const rows = named(input).map((one, index) => ({ one, y: plot.bottom + 58 + index * 20 }))
  const swatches = rows.map(({ one, y }) => path(classes[one.kind], level(4, 40, y - 4)))
  const names = rows.map(
    ({ one, y }): Text => ({
      x: 48,
      y,
      className: fontOf(one),
      anchor: 'start',
      content: shorten(textOf(one), 268, fontOf(one)),
    }),
  )
  const height = plot.bottom + 58 + rows.length * 20
  return trendFrame(input, {
    className: 'narrow',
    width: 320,
    height,
    marks: marks + swatches.join(''),
    texts: [...texts, ...names],
  })
}

const axisRoom = ({ axis }: Scale): number => Math.max(...axis.ticks.map(({ text }) => widthOf(text, 't2'))) + 12
const topRoom = ({ axis }: Scale): number => (axis.caption === undefined ? 12 : 28)

function drawn({ years, lines }: LinesInput, { axis, divisor }: Scale, plot: Plot) {
  const last = Math.max(1, years.length - 1)
  const x = scaleLinear([0, last], [plot.left + 8, plot.right - 6])
  const vertical = scaleLinear([axis.low, axis.high], [plot.bottom, plot.top])
  const y = (value: number) => vertical(value / divisor)
  const grid = axis.ticks.map(({ value }) =>
    path(value === axis.low ? 'c-axis' : 'c-grid', level(plot.left, plot.right, vertical(value))),
  )
  const marks = order.flatMap((kind) => lines.filter((one) => one.kind === kind)).map((one) => lineOf(one, years, x, y))
  const texts: readonly Text[] = [
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
      : [{ x: 2, y: 12, className: 't2 ts', anchor: 'start', content: axis.caption } as const]),
    ...(axis.note === undefined
      ? []
      : [
          {
            x: plot.left + 6,
            y: plot.bottom - 7,
            className: 't2 ts halo',
            anchor: 'start',
            content: axis.note,
          } as const,
        ]),
    ...periodLabels(
      years.map((label) => ({ label, yearLabel: '' })),
      x,
      { y: plot.bottom + 18, left: 2, right: plot.right + 8 },
    ),
  ]
  return {
    marks: grid.join('') + path('c-axis', level(plot.left, plot.right, plot.bottom)) + marks.join(''),
    texts,
    x,
    y,
  }
}

function lineOf(
  { kind, label, values }: YearLine,
  years: readonly string[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const draw = line<number>(x, (at) => y(values[at] ?? 0)).digits(1)
  const drawnLine = path(
    classes[kind],
    runsOf(values)
      .map((run) => draw(run) ?? '')
      .join(''),
  )
  // A year alone between two that are missing has no line.
  const dots = values.flatMap((value, at) => {
    if (value === null || (kind !== 'own' && kind !== 'before' && !isAlone(values, at))) return []
    const hover = element('title', {}, escapeXml(`${label}, ${years[at] ?? ''}`))
    const radius = kind === 'own' ? (at === values.length - 1 ? 5 : 3.5) : 2.5
    return [
      element(
        'circle',
        { class: kind === 'before' ? 'c-dot--provisional' : 'c-dot', cx: x(at), cy: y(value), r: radius },
        hover,
      ),
    ]
  })
  return drawnLine + dots.join('')
}

const isAlone = (values: readonly (number | null)[], at: number): boolean =>
  (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null

/** A decorative drawing of the same, 200 by 56, for many side by side: the figures stand beside it in words. */
export function miniLines({ unit, years, lines }: Omit<LinesInput, keyof PictureWords>): string {
  const values = lines.flatMap((one) => one.values.flatMap((value) => value ?? []))
  if (values.length === 0) return ''
  const { axis, divisor } = nationalAxis(values, unit)
  const x = scaleLinear([0, Math.max(1, years.length - 1)], [4, 194])
  const vertical = scaleLinear([axis.low, axis.high], [52, 4])
  const marks = order.flatMap((kind) =>
    lines
      .filter((one) => one.kind === kind)
      .map((one) => {
        const draw = line<number>(x, (at) => vertical((one.values[at] ?? 0) / divisor)).digits(1)
        return path(
          classes[kind],
          runsOf(one.values)
            .map((run) => draw(run) ?? '')
            .join(''),
        )
      }),
  )
  const own = lines.find(({ kind }) => kind === 'own')
  const at = own?.values.findLastIndex((value) => value !== null) ?? -1
  const dot =
    own === undefined || at < 0
      ? ''
      : element('circle', { class: 'c-dot', cx: x(at), cy: vertical((own.values[at] ?? 0) / divisor), r: 4.5 })
  const size = { viewBox: '0 0 200 56', 'aria-hidden': 'true', focusable: 'false' }
  return element('svg', size, path('c-grid', `M4 52H${units(196)}`) + marks.join('') + dot)
}
