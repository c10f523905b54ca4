import { addDays, addMonths, type PlainDate, partsOf } from './plain-date.ts'

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
