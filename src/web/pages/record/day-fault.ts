import { fromParts, monthName } from '../../../core/dates/plain-date.ts'

/** The parts of a day as they were typed, and its month by number, 0 where it is none. */
type TypedDay = { readonly day: string; readonly month: string; readonly year: string; readonly monthNumber: number }

/** What is wrong with a day that is none, where that can be told better than that it cannot be read: a part is missing, or the calendar has no such day. */
export function dayFault(label: string, { day, month, year, monthNumber }: TypedDay): string | undefined {
  const missing = Object.entries({ day, month, year }).flatMap(([name, text]) => (text === '' ? [name] : []))
  if (missing.length > 0 && missing.length < 3) return `“${label}” has no ${missing.join(' and no ')}. Write it too.`
  if (/^\d{2}$/.test(year)) return `Write the year of “${label}” in full, like 2023.`
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day) || monthNumber < 1 || monthNumber > 12) return undefined
  const named = monthName(fromParts(2000, monthNumber, 1))
  return `“${label}”: there is no ${Number(day)} ${named} ${year}. Look at the day again.`
}
