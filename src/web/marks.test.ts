import { describe, expect, test } from 'vitest'
import { directionMark, listed, ragMark } from './marks.ts'

describe('a rating', () => {
  test.each([
    ['green', { kind: 'green', word: 'Green' }],
    ['amber', { kind: 'amber', word: 'Amber' }],
    ['red', { kind: 'red', word: 'Red' }],
    ['worse than target', { kind: 'below', word: 'Worse than target' }],
  ] as const)('%s has a shape and a word', (rag, mark) => {
    expect(ragMark(rag)).toEqual(mark)
  })

  test('that is none has no mark', () => {
    expect(ragMark(null)).toBeUndefined()
  })
})

describe('a direction', () => {
  test.each([
    ['better', 'up', { icon: 'up', word: 'Better', moved: 'the figure went up' }],
    ['better', 'down', { icon: 'down', word: 'Better', moved: 'the figure went down' }],
    ['worse', 'up', { icon: 'up', word: 'Worse', moved: 'the figure went up' }],
    ['same', 'level', { icon: 'flat', word: 'Same', moved: 'the figure went neither up nor down' }],
  ] as const)('%s while the number went %s', (direction, movement, mark) => {
    expect(directionMark(direction, movement)).toEqual(mark)
  })

  test('is left out where neither way is better, or there is nothing to compare', () => {
    expect(directionMark(null, 'up')).toBeUndefined()
    expect(directionMark(null, null)).toBeUndefined()
  })
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed', (items, text) => {
  expect(listed(items)).toBe(text)
})
