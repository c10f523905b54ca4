import { SchoolAttendance } from '../areas/education-of-children-in-care/attendance.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, weekday } from '../core/dates/plain-date.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { schoolMonthsOf } from './school-days.ts'
import type { Roll } from './school-rolls.ts'
import { endOf, type Schooling } from './schooling.ts'

/** So many weeks back a school's register is had by the week; before, and besides, by the month. */
const WEEKS = 6

/** The registers of the last weeks: what is looked at every fortnight. Some children's last ones have not come. */
export function weeksOf(
  random: Random,
  schooling: Schooling,
  rolls: readonly Roll[],
  share: number,
): readonly RowMade[] {
  const { care, calendar, until } = schooling
  const end = endOf(schooling)
  let monday = until
  while (weekday(monday) !== 'Monday') monday = addDays(monday, -1)
  const days = schoolMonthsOf(calendar).flatMap((month) => month.days)
  const isPrompt = random.chance(0.96)
  return Array.from({ length: WEEKS }, (_, at) => addDays(monday, -7 * (WEEKS - at))).flatMap(
    (from): readonly RowMade[] => {
      const missed = random.whole(-9, 9)
      const roll = rolls.findLast((one) => one.from <= from && (one.to === null || one.to > addDays(from, 4)))
      const there = days.filter((day) => day >= later(from, care.startedOn) && day < addDays(from, 7) && day < end)
      const [fromOn, throughOn] = [there[0], there.at(-1)]
      if (roll === undefined || fromOn === undefined || throughOn === undefined || !isPrompt) return []
      const possible = there.length * 2
      const attended = Math.min(possible, Math.max(0, Math.round((possible * (share + missed)) / 100)))
      const fields = { school: roll.school, fromOn, throughOn, possible, attended, authorised: possible - attended }
      return [{ type: SchoolAttendance, fields: { ...fields, unauthorised: 0 } }]
    },
  )
}
