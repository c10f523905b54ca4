import { closest, distance } from 'fastest-levenshtein'
import type { GoodIs, Indicator } from '../core/definitions/indicator.ts'
import type { Cells } from './cells.ts'

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

/** "There is no indicator x. Did you mean y?", naming the nearest key where it is near enough to be a slip. */
export function unknown(kind: string, key: string, keys: Iterable<string>): string {
  const all = [...keys]
  const near = all.length > 0 ? closest(key, all) : undefined
  const likely = near !== undefined && distance(key, near) <= Math.max(2, key.length / 4)
  const advice = likely
    ? `Did you mean "${near}"?`
    : all.length > 12
      ? 'The definitions page lists them all.'
      : `There are: ${all.join(', ')}.`
  return `There is no ${kind} "${key}". ${advice}`
}

/** Whether a value can be a figure of the unit: says so in the cells' issues when it cannot. */
export function valueFits(cells: Cells, column: string, value: number, indicator: Indicator): boolean {
  if (value < 0) cells.say(column, `${value} is below nought, which ${indicator.label} cannot be.`)
  else if (indicator.unit === 'per cent' && value > 100) cells.say(column, `${value} is over 100 per cent.`)
  else if (indicator.unit === 'count' && !Number.isInteger(value))
    cells.say(column, `${value} is not a whole number, and this indicator is a count.`)
  else return true
  return false
}

export const judged = (goodIs: GoodIs): goodIs is 'high' | 'low' => goodIs !== 'neither'
