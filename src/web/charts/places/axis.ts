import type { NationalUnit } from '../../../core/benchmarks/measure.ts'
import { boundsOf, type ValueAxis, valueAxis } from '../value-axis.ts'

const A_MILLION = 1_000_000

/** The axis of national figures, and by how much they are divided to stand on it. */
export type NationalAxis = { readonly axis: ValueAxis; readonly divisor: number; readonly bounds: Bounds }

type Bounds = ReturnType<typeof boundsOf>

export function nationalAxis(values: readonly number[], unit: NationalUnit): NationalAxis {
  const isMillions = unit === 'pounds' && Math.max(...values) >= A_MILLION
  const divisor = isMillions ? A_MILLION : 1
  const as = unit === 'per cent' || unit === 'count' ? unit : 'score'
  const scaled = values.map((value) => value / divisor)
  const bounds = boundsOf(scaled, as)
  const { caption: _, ...axis } = valueAxis(scaled, bounds, as)
  const caption = captionOf(unit, isMillions)
  return { axis: caption === undefined ? axis : { ...axis, caption }, divisor, bounds }
}

function captionOf(unit: NationalUnit, isMillions: boolean): string | undefined {
  if (unit === 'per cent') return undefined
  if (unit === 'count') return 'Number'
  if (unit === 'score') return 'Score'
  if (unit === 'pounds') return isMillions ? '£ million' : '£'
  return unit === 'pounds a week' ? '£ a week' : unit.charAt(0).toUpperCase() + unit.slice(1)
}
