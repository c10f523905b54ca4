import { daysInMonth, fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import type { CellKind } from './tables.ts'

/** How exactly a date is known of which parts may be written zz. */
export type Precision = 'day' | 'month' | 'year' | 'none'
export type PartDate = { readonly on: PlainDate | null; readonly precision: Precision }

/** What a cell holds, or undefined when it cannot be read. An empty cell is null and never comes here. */
type Reader = (text: string) => Value | undefined

const readers: Readonly<Record<Exclude<CellKind, 'part date'>, Reader>> = {
  text: (text) => text,
  // Codes are capitals in the national lists, and case systems write them as they please.
  code: (text) => text.toUpperCase(),
  date: readDate,
  number: readNumber,
  'yes-no': (text) => ({ 0: 'no', 1: 'yes' })[readNumber(text) ?? Number.NaN],
  sex: (text) => ({ 1: 'M', 2: 'F', 0: 'U', 9: 'U', M: 'M', F: 'F', U: 'U' })[text.toUpperCase()],
}

export const readCell = (kind: Exclude<CellKind, 'part date'>, text: string): Value | undefined => readers[kind](text)

/** How a cell of this kind is to be written, for whoever wrote another. */
export const wanted: Readonly<Record<CellKind, string>> = {
  text: 'text',
  code: 'a code',
  date: 'a date like 31/03/2018',
  'part date': 'a date like 31/03/2018, with zz for what is not known, like zz/03/2018',
  number: 'a number',
  'yes-no': '0 or 1',
  sex: 'M, F or U, or in earlier years 1 or 2',
}

/** A date as the return writes it, dd/mm/yyyy, or as year-month-day, which spreadsheets turn it into. */
export function readDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text) ?? []
  return dateOf(Number(year ?? isoYear), Number(month ?? isoMonth), Number(day ?? isoDay))
}

function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined
  return fromParts(year, month, day)
}

/** A date of which parts may be zz. What is not known is taken to be as late as it can be, so that nothing is true before it was. */
export function readPartDate(text: string): PartDate | undefined {
  const [, day = '', month = '', year = ''] = /^(zz|\d{1,2})\/(zz|\d{1,2})\/(zzzz|\d{4})$/i.exec(text) ?? []
  if (/^zzzz$/i.test(year))
    return /^zz$/i.test(day) && /^zz$/i.test(month) ? { on: null, precision: 'none' } : undefined
  if (!/^zz$/i.test(day)) {
    const on = readDate(text)
    return on === undefined ? undefined : { on, precision: 'day' }
  }
  if (!/^zz$/i.test(month)) {
    const [at, of] = [Number(month), Number(year)]
    const on = dateOf(of, at, at >= 1 && at <= 12 ? daysInMonth(of, at) : 0)
    return on === undefined ? undefined : { on, precision: 'month' }
  }
  const on = dateOf(Number(year), 12, 31)
  return on === undefined ? undefined : { on, precision: 'year' }
}

/** A number; whole ones may be written as 1.0, as programs for data do. */
function readNumber(text: string): number | undefined {
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) + 0 : undefined
}

/** A date as the return writes it. */
export function writeDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  return `${two(day)}/${two(month)}/${String(year).padStart(4, '0')}`
}

export function writePartDate({ on, precision }: PartDate): string {
  if (on === null || precision === 'none') return 'zz/zz/zzzz'
  const { year, month } = partsOf(on)
  if (precision === 'day') return writeDate(on)
  return `zz/${precision === 'month' ? two(month) : 'zz'}/${String(year).padStart(4, '0')}`
}

const two = (number: number): string => String(number).padStart(2, '0')
