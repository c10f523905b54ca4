import { type BankHoliday, type Years, yearsOf } from './bank-holidays.ts'
import { type Interval, partsOfInterval } from './interval.ts'
import { addDays, addMonths, daysBetween, fromParts, type PlainDate, partsOf, shortText, toText } from './plain-date.ts'
import { schoolDaysOf, type Term } from './school-terms.ts'

/**
 * The working days of England over the years whose bank holidays are loaded: every day but Saturdays, Sundays, bank
 * holidays, Good Friday and Christmas Day. Every question is one or two array reads. A question that reaches outside
 * those years throws BeyondCalendar; a holiday is never guessed.
 * Source: SI 2006/1738 reg 2 and the same words in the care planning, adoption and fostering regulations.
 */
export type Calendar = Years & {
  /** Names the years and holidays that went in. Keep it beside a due date that is stored: a later proclamation changes it. */
  readonly version: string
  /** The school terms that are loaded, in order; none where the authority has given none. */
  readonly terms: readonly Term[]
  isWorkingDay(date: PlainDate): boolean
  holidayOn(date: PlainDate): BankHoliday | undefined
  /** The `count`th working day after `start` (1 or more): the day after counts as day 1, if it is a working day. */
  addWorkingDays(start: PlainDate, count: number): PlainDate
  /** As `addWorkingDays`, but `start` itself is day 1 if it is a working day. Source: AAR 2005 reg 30B. */
  addWorkingDaysBeginningWith(start: PlainDate, count: number): PlainDate
  /** Working days after `from`, up to and including `to`: 0 on the same day. Throws RangeError when `to` is the earlier: a completion before its start is a data error. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number
  /** The practical deadline of something due on a day when nobody is at work. */
  lastWorkingDayOnOrBefore(date: PlainDate): PlainDate
  /** The `count`th school day after `start` (1 or more), by the terms of the authority's own schools. */
  addSchoolDays(start: PlainDate, count: number): PlainDate
  /** The last day on which something due within `interval` of `start` is in time. Only working and school days need the loaded years; days, weeks and months are never moved off a weekend. */
  dueOn(start: PlainDate, interval: Interval): PlainDate
  /** Whether `done` is no later than the due date. Throws RangeError when `done` is before `start`: that is a data error, neither in time nor late. */
  inTime(start: PlainDate, interval: Interval, done: PlainDate): boolean
}

/** A question about working days that reaches outside the years whose bank holidays are loaded. */
export class BeyondCalendar extends RangeError {
  override readonly name = 'BeyondCalendar'
}

/** Builds the calendar of `years`, by default those that the holidays run over. Holidays outside `years` or on a weekend change nothing. */
export function workingCalendar(
  bankHolidays: readonly BankHoliday[],
  years: Years = yearsOf(bankHolidays),
  terms: readonly Term[] = [],
): Calendar {
  const { firstYear, lastYear } = years
  if (lastYear < firstYear) throw new RangeError(`A calendar cannot run from ${firstYear} back to ${lastYear}.`)
  const first = fromParts(firstYear, 1, 1)
  const holidays = new Map(bankHolidays.map((holiday) => [holiday.on, holiday]))
  const { before, workingDays } = tables(first, fromParts(lastYear, 12, 31), holidays)
  const schoolDays = schoolDaysOf(terms, (day) => holidays.has(day))

  /** How many working days of the calendar lie before `date`. */
  function countBefore(date: PlainDate): number {
    const count = before[date - first]
    if (count === undefined || date - first === before.length - 1) throw beyondDate(date, years)
    return count
  }
  const countThrough = (date: PlainDate): number => countBefore(date) + (isWorkingDay(date) ? 1 : 0)
  function isWorkingDay(date: PlainDate): boolean {
    return (before[date - first + 1] ?? Number.NaN) > countBefore(date)
  }
  /** The working day with this index, the first of the calendar being 0. */
  function workingDay(index: number, question: () => BeyondCalendar): PlainDate {
    const offset = workingDays[index]
    if (offset === undefined) throw question()
    return addDays(first, offset)
  }
  function addWorkingDays(start: PlainDate, count: number): PlainDate {
    return workingDay(countThrough(start) + wholeCount(count) - 1, () => beyondSum(start, count, years))
  }
  function addWorkingDaysBeginningWith(start: PlainDate, count: number): PlainDate {
    return workingDay(countBefore(start) + wholeCount(count) - 1, () => beyondSum(start, count, years))
  }
  function addSchoolDays(start: PlainDate, count: number): PlainDate {
    const firstTerm = schoolDays[0]
    const next = schoolDays.findIndex((day) => day > start)
    const due = next < 0 ? undefined : schoolDays[next + wholeCount(count) - 1]
    if (firstTerm === undefined || start < firstTerm - 1 || due === undefined) throw beyondTerms(start, count)
    return due
  }
  function dueOn(start: PlainDate, interval: Interval): PlainDate {
    const { count, unit, startIs } = partsOfInterval(interval)
    const day0 = startIs === 'day 1' ? addDays(start, -1) : start
    switch (unit) {
      case 'working days':
        return startIs === 'day 1' ? addWorkingDaysBeginningWith(start, count) : addWorkingDays(start, count)
      case 'school days':
        return addSchoolDays(day0, count)
      case 'days':
        return addDays(day0, count)
      case 'weeks':
        return addDays(day0, 7 * count)
      case 'months':
        return startIs === 'day 1' ? lastDayOfMonths(start, count) : addMonths(start, count)
    }
  }
  return {
    firstYear,
    lastYear,
    version: `${firstYear}-${lastYear}-${fingerprint(workingDays)}`,
    terms,
    isWorkingDay,
    holidayOn(date) {
      countBefore(date)
      return holidays.get(date)
    },
    addWorkingDays,
    addWorkingDaysBeginningWith,
    addSchoolDays,
    workingDaysBetween(from, to) {
      if (to < from) throw endsBeforeStart(from, to)
      return countThrough(to) - countThrough(from)
    },
    lastWorkingDayOnOrBefore: (date) => workingDay(countThrough(date) - 1, () => beyondDate(addDays(first, -1), years)),
    dueOn,
    inTime(start, interval, done) {
      if (done < start) throw endsBeforeStart(start, done)
      return done <= dueOn(start, interval)
    },
  }
}

