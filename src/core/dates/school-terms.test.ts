import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBankHolidays, yearsOf } from './bank-holidays.ts'
import { explainDue } from './explain.ts'
import { addDays, plainDate, toText } from './plain-date.ts'
import { faultsOfTerms, type Term, termEndingIn, termOn } from './school-terms.ts'
import { BeyondCalendar, workingCalendar } from './working-days.ts'

const holidays = readBankHolidays(readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8'))
const span = (from: string, last: string) => ({ from: plainDate(from), to: addDays(plainDate(last), 1) })
const spring: Term = {
  ...span('2023-01-03', '2023-03-31'),
  name: 'spring',
  academicYear: '2022/23',
  halfTerm: span('2023-02-13', '2023-02-17'),
}
const summer: Term = {
  ...span('2023-04-17', '2023-07-21'),
  name: 'summer',
  academicYear: '2022/23',
  halfTerm: span('2023-05-29', '2023-06-02'),
}
const calendar = workingCalendar(holidays, yearsOf(holidays), [spring, summer])
const due = (start: string, interval: Parameters<typeof calendar.dueOn>[1]) =>
  toText(calendar.dueOn(plainDate(start), interval))

describe('school days', () => {
  test.each([
    ['2023-01-03', '5 school days', '2023-01-10'],
    ['2023-01-03', '5 school days beginning with', '2023-01-09'],
    // Half term: Friday 10 February is followed by Monday 20.
    ['2023-02-10', '1 school day', '2023-02-20'],
    // The Easter holidays, and the bank holiday of 1 May.
    ['2023-03-31', '1 school day', '2023-04-17'],
    ['2023-04-28', '1 school day', '2023-05-02'],
    // From a day of the holidays the first of term is day 1, however it is counted.
    ['2023-04-05', '1 school day beginning with', '2023-04-17'],
  ] as const)('%s and %s: %s', (start, interval, expected) => {
    expect(due(start, interval)).toBe(expected)
  })

  test('are not counted where no terms are loaded, nor beyond the last', () => {
    const none = workingCalendar(holidays)
    expect(() => none.dueOn(plainDate('2023-01-03'), '20 school days')).toThrow(BeyondCalendar)
    expect(() => due('2023-07-21', '1 school day')).toThrow('no term dates of that time are loaded')
    expect(() => due('2022-12-01', '1 school day')).toThrow(BeyondCalendar)
  })

  test('say why the day is that day', () => {
    const { sentences } = explainDue(calendar, plainDate('2023-02-10'), '2 school days')
    expect(sentences).toContain('The first school day counted is Monday 20 February 2023.')
    expect(sentences).toContain('School day 2 is Tuesday 21 February 2023: done on or before that day is in time.')
  })
})

describe('terms', () => {
  const both = [spring, summer]
  test('a term lies on its first and last day, and ends in the month of its last', () => {
    expect(termOn(both, plainDate('2023-03-31'))).toBe(spring)
    expect(termOn(both, plainDate('2023-04-01'))).toBeUndefined()
    expect(termEndingIn(both, span('2023-03-01', '2023-03-31'))).toBe(spring)
    expect(termEndingIn(both, span('2023-04-01', '2023-04-30'))).toBeUndefined()
  })

  test('that overlap, are missing or have their half term elsewhere are told', () => {
    expect(faultsOfTerms(both)).toEqual([])
    expect(faultsOfTerms([summer, spring])).toEqual([expect.stringContaining('begins before')])
    expect(faultsOfTerms([{ ...spring, halfTerm: summer.halfTerm }])).toEqual([expect.stringContaining('half term')])
    const nextSpring = { ...spring, ...span('2024-01-03', '2024-03-28'), halfTerm: span('2024-02-12', '2024-02-16') }
    expect(faultsOfTerms([summer, nextSpring])).toEqual([expect.stringContaining('a term is missing')])
  })
})
