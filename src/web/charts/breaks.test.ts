import { expect, test } from 'vitest'
import { breakLetters, breaksOf, breakTexts } from './breaks.ts'

const row = { y: 20, left: 30, right: 320 }
const points = (count: number, at: readonly number[]) =>
  Array.from({ length: count }, (_, index) => (at.includes(index) ? { breakBefore: `change ${index}` } : {}))

test('letters run on after Z', () => {
  const letters = breaksOf(points(30, [...Array(30).keys()])).map(({ letter }) => letter)
  expect([letters[0], letters[25], letters[26], letters[27]]).toEqual(['A', 'Z', 'AA', 'AB'])
})

test('letters that would touch share a label', () => {
  const breaks = breaksOf(points(10, [1, 2, 3, 8]))
  const x = (index: number) => (index === 8 ? 200 : 40 + index * 4)
  expect(breakLetters(breaks, x, row).map(({ content }) => content)).toEqual(['A–C', 'D'])
})

test('words follow a letter only where there is room', () => {
  const breaks = breaksOf(points(10, [1, 8]))
  expect(breakTexts(breaks, (index) => index * 35, row).map(({ content }) => content)).toEqual([
    'A: change 1',
    'B: change 8',
  ])
  const near = (index: number) => (index === 1 ? 60 : 130)
  expect(breakTexts(breaks, near, row).map(({ content }) => content)).toEqual(['A: change 1', 'B'])
})
