import { roundHalfUp } from '../figures/rounding.ts'
import type { Measure } from './measure.ts'

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function number(value: number, decimals: number): string {
  const [whole = '', fraction] = roundHalfUp(value, decimals).replace('-', '−').split('.')
  return fraction === undefined ? thousands(whole) : `${thousands(whole)}.${fraction}`
}

const A_MILLION = 1_000_000

/** A national figure as a page shows it, with its unit where that is not said beside it: "28%", "£2,485 a week", "£115.7 million", "67". */
export function nationalText(value: number, { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>): string {
  switch (unit) {
    case 'per cent':
      return `${number(value, decimals)}%`
    case 'pounds':
      return Math.abs(value) >= A_MILLION ? `£${number(value / A_MILLION, 1)} million` : `£${number(value, 0)}`
    case 'pounds a week':
      return `£${number(value, 0)} a week`
    default:
      return number(value, decimals)
  }
}

/** The same with "per 10,000" after a rate, for where it stands alone. */
export function nationalTextAlone(value: number, measure: Pick<Measure, 'unit' | 'decimals'>): string {
  const text = nationalText(value, measure)
  return measure.unit.startsWith('per 1') ? `${text} ${measure.unit}` : text
}

/** An average is written with one decimal more than what it is of, where that has none. */
export const averageText = (value: number, measure: Pick<Measure, 'unit' | 'decimals'>): string =>
  nationalText(value, { ...measure, decimals: Math.max(1, measure.decimals) })
