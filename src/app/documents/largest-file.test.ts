import { expect, test } from 'vitest'
import { Refused } from '../refused.ts'
import { largestFile, sizeText } from './largest-file.ts'

test('is 20 megabytes unless somebody says otherwise, in whole megabytes that the store can hold', () => {
  expect(
    [largestFile(undefined), largestFile(''), largestFile('1'), largestFile('100')].map((bytes) => bytes / 1024 ** 2),
  ).toEqual([20, 20, 1, 100])
  for (const wrong of ['0', '101', '-5', '2.5', 'many', '20MB', '1e1'])
    expect(() => largestFile(wrong), wrong).toThrow(Refused)
})

test.each([
  [1, '1 KB'],
  [1536, '2 KB'],
  [1_048_575, '1024 KB'],
  [1_048_576, '1 MB'],
  [1_572_864, '1.5 MB'],
  [20_971_520, '20 MB'],
])('%i bytes are said as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
