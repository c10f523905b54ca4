import type { Unit } from '../definitions/indicator.ts'
import { roundHalfUp } from './rounding.ts'

/** How many decimals a figure is shown with. */
export const decimals: Readonly<Record<Unit, number>> = {
  count: 0,
  'per cent': 1,
  'per 10,000': 1,
  days: 0,
  score: 1,
  ratio: 2,
}

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A figure as a page shows it, rounded half up for its unit: "1,234", "64.9%", "71.6". The value itself stays exact. */
export function written(value: number, unit: Unit): string {
  const [whole = '', fraction] = roundHalfUp(value, decimals[unit]).split('.')
  const number = fraction === undefined ? thousands(whole) : `${thousands(whole)}.${fraction}`
  return unit === 'per cent' ? `${number}%` : number
}

/** A target or benchmark: as short as it can be written, "70%" rather than "70.0%", "61.2". */
export function writtenShort(value: number, unit: Unit): string {
  return written(value, unit).replace(/\.0+(?=%|$)/, '')
}
