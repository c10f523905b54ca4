import { inEngland } from '../../core/dates/instant.ts'
import { daysInMonth, fromParts, type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { PreciseInstant } from '../../core/definitions/field.ts'

/** A date as we write one. */
export const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A time of day, as databases write it after a date. */
const TIME = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AP]M)?Z?)?`

const patterns: readonly {
  readonly of: RegExp
  readonly order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd']
}[] = [
  { of: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`, 'i'), order: ['y', 'm', 'd'] },
  { of: new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`, 'i'), order: ['y', 'm', 'd'] },
  { of: new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${TIME}$`, 'i'), order: ['d', 'm', 'y'] },
  { of: new RegExp(`^(\\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\\d{4})${TIME}$`, 'i'), order: ['d', 'm', 'y'] },
  { of: new RegExp(`^([a-z]{3})[a-z]* +(\\d{1,2}),? +(\\d{4})${TIME}$`, 'i'), order: ['m', 'd', 'y'] },
]

type Told = { readonly on: PlainDate; readonly hour: number; readonly minute: number }

function parse(text: string): Told | undefined {
  for (const { of, order } of patterns) {
    const found = of.exec(text.trim())
    if (found === null) continue
    const part = (which: 'y' | 'm' | 'd') => found[order.indexOf(which) + 1] ?? ''
    const on = realDate(Number(part('y')), monthOf(part('m')), Number(part('d')))
    const [hours, minutes, half = ''] = [Number(found[4] ?? 0), Number(found[5] ?? 0), found[6]?.toUpperCase()]
    const hour = half === '' ? hours : (hours % 12) + (half === 'PM' ? 12 : 0)
    return on === undefined ? undefined : { on, hour, minute: minutes }
  }
  return undefined
}

/**
 * A day as databases, spreadsheets and case systems write one: 2023-09-30, 30/09/2023, 20230930, 30-Sep-2023, Sep 30 2023 12:00AM. A time after it is left
 * out.
 */
export const readDay = (text: string): PlainDate | undefined => parse(text)?.on

/** A day, with its time in England where one is given. Midnight is none: it is what a database makes of a day. */
export function readMoment(text: string): PreciseInstant | undefined {
  const told = parse(text)
  if (told === undefined) return undefined
  const isMidnight = told.hour === 0 && told.minute === 0
  const time = isMidnight ? '12:00' : `${two(told.hour)}:${two(told.minute)}`
  const at = inEngland(`${toText(told.on)}T${time}`)
  return at === undefined ? undefined : { at, precision: isMidnight ? 'day' : 'minute' }
}

const two = (number: number): string => String(number).padStart(2, '0')

const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1

const realDate = (year: number, month: number, day: number): PlainDate | undefined =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? fromParts(year, month, day)
    : undefined
