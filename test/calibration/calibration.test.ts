import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areas } from '../../src/areas/index.ts'
import { lastPeriods, periodLabel, periodText } from '../../src/core/dates/period.ts'
import { published } from '../support/made-children.ts'
import { toleranceOf } from './compare.ts'
import { september } from './compared-in.ts'
import { why } from './why.ts'

// docs/calibration.md is made by `npm run calibration`, which takes minutes. What can be said without: that it has every figure, with what was published,
// and judges each rightly.

const months = lastPeriods(september, 3)
const written = readFileSync(new URL('../../docs/calibration.md', import.meta.url), 'utf8')
const rows = written.split('\n').flatMap((line) => {
  const [, key, month] = /<br>`([a-z0-9-]+)`(?:, (\w+ \d{4}))? \|/.exec(line) ?? []
  const [unit, among, was, is, tolerance, verdict] = line.split(' | ').slice(1)
  if (key === undefined || verdict === undefined) return []
  const number = (text = '') => (text === '–' || text === '' ? null : Number(text))
  return [
    {
      key,
      period: months.find((one) => periodLabel(one) === month) ?? september,
      unit,
      among: number(among),
      was: number(was),
      is: number(is),
      tolerance: tolerance?.trim() ?? '',
      verdict: verdict.replace(' |', ''),
    },
  ]
})
const dataset = areas.flatMap(({ datasets = [] }) => datasets).find(({ key }) => key === 'corporate-parenting')
const indicators = dataset?.sections.flatMap((section) => section.indicators) ?? []

test('each of the 78 figures stands in the table once, in the order of the dataset', () => {
  expect(indicators).toHaveLength(78)
  expect(rows.map(({ key }) => key)).toEqual(indicators.map(({ key }) => key))
})

test.each(rows)('$key stands beside what was published, and is judged by the tolerance', (row) => {
  const indicator = indicators.find(({ key }) => key === row.key)
  if (row.was === null || indicator === undefined) return expect(row.verdict).toBe('not published')
  const then = published(row.key, periodText(row.period))
  expect(row.was).toBeCloseTo(then, 2)
  const tolerance = toleranceOf(indicator.unit, then, row.among)
  expect(row.tolerance).toBe(`± ${tolerance}`)
  const expected =
    row.is === null ? /no figure|not counted/ : Math.abs(row.is - row.was) <= tolerance ? /^within$/ : /outside/
  expect(row.verdict).toMatch(expected)
  if (row.verdict !== 'within') expect(written).toContain(`. ${why[row.key]}`)
})

test('whatever lies outside has a known reason, and nothing else has one', () => {
  const outside = rows.filter(({ verdict }) => verdict.includes('outside')).map(({ key }) => key)
  expect(Object.keys(why).toSorted()).toEqual(outside.toSorted())
  expect(rows.filter(({ verdict }) => verdict === 'within').length).toBeGreaterThanOrEqual(74)
})
