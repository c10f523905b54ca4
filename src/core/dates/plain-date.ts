/** A calendar date in England, held as days since 1970-01-01: compares, subtracts and sorts as a number. Text only at the edges. */
export type PlainDate = number & { readonly __brand: 'PlainDate' }

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export type Weekday = (typeof weekdays)[number]

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Reads `2023-09-30`. Throws RangeError when it is no real date. */
export function plainDate(text: string): PlainDate {
  const isWritten = text.length === 10 && text[4] === '-' && text[7] === '-'
  const year = isWritten ? digits(text, 0, 4) : Number.NaN
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (!isRealDate(year, month, day)) {
    throw new RangeError(`Not a real date: ${text}. Write it as year-month-day, for example 2023-09-30.`)
  }
  return dayNumber(year, month, day)
}

/** The number that digits in a text make, NaN where there is anything else. Every date of every record is read so: an expression takes four times as long. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

const ZERO = '0'.charCodeAt(0)

/** Writes `2023-09-30`. */
export function toText(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  // Also false for NaN, so that a date worked out from something missing is never written down as if it were one.
  if (!(Number.isInteger(date) && year >= 1 && year <= 9999)) {
    throw new RangeError(`Not a date between the years 1 and 9999: day number ${date}`)
  }
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The date of a year, a month (1-12) and a day of the month. Throws RangeError when it is no real date. */
export function fromParts(year: number, month: number, day: number): PlainDate {
  if (!isRealDate(year, month, day)) throw new RangeError(`Not a real date: year ${year}, month ${month}, day ${day}`)
  return dayNumber(year, month, day)
}

/** Year, month (1-12) and day of the month. */
export function partsOf(date: PlainDate): DateParts {
  const month = monthAt(date)
  if (month === undefined) return workedOut(date)
  return {
    year: FIRST_YEAR + Math.floor(month / 12),
    month: (month % 12) + 1,
    day: date - (firstDays[month] ?? Number.NaN) + 1,
  }
}

/** The same of any year. Number arithmetic in the Gregorian calendar, no `Date`. */
function workedOut(date: PlainDate): DateParts {
  // Counts from 1 March of year 0, so that the leap day is the last day of a year; 146,097 days are 400 years.
  const days = date + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** `days` later; earlier when negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => (date + days) as PlainDate

/** Whole days from one date to another: 0 for the same day, negative when `to` is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => to - from

/**
 * The corresponding date so many months later (earlier when negative), or the last day of a month that is too short:
 * 31 January + 1 month is 28 or 29 February. Add a whole span at once: month by month, 31 January drifts to 28 March.
 * Source: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (HL).
 */
export function addMonths(date: PlainDate, count: number): PlainDate {
  const from = monthAt(date)
  const to = from === undefined ? -1 : from + count
  const [first, next] = [firstDays[to], firstDays[to + 1]]
  if (from !== undefined && first !== undefined && next !== undefined)
    return Math.min(first + date - (firstDays[from] ?? Number.NaN), next - 1) as PlainDate
  const { year, month, day } = partsOf(date)
  const total = year * 12 + (month - 1) + count
  const targetYear = Math.floor(total / 12)
  const targetMonth = total - targetYear * 12 + 1
  return dayNumber(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}

/** The number of days of a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (daysInMonths[month - 1] ?? Number.NaN)
}

/** `Monday`. */
export function weekday(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday. The second remainder brings dates before 1970 back above nought.
  const name = weekdays[(((date + 4) % 7) + 7) % 7]
  if (name === undefined) throw new RangeError(`Not a date: day number ${date}`)
  return name
}

/** `Monday 4 October 2023`. */
export const longText = (date: PlainDate): string => `${weekday(date)} ${shortText(date)}`

/** `4 October 2023`. */
export const shortText = (date: PlainDate): string => `${partsOf(date).day} ${monthText(date)}`

/** `October 2023`. */
export const monthText = (date: PlainDate): string => `${monthName(date)} ${partsOf(date).year}`

/** `October`. */
export function monthName(date: PlainDate): string {
  const name = months[partsOf(date).month - 1]
  if (name === undefined) throw new RangeError(`Not a date: day number ${date}`)
  return name
}

function isRealDate(year: number, month: number, day: number): boolean {
  const areWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  return areWhole && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

function dayNumber(year: number, month: number, day: number): PlainDate {
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return (era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468) as PlainDate
}

/** The years that nearly all dates lie in: of those every month is worked out once, for rules ask of each child in each month. */
const [FIRST_YEAR, YEARS] = [1900, 200] as const
const firstDays = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) =>
  dayNumber(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
)
const monthsOfDays = new Uint16Array((firstDays.at(-1) ?? 0) - (firstDays[0] ?? 0))
for (let month = 0; month < YEARS * 12; month++)
  monthsOfDays.fill(
    month,
    (firstDays[month] ?? 0) - (firstDays[0] ?? 0),
    (firstDays[month + 1] ?? 0) - (firstDays[0] ?? 0),
  )

/** Which month since January of the first year a date lies in; undefined in other years, and where it is no whole number. */
const monthAt = (date: PlainDate): number | undefined => monthsOfDays[date - (firstDays[0] ?? 0)]

const twoDigits = (number: number): string => String(number).padStart(2, '0')
