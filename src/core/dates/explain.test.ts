import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBankHolidays } from './bank-holidays.ts'
import { explainDue } from './explain.ts'
import type { Interval } from './interval.ts'
import { plainDate, toText } from './plain-date.ts'
import { BeyondCalendar, workingCalendar } from './working-days.ts'

const holidays = readBankHolidays(readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8'))
const england = workingCalendar(holidays)

function explain(start: string, interval: Interval) {
  const { due, sentences } = explainDue(england, plainDate(start), interval)
  expect(due).toBe(england.dueOn(plainDate(start), interval))
  return [toText(due), ...sentences]
}

test('working days: the first day counted, weekends and each holiday by name', () => {
  expect(explain('2023-04-27', '15 working days')).toEqual([
    '2023-05-22',
    '15 working days after Thursday 27 April 2023: the day after is the first that can count.',
    'The first working day counted is Friday 28 April 2023.',
    'Saturdays and Sundays do not count: 8 are passed over.',
    'Bank holidays do not count: Monday 1 May 2023, Early May bank holiday; Monday 8 May 2023, Bank holiday for the coronation of King Charles III.',
    'Working day 15 is Monday 22 May 2023: done on or before that day is in time.',
  ])
})

test('nothing passed over', () => {
  expect(explain('2023-10-02', '2 working days').slice(3, 5)).toEqual([
    'No Saturday or Sunday falls in between.',
    'No bank holiday falls in between.',
  ])
})

test('a start on a day off says why', () => {
  expect(explain('2024-12-25', '20 working days').slice(0, 6)).toEqual([
    '2025-01-24',
    '20 working days after Wednesday 25 December 2024: the day after is the first that can count.',
    'Wednesday 25 December 2024 is not a working day (Christmas Day).',
    'The first working day counted is Friday 27 December 2024.',
    'Saturdays and Sundays do not count: 8 are passed over.',
    "Bank holidays do not count: Thursday 26 December 2024, Boxing Day; Wednesday 1 January 2025, New Year's Day.",
  ])
  expect(explain('2024-03-30', '1 working day')).toContain('Saturdays and Sundays do not count: 1 is passed over.')
})

test('substitute days are called so', () => {
  expect(explain('2022-12-23', '1 working day').join(' ')).toContain(
    'Monday 26 December 2022, Boxing Day; Tuesday 27 December 2022, Christmas Day (substitute day).',
  )
})

test('a holiday listed on a weekend is passed over once, as the weekend that it is', () => {
  const christmas = { on: plainDate('2022-12-25'), name: 'Christmas Day', substitute: false }
  const start = plainDate('2022-12-22')
  const listed = explainDue(workingCalendar([...holidays, christmas]), start, '2 working days')
  expect(listed).toEqual(explainDue(england, start, '2 working days'))
})

test('inclusive counts: the first day is day 1', () => {
  expect(explain('2024-04-02', '40 working days beginning with').slice(0, 3)).toEqual([
    '2024-05-29',
    '40 working days, counted from Tuesday 2 April 2024 as day 1.',
    'The first working day counted is Tuesday 2 April 2024.',
  ])
  expect(explain('2024-04-06', '40 working days beginning with').slice(1, 4)).toEqual([
    '40 working days beginning with Saturday 6 April 2024: the first working day on or after it is day 1.',
    'Saturday 6 April 2024 is not a working day (a Saturday).',
    'The first working day counted is Monday 8 April 2024.',
  ])
  expect(explain('2024-03-01', '15 days beginning with')).toEqual([
    '2024-03-15',
    '15 days beginning with Friday 1 March 2024: that day is day 1, so day 15 is Friday 15 March 2024.',
    'Every day counts, weekends and bank holidays too.',
    'Done on or before that day is in time.',
  ])
})

test('due on a day off: it does not move, and the last day at work is named', () => {
  expect(explain('2024-01-08', '26 weeks beginning with')).toEqual([
    '2024-07-07',
    '26 weeks (182 days) beginning with Monday 8 January 2024: that day is day 1, so day 182 is Sunday 7 July 2024.',
    'Every day counts, weekends and bank holidays too.',
    'That is not a working day (a Sunday), but the due date does not move.',
    'The last working day before it is Friday 5 July 2024.',
  ])
  expect(explain('2024-01-01', '3 months').slice(1)).toEqual([
    '3 months after Monday 1 January 2024 is the same date 3 months later: Monday 1 April 2024.',
    'That is not a working day (Easter Monday), but the due date does not move.',
    'The last working day before it is Thursday 28 March 2024.',
  ])
})

test('days and weeks', () => {
  expect(explain('2024-03-04', '42 days').slice(1, 3)).toEqual([
    '42 days after Monday 4 March 2024 is Monday 15 April 2024.',
    'Every day counts, weekends and bank holidays too.',
  ])
  expect(explain('2024-03-04', '6 weeks')[1]).toBe(
    '6 weeks (42 days) after Monday 4 March 2024 is Monday 15 April 2024.',
  )
})

test('a month too short for the date', () => {
  expect(explain('2022-11-30', '3 months')[1]).toBe(
    '3 months after Wednesday 30 November 2022: February 2023 has no day 30, only 28 days, so the last day of the month counts: Tuesday 28 February 2023.',
  )
  expect(explain('2024-01-01', '3 months beginning with')[1]).toBe(
    '3 months beginning with Monday 1 January 2024: that day is day 1, so the last day is the day before the same date 3 months later: Sunday 31 March 2024.',
  )
  expect(explain('2023-11-30', '3 months beginning with')[1]).toContain(
    'so the last day of the month counts: Thursday 29 February 2024',
  )
})

test('outside the loaded years', () => {
  expect(() => explainDue(england, plainDate('2028-12-28'), '5 working days')).toThrow(BeyondCalendar)
  expect(explain('2028-12-01', '3 months').at(-1)).toBe(
    'Whether Thursday 1 March 2029 is a working day is not known: bank holidays are loaded for 2015 to 2028.',
  )
  expect(explain('2014-12-01', '1 month').at(-1)).toBe(
    "That is not a working day (New Year's Day), but the due date does not move.",
  )
})
