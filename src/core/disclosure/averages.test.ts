import { expect, it } from 'vitest'
import { stepFor, toStep } from './averages.ts'

const days = { digits: 0, within: 0.2 }
const score = { digits: 1, within: 0.2 }

it('an average of few is rounded so far that two of them leave somebody’s own number open', () => {
  // Of 8 and of 9 people, 400 days: whoever is only in one took 400 days, give or take 8.5 times 10.
  expect(stepFor(400, 8, days)).toBe(10)
  expect(stepFor(400, 6, days)).toBe(20)
  expect(stepFor(400, 60, days)).toBe(2)
})

it('an average of many, or of nought, is rounded as it is read', () => {
  expect(stepFor(14.2, 200, score)).toBe(0.1)
  expect(stepFor(14.2, 6, score)).toBe(0.5)
  expect(stepFor(0, 8, days)).toBe(1)
})

it('half a step is rounded up, and a step is written without a trace of binary fractions', () => {
  expect(toStep(425, 10, 0)).toBe(430)
  expect(toStep(14.15, 0.1, 1)).toBe(14.2)
  expect(toStep(14.3, 0.2, 1)).toBe(14.4)
})
