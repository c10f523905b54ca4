import { addDays, addMonths, daysBetween, type PlainDate, partsOf } from './plain-date.ts'

/**
 * The birthday on which somebody reaches an age; it is reached as that day begins.
 * Somebody born on 29 February has it on 1 March in other years: the usual English reading of "anniversary". The Department
 * for Education's validation code takes 28 February instead; this is the one place to change.
 * Source: Family Law Reform Act 1969 s9.
 */
export function birthday(bornOn: PlainDate, age: number): PlainDate {
  const sameDay = addMonths(bornOn, age * 12)
  return partsOf(sameDay).day < partsOf(bornOn).day ? addDays(sameDay, 1) : sameDay
}

/** Age in completed years on a date; below 0 before birth. */
export function ageOn(bornOn: PlainDate, date: PlainDate): number {
  const years = partsOf(date).year - partsOf(bornOn).year
  return date < birthday(bornOn, years) ? years - 1 : years
}

/** Age as people say it: `12 days`, `7 weeks`, `5 months`, `9 years`. Of small children years say too little. */
export function ageInWords(bornOn: PlainDate, date: PlainDate): string {
  const years = ageOn(bornOn, date)
  if (years >= 2) return many(years, 'year')
  const months = monthsBetween(bornOn, date)
  if (months >= 3) return many(months, 'month')
  const days = daysBetween(bornOn, date)
  return days >= 14 ? many(Math.floor(days / 7), 'week') : many(days, 'day')
}

/** Whole months; the last is complete on the day of the month of the first, or on the last day of a month that is too short. */
function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [first, last] = [partsOf(from), partsOf(to)]
  const months = (last.year - first.year) * 12 + last.month - first.month
  return addMonths(from, months) > to ? months - 1 : months
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