/** `before`: for each day and the day after the last, the working days before it. `workingDays`: the offset of each working day. */
function tables(first: PlainDate, last: PlainDate, holidays: ReadonlyMap<PlainDate, BankHoliday>) {
  const days = daysBetween(first, last) + 1
  const before = new Uint32Array(days + 1)
  const offsets = new Uint32Array(days)
  let count = 0
  for (let offset = 0; offset < days; offset++) {
    before[offset] = count
    const date = addDays(first, offset)
    if (!isWeekend(date) && !holidays.has(date)) offsets[count++] = offset
  }
  before[days] = count
  return { before, workingDays: offsets.slice(0, count) }
}

/** 1970-01-01 was a Thursday: (date + 4) modulo 7 is 0 on a Sunday and 6 (or, before 1970, -1) on a Saturday. */
function isWeekend(date: PlainDate): boolean {
  const day = (date + 4) % 7
  return day === 0 || day === 6 || day === -1
}

/** The last day of so many months of which `start` is the first: the day before the corresponding date, or the end of a month too short to have one. */
function lastDayOfMonths(start: PlainDate, months: number): PlainDate {
  const corresponding = addMonths(start, months)
  return partsOf(corresponding).day < partsOf(start).day ? corresponding : addDays(corresponding, -1)
}

/** FNV-1a: not secret, only different when a working day differs. */
function fingerprint(workingDays: Uint32Array): string {
  let hash = 0x811c9dc5
  for (const offset of workingDays) hash = Math.imul(hash ^ offset, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function wholeCount(count: number): number {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Days are counted in whole numbers from 1, not ${count}.`)
  }
  return count
}

function endsBeforeStart(start: PlainDate, end: PlainDate): RangeError {
  return new RangeError(
    `${shortText(end)} is before the start, ${shortText(start)}: one of the two dates is mistaken, so nothing can be counted between them.`,
  )
}

function beyondDate(date: PlainDate, { firstYear, lastYear }: Years): BeyondCalendar {
  const { year } = partsOf(date)
  const missing = year < firstYear ? yearsText(year, firstYear - 1) : yearsText(lastYear + 1, year)
  return new BeyondCalendar(
    `Working days can be counted from ${firstYear} to ${lastYear}, the years whose bank holidays are loaded; ${toText(date)} lies outside them. Load the bank holidays of ${missing} into data/bank-holidays.csv.`,
  )
}

function beyondSum(start: PlainDate, count: number, { firstYear, lastYear }: Years): BeyondCalendar {
  return new BeyondCalendar(
    `Working days can be counted from ${firstYear} to ${lastYear}, the years whose bank holidays are loaded; ${count} working days from ${toText(start)} end after them. Load the bank holidays of ${lastYear + 1} into data/bank-holidays.csv.`,
  )
}

function beyondTerms(start: PlainDate, count: number): BeyondCalendar {
  return new BeyondCalendar(
    `${count} school days from ${toText(start)} cannot be counted: no term dates of that time are loaded, and working days are no substitute. Add the authority's terms to data/school-terms.csv.`,
  )
}

const yearsText = (from: number, to: number): string => (from === to ? `${from}` : `${from} to ${to}`)
