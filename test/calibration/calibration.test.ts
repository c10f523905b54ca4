import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areas } from '../../src/areas/index.ts'
import { parsePeriod, periodText } from '../../src/core/dates/period.ts'
import { published } from '../support/made-children.ts'
import { toleranceOf } from './compare.ts'

// docs/calibration.md is made by `npm run calibration`, which takes minutes. What can be said without: that it has every figure, with what was published,
// and judges each rightly.

const written = readFileSync(new URL('../../docs/calibration.md', import.meta.url), 'utf8')
const rows = written.split('\n').flatMap((line) => {
  const [, key] = /<br>`([a-z0-9-]+)` \|/.exec(line) ?? []
  const [unit, was, is, tolerance, verdict] = line.split(' | ').slice(1)
  if (key === undefined || verdict === undefined) return []
  const number = (text = '') => (text === '–' ? null : Number(text))
  return [
    {
      key,
      unit,
      was: number(was),
      is: number(is),
      tolerance: tolerance?.trim() ?? '',
      verdict: verdict.replace(' |', ''),
    },
  ]
})
const dataset = areas.flatMap(({ datasets = [] }) => datasets).find(({ key }) => key === 'corporate-parenting')
const indicators = dataset?.sections.flatMap((section) => section.indicators) ?? []
const september = periodText(parsePeriod('2023-09'))

test('each of the 78 figures stands in the table once, in the order of the dataset', () => {
  expect(indicators).toHaveLength(78)
  expect(rows.map(({ key }) => key)).toEqual(indicators.map(({ key }) => key))
})

test.each(rows)('$key stands beside what was published, and is judged by the tolerance', (row) => {
  const indicator = indicators.find(({ key }) => key === row.key)
  if (row.was === null || indicator === undefined) return expect(row.verdict).toBe('not published')
  expect(row.was).toBeCloseTo(published(row.key, september), 2)
  const tolerance = toleranceOf(indicator.unit, published(row.key, september))
  expect(row.tolerance).toBe(`± ${tolerance}`)
  const expected =
    row.is === null ? /no figure|not counted/ : Math.abs(row.is - row.was) <= tolerance ? /^within$/ : /outside/
  expect(row.verdict).toMatch(expected)
  if (row.verdict !== 'within') expect(written).toContain(`(\`${row.key}\`):`)
})

test('most figures are within the tolerance', () => {
  const within = rows.filter(({ verdict }) => verdict === 'within')
  expect(within.length).toBeGreaterThanOrEqual(40)
})
