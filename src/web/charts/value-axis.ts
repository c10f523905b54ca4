import { scaleLinear } from 'd3-scale'
import type { Unit } from '../../core/definitions/indicator.ts'

export type ValueAxis = {
  readonly low: number
  readonly high: number
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  /** "Axis starts at 56%", on an axis that leaves nought out. */
  readonly note?: string
  /** What the numbers are, where neither they nor the heading would say. */
  readonly caption?: string
}

type Span = { readonly low: number; readonly high: number }

/** An axis never shows less than this, so that nobody reads a cliff into a tenth of a point. */
const leastSpan: Readonly<Record<Unit, number>> = {
  count: 4,
  'per cent': 4,
  'per 10,000': 4,
  days: 4,
  score: 1,
  ratio: 0.1,
}

const captions: Readonly<Partial<Record<Unit, string>>> = {
  'per 10,000': 'Per 10,000',
  days: 'Days',
  score: 'Score',
  ratio: 'Ratio',
}

/** The lowest and highest value that an axis in this unit may show for these figures: nought, and 100 for per cents. */
export function boundsOf(figures: readonly number[], unit: Unit): Span {
  const low = Math.min(0, ...figures)
  const high = unit === 'per cent' ? Math.max(100, ...figures) : Number.POSITIVE_INFINITY
  return { low: low < 0 ? Number.NEGATIVE_INFINITY : 0, high }
}

function widened({ low, high }: Span, least: number, bounds: Span): Span {
  const missing = Math.max(0, least - (high - low))
  const up = Math.min(missing / 2, bounds.high - high)
  const down = Math.min(missing - up, low - bounds.low)
  return { low: low - down, high: high + Math.max(0, missing - down) }
}

/** Adds room at both ends; goes down to nought where nought is near, and always takes it in when figures are negative. */
function padded({ low, high }: Span, bounds: Span): Span {
  const isNearNought = low >= 0 && low <= 0.6 * (high - low)
  const from = isNearNought ? 0 : low
  const to = low < 0 ? Math.max(0, high) : high
  const room = to - from
  // Below, the note on where the axis starts needs a line of its own.
  const start = isNearNought ? 0 : from - 0.14 * room
  return { low: Math.max(bounds.low, start), high: Math.min(bounds.high, to + 0.08 * room) }
}

const decimalsOf = (step: number): number => Math.min(20, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))

function written(value: number, decimals: { readonly least: number; readonly most: number }, unit: Unit): string {
  const digits = { minimumFractionDigits: decimals.least, maximumFractionDigits: decimals.most }
  const number = value.toLocaleString('en-GB', digits).replace(/^-/, '−')
  return unit === 'per cent' ? `${number}%` : number
}

/** A part of the distance between ticks (1, 2 or 5 of some power of ten) that makes numbers easy to say. */
function partOf(step: number): number {
  const leading = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9))
  return leading === 5 ? step / 5 : step / 2
}

/** Outwards to numbers that are easy to say. */
function rounded({ low, high }: Span, step: number): Span {
  const part = partOf(step)
  const decimals = decimalsOf(part)
  const clean = (value: number) => Number(value.toFixed(decimals))
  return { low: clean(Math.floor(low / part + 1e-9) * part), high: clean(Math.ceil(high / part - 1e-9) * part) }
}

function ticksFor({ low, high }: Span, unit: Unit): { readonly values: readonly number[]; readonly step: number } {
  const all = scaleLinear([low, high], [0, 1]).ticks(5)
  const values = unit === 'count' ? all.filter(Number.isInteger) : all
  const [first = low, second = high] = values
  return { values, step: second - first }
}

/**
 * A vertical axis that takes in every figure, at least one.
 * @param figures everything drawn against the axis: values, targets, benchmarks, usual ranges
 * @param bounds see `boundsOf`
 */
export function valueAxis(figures: readonly number[], bounds: Span, unit: Unit): ValueAxis {
  const extent = { low: Math.min(...figures), high: Math.max(...figures) }
  const roomy = padded(widened(extent, leastSpan[unit], bounds), bounds)
  const span = rounded(roomy, ticksFor(roomy, unit).step)
  const { values, step } = ticksFor(span, unit)
  const decimals = { least: decimalsOf(step), most: decimalsOf(step) }
  const caption = captions[unit]
  return {
    ...span,
    ticks: values.map((value) => ({ value, text: written(value, decimals, unit) })),
    ...(span.low > 0 ? { note: `Axis starts at ${written(span.low, { least: 0, most: 20 }, unit)}` } : {}),
    ...(caption === undefined ? {} : { caption }),
  }
}
