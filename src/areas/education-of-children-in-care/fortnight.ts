import { column } from '../../core/counting/column.ts'
import { fact, factOfDay, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import type { Span } from '../../core/dates/period.ts'
import { addDays, longText, type PlainDate, weekday } from '../../core/dates/plain-date.ts'
import { mainSchool, sessionsIn, sessionsThisYear, shareAttended } from './education-facts.ts'
import { schoolAgeInCare } from './populations.ts'
import { phaseOf, phases, schoolYear, yearLabel, yearLabels } from './school-age.ts'

const DAYS = 14

/** The last two whole weeks before a day, Monday to Sunday. */
export function fortnightBefore(date: PlainDate): Span {
  let monday = date
  while (weekday(monday) !== 'Monday') monday = addDays(monday, -1)
  return { from: addDays(monday, -DAYS), to: monday }
}

const fortnightBeforeThat = (date: PlainDate): Span => {
  const { from } = fortnightBefore(date)
  return { from: addDays(from, -DAYS), to: from }
}

const lately = sessionsIn(fortnightBefore)
const before = sessionsIn(fortnightBeforeThat)

/** As a whole number, as it is read out. */
const rounded = (sessions: Parameters<typeof shareAttended>[0] | undefined): number | undefined =>
  sessions === undefined ? undefined : Math.round(shareAttended(sessions))

const change = fact([lately, before], (member) => {
  const [now, then] = [lately(member), before(member)]
  return now === undefined || then === undefined ? undefined : Math.round(shareAttended(now) - shareAttended(then))
})

/** Not known where there was school, as far as terms are loaded, and no register of a day of it has come. */
const wasAtSchool = test([lately], (member) => {
  if (lately(member) !== undefined) return true
  const { from, to } = fortnightBefore(member.asAt)
  const { terms } = member.history.calendar
  return terms.length === 0 || terms.some((term) => term.from < to && from < term.to) ? undefined : false
})

/** Who comes first: whoever missed most, and of those alike whoever fell furthest. */
const gravity = fact([lately, change], (member) => {
  const now = lately(member)
  return now === undefined ? undefined : 1000 * (100 - shareAttended(now)) - (change(member) ?? 0)
})

const what = fact([lately], (member) => {
  const now = lately(member)
  return now && `${now.possible - now.attended} of ${now.possible} sessions missed`
})

const schoolNow = factOfDay([mainSchool], (member) => mainSchool(member)?.school ?? undefined)

/** What the virtual school goes through every two weeks: each child, what changed, and how it stands beside their school and their year. */
export const attendanceOfFortnight: WorkList = workList({
  key: 'attendance-of-the-fortnight',
  label: 'Attendance of the last two weeks',
  source: 'Dorset Council, Corporate Parenting report 2023 (attendance looked at every two weeks)',
  population: schoolAgeInCare,
  days: (on) => {
    const { from, to } = fortnightBefore(on)
    return `${longText(from)} to ${longText(addDays(to, -1))}, beside the two weeks before`
  },
  test: needTest('attendance of the two weeks', wasAtSchool, { standing: 'watched', why: what, gravity }),
  columns: {
    now: column('Attended, %', [lately], (member) => rounded(lately(member)), { written: 'number', averaged: true }),
    before: column('Two weeks before, %', [before], (member) => rounded(before(member)), {
      written: 'number',
      averaged: true,
    }),
    change: column('Change', [change], change, { written: 'number', averaged: true }),
    year: column('Since September, %', [sessionsThisYear], (member) => rounded(sessionsThisYear(member)), {
      written: 'number',
      averaged: true,
    }),
    schoolYear: column('School year', [schoolYear], (member) => yearLabel(schoolYear(member)), { order: yearLabels }),
    phase: column('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), { order: phases }),
    school: column('School', [schoolNow], schoolNow),
  },
})
