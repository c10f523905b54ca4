import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageInWords, ageOn, birthday } from './age.ts'
import { addDays, plainDate, toText } from './plain-date.ts'

test('an age is reached as the birthday begins', () => {
  const born = plainDate('2007-05-31')
  expect(toText(birthday(born, 18))).toBe('2025-05-31')
  expect(ageOn(born, plainDate('2025-05-30'))).toBe(17)
  expect(ageOn(born, plainDate('2025-05-31'))).toBe(18)
})

test('born on 29 February: 1 March in other years', () => {
  const born = plainDate('2008-02-29')
  expect(toText(birthday(born, 18))).toBe('2026-03-01')
  expect(ageOn(born, plainDate('2026-02-28'))).toBe(17)
  expect(ageOn(born, plainDate('2026-03-01'))).toBe(18)
  expect(toText(birthday(born, 16))).toBe('2024-02-29')
  expect(ageOn(born, plainDate('2024-02-28'))).toBe(15)
  expect(ageOn(born, plainDate('2024-02-29'))).toBe(16)
})

test('below nought before birth', () => {
  const born = plainDate('2023-10-04')
  expect(ageOn(born, plainDate('2023-10-03'))).toBe(-1)
  expect(ageOn(born, plainDate('2023-10-04'))).toBe(0)
})

test('an age changes on birthdays and on no other day', () => {
  const bornOn = fc.nat(40_000).map((days) => addDays(plainDate('1920-01-01'), days))
  fc.assert(
    fc.property(bornOn, fc.integer({ min: 1, max: 40 }), (born, age) => {
      const day = birthday(born, age)
      expect(ageOn(born, addDays(day, -1))).toBe(age - 1)
      expect(ageOn(born, day)).toBe(age)
    }),
  )
})

test('in words: days, weeks, months, then years', () => {
  const age = (born: string, on: string) => ageInWords(plainDate(born), plainDate(on))
  expect(age('2023-10-04', '2023-10-04')).toBe('0 days')
  expect(age('2023-10-03', '2023-10-04')).toBe('1 day')
  expect(age('2023-09-20', '2023-10-04')).toBe('2 weeks')
  expect(age('2023-07-05', '2023-10-04')).toBe('13 weeks')
  expect(age('2023-07-04', '2023-10-04')).toBe('3 months')
  expect(age('2023-01-31', '2023-06-30')).toBe('5 months')
  expect(age('2023-01-31', '2023-06-29')).toBe('4 months')
  expect(age('2021-10-05', '2023-10-04')).toBe('23 months')
  expect(age('2021-10-04', '2023-10-04')).toBe('2 years')
})
