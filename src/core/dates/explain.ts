import type { BankHoliday } from './bank-holidays.ts'
import { type Interval, type IntervalParts, partsOfInterval } from './interval.ts'
import {
  addDays,
  addMonths,
  daysInMonth,
  fromParts,
  longText,
  monthName,
  type PlainDate,
  partsOf,
  weekday,
} from './plain-date.ts'
import type { Calendar } from './working-days.ts'

export type DueExplained = { readonly due: PlainDate; readonly sentences: readonly string[] }

/**
 * The due date and, in plain English, why it is that day. Throws BeyondCalendar when working days are asked for outside the
 * loaded years; for days, weeks and months outside them it says that the practical deadline is not known.
 */
export function explainDue(calendar: Calendar, start: PlainDate, interval: Interval): DueExplained {
  const due = calendar.dueOn(start, interval)
  const parts = partsOfInterval(interval)
  const asked = { start, due, parts, words: interval.replace(' beginning with', '') }
  switch (parts.unit) {
    case 'working days':
      return { due, sentences: workingDaySentences(calendar, asked) }
    case 'school days':
      return { due, sentences: schoolDaySentences(calendar, asked) }
    case 'days':
    case 'weeks':
      return { due, sentences: [...daySentences(asked), ...notMoved(calendar, due)] }
    case 'months':
      return { due, sentences: [...monthSentences(asked), ...notMoved(calendar, due)] }
  }
}

type Asked = {
  readonly start: PlainDate
  readonly due: PlainDate
  readonly parts: IntervalParts
  readonly words: string
}

function workingDaySentences(calendar: Calendar, { start, due, parts, words }: Asked): string[] {
  const { count, startIs } = parts
  const first = calendar.dueOn(start, startIs === 'day 1' ? '1 working day beginning with' : '1 working day')
  const firstLooked = startIs === 'day 1' ? start : addDays(start, 1)
  const { weekendDays, holidays } = passedOver(calendar, firstLooked, due)
  return [
    startSentence(calendar, { start, parts, words }),
    ...(calendar.isWorkingDay(start) ? [] : [`${longText(start)} is not a working day (${whyNot(calendar, start)}).`]),
    `The first working day counted is ${longText(first)}.`,
    weekendDays === 0
      ? 'No Saturday or Sunday falls in between.'
      : `Saturdays and Sundays do not count: ${weekendDays} ${weekendDays === 1 ? 'is' : 'are'} passed over.`,
    holidays.length === 0
      ? 'No bank holiday falls in between.'
      : `Bank holidays do not count: ${holidays.map(holidayText).join('; ')}.`,
    `Working day ${count} is ${longText(due)}: done on or before that day is in time.`,
  ]
}

function schoolDaySentences(calendar: Calendar, { start, due, parts, words }: Asked): string[] {
  const { count, startIs } = parts
  const first = calendar.dueOn(start, startIs === 'day 1' ? '1 school day beginning with' : '1 school day')
  return [
    `${words} ${startIs === 'day 1' ? 'beginning with' : 'after'} ${longText(start)}, by the term dates of the authority’s own schools.`,
    `The first school day counted is ${longText(first)}.`,
    'Weekends, bank holidays, half terms and the holidays between terms do not count; a school’s own training days are not known.',
    `School day ${count} is ${longText(due)}: done on or before that day is in time.`,
  ]
}

function startSentence(calendar: Calendar, { start, parts, words }: Omit<Asked, 'due'>): string {
  if (parts.startIs === 'day 0') return `${words} after ${longText(start)}: the day after is the first that can count.`
  return calendar.isWorkingDay(start)
    ? `${words}, counted from ${longText(start)} as day 1.`
    : `${words} beginning with ${longText(start)}: the first working day on or after it is day 1.`
}

/** What lies between the first day looked at and the due date, and is not counted. A holiday on a weekday only: weekends are counted once. */
function passedOver(calendar: Calendar, from: PlainDate, to: PlainDate) {
  const holidays: BankHoliday[] = []
  let weekendDays = 0
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const holiday = calendar.holidayOn(date)
    if (isWeekend(date)) weekendDays++
    else if (holiday !== undefined) holidays.push(holiday)
  }
  return { weekendDays, holidays }
}

function daySentences({ start, due, parts, words }: Asked): string[] {
  const { count, unit, startIs } = parts
  const days = unit === 'weeks' ? 7 * count : count
  const inDays = unit === 'weeks' ? ` (${days} days)` : ''
  return startIs === 'day 1'
    ? [
        `${words}${inDays} beginning with ${longText(start)}: that day is day 1, so day ${days} is ${longText(due)}.`,
        everyDayCounts,
      ]
    : [`${words}${inDays} after ${longText(start)} is ${longText(due)}.`, everyDayCounts]
}

const everyDayCounts = 'Every day counts, weekends and bank holidays too.'

function monthSentences({ start, due, parts, words }: Asked): string[] {
  const corresponding = addMonths(start, parts.count)
  const { year, month } = partsOf(corresponding)
  const { day } = partsOf(start)
  if (partsOf(corresponding).day < day) {
    return [
      `${words} ${parts.startIs === 'day 1' ? 'beginning with' : 'after'} ${longText(start)}: ${monthName(corresponding)} ${year} has no day ${day}, only ${daysInMonth(year, month)} days, so the last day of the month counts: ${longText(due)}.`,
    ]
  }
  return parts.startIs === 'day 1'
    ? [
        `${words} beginning with ${longText(start)}: that day is day 1, so the last day is the day before the same date ${words} later: ${longText(due)}.`,
      ]
    : [`${words} after ${longText(start)} is the same date ${words} later: ${longText(due)}.`]
}

function notMoved(calendar: Calendar, due: PlainDate): string[] {
  const { year } = partsOf(due)
  if (year < calendar.firstYear || year > calendar.lastYear) {
    return [
      `Whether ${longText(due)} is a working day is not known: bank holidays are loaded for ${calendar.firstYear} to ${calendar.lastYear}.`,
    ]
  }
  if (calendar.isWorkingDay(due)) return ['Done on or before that day is in time.']
  return [
    `That is not a working day (${whyNot(calendar, due)}), but the due date does not move.`,
    ...lastDayAtWork(calendar, due),
  ]
}

function lastDayAtWork(calendar: Calendar, due: PlainDate): string[] {
  const newYear = fromParts(calendar.firstYear, 1, 1)
  // Before the first working day of the calendar the answer lies in a year that is not loaded.
  if (due < calendar.addWorkingDaysBeginningWith(newYear, 1)) return []
  return [`The last working day before it is ${longText(calendar.lastWorkingDayOnOrBefore(due))}.`]
}

function whyNot(calendar: Calendar, date: PlainDate): string {
  const holiday = calendar.holidayOn(date)
  return isWeekend(date) || holiday === undefined ? `a ${weekday(date)}` : holidayName(holiday)
}

const isWeekend = (date: PlainDate): boolean => weekday(date) === 'Saturday' || weekday(date) === 'Sunday'

const holidayText = (holiday: BankHoliday): string => `${longText(holiday.on)}, ${holidayName(holiday)}`

const holidayName = ({ name, substitute }: BankHoliday): string => (substitute ? `${name} (substitute day)` : name)
