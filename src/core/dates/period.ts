import {
  addDays,
  addMonths,
  fromParts,
  monthName,
  monthText,
  type PlainDate,
  partsOf,
  plainDate,
  shortText,
} from './plain-date.ts'
import { type Term, termEndingIn } from './school-terms.ts'

export type PeriodKind = 'month' | 'quarter' | 'financial year' | 'academic year' | 'calendar year'

/** A stretch of the calendar that figures are filed under. Half-open: `to` is the first day after it. */
export type Period = Span & { readonly kind: PeriodKind }

/** Half-open: `to` is the first day after it. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate }

type Shape = {
  /** How many months one lasts. */
  readonly months: number
  /** A month (1-12) in which one begins; the others follow on. */
  readonly beginsIn: number
}

/** Quarters are those of the financial year, so the first begins in April. */
const shapes: Record<PeriodKind, Shape> = {
  month: { months: 1, beginsIn: 1 },
  quarter: { months: 3, beginsIn: 4 },
  'financial year': { months: 12, beginsIn: 4 },
  'academic year': { months: 12, beginsIn: 9 },
  'calendar year': { months: 12, beginsIn: 1 },
}

const [earliest, latest] = [plainDate('1900-01-01'), plainDate('2200-01-01')]

/** The period of a kind in which a date lies. */
export function periodContaining(kind: PeriodKind, date: PlainDate): Period {
  const { months, beginsIn } = shapes[kind]
  const { year, month } = partsOf(date)
  const into = (month - beginsIn + 12) % months
  const from = addMonths(fromParts(year, month, 1), -into)
  return { kind, from, to: addMonths(from, months) }
}

export const previousPeriod = (period: Period): Period => periodContaining(period.kind, addDays(period.from, -1))

export const nextPeriod = (period: Period): Period => periodContaining(period.kind, period.to)

/** So many periods that end with this one, oldest first. */
export function lastPeriods(period: Period, count: number): readonly Period[] {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`Ask for a whole number of periods from 1, not ${count}.`)
  const { months } = shapes[period.kind]
  return Array.from({ length: count }, (_, index) =>
    periodContaining(period.kind, addMonths(period.from, months * (index + 1 - count))),
  )
}

/**
 * Reads a period: month `2023-09`, quarter of the financial year `2023-24 Q2`, financial year `2023-24`, academic year
 * `2023/24`, calendar year `2023`. `2011-12` is December 2011; write a financial year that looks like a month as `2011-2012`.
 * Throws RangeError naming what was written and what is understood.
 */
export function parsePeriod(text: string): Period {
  const period = findPeriod(text.trim())
  if (period === undefined || period.from < earliest || period.from >= latest) {
    throw new RangeError(
      `“${text}” is not a period from 1900 to 2199. Write a month as 2023-09, a quarter of the financial year as 2023-24 Q2, a financial year as 2023-24, an academic year as 2023/24 or a calendar year as 2023.`,
    )
  }
  return period
}

function findPeriod(text: string): Period | undefined {
  const [, digits, separator, ending, quarter] = /^(\d{4})(?:([-/])(\d{4}|\d{2})(?: Q([1-4]))?)?$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const year = Number(digits)
  if (year < 1) return undefined
  if (ending === undefined) return starting('calendar year', year, 1)
  if (separator === '-' && quarter === undefined && looksLikeMonth(ending))
    return starting('month', year, Number(ending))
  const next = String(year + 1)
  if (ending !== next && ending !== next.slice(-2)) return undefined
  if (separator === '/') return quarter === undefined ? starting('academic year', year, 9) : undefined
  if (quarter === undefined) return starting('financial year', year, 4)
  const april = fromParts(year, 4, 1)
  return periodContaining('quarter', addMonths(april, 3 * (Number(quarter) - 1)))
}

const starting = (kind: PeriodKind, year: number, month: number): Period =>
  periodContaining(kind, fromParts(year, month, 1))

const looksLikeMonth = (ending: string): boolean => /^(0[1-9]|1[0-2])$/.test(ending)

