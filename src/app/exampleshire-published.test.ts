import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { corporateParentingDataset as dataset } from '../areas/corporate-parenting/dataset.ts'

const rows = (name: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(new URL(`../../data/exampleshire/${name}.csv`, import.meta.url)), { columns: true })

test('something is said of each section, and of each figure that can have to be explained, whatever children are made', () => {
  const said = rows('commentary-2023-08')
  const explained = dataset.sections.flatMap(({ key, indicators }) => [
    [key, ''],
    ...indicators.filter(({ exceptional }) => exceptional !== undefined).map((one) => [key, one.key]),
  ])
  const targets = new Set(rows('corporate-parenting-2023-09.targets').map(({ indicator }) => indicator))
  const judged = dataset.sections.flatMap(({ key, indicators }) =>
    indicators.filter((one) => targets.has(one.key)).map((one) => [key, one.key]),
  )
  const held = new Set(
    said.filter(({ worries }) => worries !== '').map(({ section, indicator }) => `${section} ${indicator}`),
  )
  expect([...explained, ...judged].map((one) => one.join(' ')).filter((one) => !held.has(one))).toEqual([])
  expect(judged.length).toBeGreaterThan(40)
})
