import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBankHolidays } from './bank-holidays.ts'
import { addDays, addMonths, daysBetween, type PlainDate, plainDate, toText, weekday } from './plain-date.ts'
import { workingCalendar } from './working-days.ts'

const holidays = readBankHolidays(readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8'))
const england = workingCalendar(holidays)

const first = plainDate('2015-01-01')
const last = plainDate('2028-12-31')
const anyDay = fc.nat(daysBetween(first, last)).map((days) => addDays(first, days))
/** Far enough from the end for 250 working days to fit. */
const anyStart = fc.nat(daysBetween(first, plainDate('2027-12-01'))).map((days) => addDays(first, days))
const anyCount = fc.integer({ min: 1, max: 125 })

const off = new Set(holidays.map(({ on }) => on))
const worksPlainly = (date: PlainDate) => weekday(date) !== 'Saturday' && weekday(date) !== 'Sunday' && !off.has(date)

/** The rule as written: step one day at a time, count the steps that land on a working day. */
function stepByStep(start: PlainDate, count: number): PlainDate {
  let [date, counted] = [start, 0]
  while (counted < count) {
    date = addDays(date, 1)
    if (worksPlainly(date)) counted++
  }
  return date
}

test('every day: the same answer as asking weekday and list', () => {
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (england.isWorkingDay(date) !== worksPlainly(date)) expect.fail(toText(date))
  }
})

test('stepping day by day comes to the same', () => {
  fc.assert(
    fc.property(anyStart, anyCount, (start, count) => {
      expect(england.addWorkingDays(start, count)).toBe(stepByStep(start, count))
    }),
  )
})

test('beginning with: one fewer on a working day, the same on another', () => {
  fc.assert(
    fc.property(anyStart, anyCount, (start, count) => {
      const expected = worksPlainly(start)
        ? count === 1
          ? start
          : stepByStep(start, count - 1)
        : stepByStep(start, count)
      expect(england.addWorkingDaysBeginningWith(start, count)).toBe(expected)
    }),
  )
})

test('workingDaysBetween agrees with a count day by day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), (from, length) => {
      const to = addDays(from, Math.min(length, last - from))
      let count = 0
      for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (worksPlainly(date)) count++
      expect(england.workingDaysBetween(from, to)).toBe(count)
    }),
  )
})

test('every start: adding n and counting back gives n, and lands on a working day', () => {
  for (let start = first; start <= plainDate('2028-09-01'); start = addDays(start, 1)) {
    for (const count of [1, 2, 5, 10, 15, 20, 45]) {
      const end = england.addWorkingDays(start, count)
      if (england.workingDaysBetween(start, end) !== count) expect.fail(`${toText(start)} + ${count}`)
      if (!england.isWorkingDay(end)) expect.fail(`${toText(start)} + ${count} is ${toText(end)}, a day off`)
    }
  }
})

test('later starts end no earlier, and more days end later', () => {
  fc.assert(
    fc.property(anyStart, fc.nat(30), anyCount, (start, later, count) => {
      const end = england.addWorkingDays(start, count)
      expect(england.addWorkingDays(addDays(start, later), count)).toBeGreaterThanOrEqual(end)
      expect(england.addWorkingDays(start, count + 1)).toBeGreaterThan(end)
    }),
  )
})

test('adding in two steps comes to the same', () => {
  fc.assert(
    fc.property(anyStart, anyCount, anyCount, (start, m, n) => {
      expect(england.addWorkingDays(england.addWorkingDays(start, m), n)).toBe(england.addWorkingDays(start, m + n))
    }),
  )
})

test('elapsed days add up over any day between', () => {
  fc.assert(
    fc.property(fc.tuple(anyDay, anyDay, anyDay), (days) => {
      const [a = first, b = first, c = first] = days.toSorted((one, other) => one - other)
      expect(england.workingDaysBetween(a, c)).toBe(england.workingDaysBetween(a, b) + england.workingDaysBetween(b, c))
    }),
  )
})

test('in time is the same as few enough working days', () => {
  fc.assert(
    fc.property(anyStart, anyCount, fc.nat(200), (start, count, length) => {
      const done = addDays(start, length)
      const dueOn = england.addWorkingDays(start, count)
      const elapsed = england.workingDaysBetween(start, done)
      expect(england.inTime(start, `${count} working days`, done)).toBe(done <= dueOn)
      // A weekend after the due date adds no working day, but it is late all the same.
      if (elapsed < count) expect(done).toBeLessThan(dueOn)
      if (elapsed > count) expect(done).toBeGreaterThan(dueOn)
    }),
  )
})

test('the last working day on or before: none lies between', () => {
  fc.assert(
    fc.property(anyStart, (start) => {
      const date = addDays(start, 10)
      const found = england.lastWorkingDayOnOrBefore(date)
      expect(england.isWorkingDay(found)).toBe(true)
      expect(england.workingDaysBetween(found, date)).toBe(0)
    }),
  )
})

test('days, weeks and months are calendar arithmetic', () => {
  fc.assert(
    fc.property(anyDay, anyCount, (start, count) => {
      expect(england.dueOn(start, `${count} days`)).toBe(start + count)
      expect(england.dueOn(start, `${count} weeks`)).toBe(start + 7 * count)
      expect(england.dueOn(start, `${count} months`)).toBe(addMonths(start, count))
      expect(england.dueOn(start, `${count} days beginning with`)).toBe(start + count - 1)
      expect(england.dueOn(start, `${count} weeks beginning with`)).toBe(start + 7 * count - 1)
    }),
  )
})
