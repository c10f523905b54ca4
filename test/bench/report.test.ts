import { expect, test } from 'vitest'
import type { Measurement } from './bench.ts'
import { type Result, report } from './report.ts'

const machine = { processor: 'A', cores: 2, memoryGigabytes: 8, system: 'linux', node: '20', loadBefore: 0 }
const [month, sql] = ['the month that is running', 'SQL by hand']

const at = (scale: number, store: Result['store'], ...measurements: readonly Measurement[]): Result => ({
  store,
  scale,
  measured: [{ bench: 'counting', measurements }],
})
const linesOf = (...results: readonly Result[]) => report(machine, results).split('\n')
const saysOf = (lines: readonly string[], what: string) =>
  lines.filter((line) => line.startsWith(`  ${what}`)).map((line) => line.replaceAll(/\s+/g, ' ').trim())

test('each figure stands with its aim, and what it is a multiple of', () => {
  const lines = linesOf(
    at(1, 'postgresql', { what: month, value: 120, unit: 'ms', aim: 150, ratio: { to: sql, times: 0.21 } }),
    at(1, 'embedded', { what: month, value: 151, unit: 'ms', aim: 150 }, { what: sql, value: 0.5, unit: 's' }),
  )
  expect(saysOf(lines, month)).toEqual([
    `${month} 120 ms met (aim 150 ms) 0.2 times ${sql}`,
    `${month} 151 ms NOT MET (aim 150 ms)`,
  ])
  expect(saysOf(lines, sql)).toEqual([`${sql} 0.50 s`])
})

test('of a larger authority stands how much more it takes than the next smaller in the same store: the aims are not of it', () => {
  const of = (value: number): Measurement => ({ what: month, value, unit: 'ms', aim: 150 })
  const lines = linesOf(at(1, 'postgresql', of(100)), at(1, 'embedded', of(110)), at(10, 'postgresql', of(1250)))
  expect(saysOf(lines, month)).toEqual([
    `${month} 100 ms met (aim 150 ms)`,
    `${month} 110 ms met (aim 150 ms)`,
    `${month} 1250 ms 12.5 times that of 1`,
  ])
  const others = linesOf(at(0.2, 'embedded', of(20)), at(1, 'embedded', of(110)), at(3, 'embedded', of(330)))
  expect(saysOf(others, month).at(-1)).toBe(`${month} 330 ms 3.0 times that of 1`)
  expect(saysOf(linesOf(at(10, 'embedded', of(1250))), month)).toEqual([`${month} 1250 ms`])
})