/** Writes a period so that parsePeriod reads it back. */
export function periodText({ kind, from }: Period): string {
  const { year, month } = partsOf(from)
  const ending = String(year + 1)
  switch (kind) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'quarter':
      return `${yearEnding(financialYearOf(from))} Q${quarterNumber(from)}`
    case 'financial year':
      return looksLikeMonth(ending.slice(-2)) ? `${year}-${ending}` : yearEnding(year)
    case 'academic year':
      return `${year}/${ending.slice(-2)}`
    case 'calendar year':
      return `${year}`
  }
}

/** For a heading: `September 2023`, `July to September 2023`, `Year to 31 March 2024`, `Academic year 2023/24`, `2023`. */
export function periodLabel(period: Period): string {
  const lastDay = addDays(period.to, -1)
  switch (period.kind) {
    case 'month':
      return monthText(period.from)
    case 'quarter':
      return `${monthName(period.from)} to ${monthText(lastDay)}`
    case 'financial year':
      return `Year to ${shortText(lastDay)}`
    case 'academic year':
      return `Academic year ${periodText(period)}`
    case 'calendar year':
      return periodText(period)
  }
}

/** For the axis of a chart, where the year is said elsewhere: `Sep`, `Q2`; a year as `2023-24`, `2023/24` or `2023`. */
export function shortLabel(period: Period): string {
  const { from, kind } = period
  switch (kind) {
    case 'month':
      return monthName(from).slice(0, 3)
    case 'quarter':
      return `Q${quarterNumber(from)}`
    case 'financial year':
      return yearEnding(partsOf(from).year)
    case 'academic year':
    case 'calendar year':
      return periodText(period)
  }
}

/** Reads `2023-04..2023-09` (or one period) into the periods of it, oldest first. Throws RangeError when the two are of different kinds or the wrong way round. */
export function parsePeriodRange(text: string): readonly Period[] {
  const [first = '', last = first, ...rest] = text.split('..')
  if (rest.length > 0)
    throw new RangeError(`“${text}” is not a range of periods. Write the first and the last, as in 2023-04..2023-09.`)
  const [from, to] = [parsePeriod(first), parsePeriod(last)]
  if (from.kind !== to.kind) {
    throw new RangeError(
      `“${text}” runs from a ${from.kind} to a ${to.kind}. Write both the same way, as in 2023-04..2023-09.`,
    )
  }
  if (to.from < from.from) throw new RangeError(`“${text}” runs backwards. Write the earlier period first.`)
  const periods = [from]
  for (let period = from; period.from < to.from; ) {
    period = nextPeriod(period)
    periods.push(period)
  }
  return periods
}

/**
 * The stretch of time that a figure filed under a period looks at.
 * A cohort is filed under the period in which its members began (children who came into care in September),
 * however long it takes until their answer is known.
 */
export type Covers =
  | 'at the end'
  | 'in the period'
  | 'the cohort of the period'
  | 'rolling 3 months'
  | 'rolling 6 months'
  | 'rolling 12 months'
  | 'rolling 36 months'
  | 'academic year to date'
  | 'the term'

/**
 * The days that a figure filed under `period` looks at. One of a term is filed under the period in which the term ends: where none of the terms does, there is
 * nothing to look at, and the stretch is empty.
 */
export function coverage(covers: Covers, period: Period, terms: readonly Term[]): Span {
  const { from, to } = period
  const lastDay = addDays(to, -1)
  switch (covers) {
    case 'at the end':
      return { from: lastDay, to }
    case 'in the period':
    case 'the cohort of the period':
      return { from, to }
    case 'the term':
      return termEndingIn(terms, period) ?? { from, to: from }
    case 'rolling 3 months':
      return { from: addMonths(to, -3), to }
    case 'rolling 6 months':
      return { from: addMonths(to, -6), to }
    case 'rolling 12 months':
      return { from: addMonths(to, -12), to }
    case 'rolling 36 months':
      return { from: addMonths(to, -36), to }
    case 'academic year to date':
      return { from: periodContaining('academic year', lastDay).from, to }
  }
}

/** The year in which the financial year of a date began. */
const financialYearOf = (date: PlainDate): number => partsOf(periodContaining('financial year', date).from).year

const quarterNumber = (from: PlainDate): number => ((partsOf(from).month + 8) % 12) / 3 + 1

/** `2023-24` */
const yearEnding = (year: number): string => `${year}-${String(year + 1).slice(-2)}`
