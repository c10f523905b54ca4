import { addDays, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import { schoolDaysOf, type Term } from '../core/dates/school-terms.ts'
import type { Calendar } from '../core/dates/working-days.ts'

/** The school days of one month: what a school reports at its end. */
export type SchoolMonth = { readonly from: PlainDate; readonly through: PlainDate; readonly days: readonly PlainDate[] }

const known = new WeakMap<Calendar, readonly SchoolMonth[]>()

/** The months in which there is school, in order; worked out once for a calendar. */
export function schoolMonthsOf(calendar: Calendar): readonly SchoolMonth[] {
  const before = known.get(calendar)
  if (before !== undefined) return before
  const months = new Map<string, PlainDate[]>()
  for (const day of schoolDaysOf(calendar.terms.filter(isLoaded(calendar)), (date) => !calendar.isWorkingDay(date))) {
    const { year, month } = partsOf(day)
    const key = `${year}-${month}`
    const days = months.get(key)
    if (days === undefined) months.set(key, [day])
    else days.push(day)
  }
  const made = [...months.values()].flatMap((days): readonly SchoolMonth[] => {
    const [from, through] = [days[0], days.at(-1)]
    return from === undefined || through === undefined ? [] : [{ from, through, days }]
  })
  known.set(calendar, made)
  return made
}

const knownByTerm = new WeakMap<Calendar, readonly (readonly PlainDate[])[]>()

/** The school days of each of its terms, in order; worked out once for a calendar. */
export function schoolDaysByTerm(calendar: Calendar): readonly (readonly PlainDate[])[] {
  const before = knownByTerm.get(calendar)
  if (before !== undefined) return before
  const all = schoolMonthsOf(calendar).flatMap(({ days }) => days)
  const made = calendar.terms.map(({ from, to }) => all.filter((day) => day >= from && day < to))
  knownByTerm.set(calendar, made)
  return made
}

/** Bank holidays have to be loaded of a term to know its school days. */
const isLoaded =
  ({ firstYear, lastYear }: Calendar) =>
  ({ from, to }: Term): boolean =>
    partsOf(from).year >= firstYear && partsOf(addDays(to, -1)).year <= lastYear
