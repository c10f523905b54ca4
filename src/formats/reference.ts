import type { GoodIs, Indicator } from '../core/definitions/indicator.ts'
import type { Cells } from './cells.ts'
import { unknown } from './did-you-mean.ts'

/** What the rows of a file may refer to. */
export type Reference = {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly authorities: ReadonlySet<string>
}

/** The indicator that the row names, or undefined after saying which it might have meant. */
export function knownIndicator(cells: Cells, reference: Reference): Indicator | undefined {
  const key = cells.text('indicator')
  if (key === undefined) return undefined
  return reference.indicators.get(key) ?? cells.say('indicator', unknown('indicator', key, reference.indicators.keys()))
}

/** The authority that the row names, or undefined after saying so. */
export function knownAuthority(cells: Cells, reference: Reference): string | undefined {
  const key = cells.text('authority')
  if (key === undefined) return undefined
  return reference.authorities.has(key) ? key : cells.say('authority', unknown('authority', key, reference.authorities))
}

/** Whether a value can be a figure of the unit: says so in the cells' issues when it cannot. */
export function valueFits(cells: Cells, column: string, value: number, indicator: Indicator): boolean {
  if (!withinUnit(cells, column, value, indicator)) return false
  if (indicator.unit !== 'count' || Number.isInteger(value)) return true
  cells.say(column, `${value} is not a whole number, and "${indicator.label}" is a count. Write the number counted.`)
  return false
}

/** As `valueFits`, for what need not be whole: a target for a count, or the mean of others' counts. */
export function withinUnit(cells: Cells, column: string, value: number, { unit, label }: Indicator): boolean {
  if (value < 0) cells.say(column, `${value} is below nought, which "${label}" cannot be. Look at the source again.`)
  else if (unit === 'per cent' && value > 100)
    cells.say(column, `${value} is over 100, and "${label}" is a per cent. Look at the source again.`)
  else return true
  return false
}

export const judged = (goodIs: GoodIs): goodIs is 'high' | 'low' => goodIs !== 'neither'
