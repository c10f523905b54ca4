import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { areas } from '../../../src/areas/index.ts'
import { catalogue } from '../../../src/core/definitions/catalogue.ts'
import { allKeys } from './figures.ts'

const published = readFileSync(new URL('../../fixtures/published-indicators.csv', import.meta.url), 'utf8')
const { indicators } = catalogue(areas)

it('the books answer for every figure of the published dataset, each in one', () => {
  const keys = published
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')
  const more = ['cic-reviews-in-time', 'reviews-held-in-time', 'cic-review-participation']
  expect(allKeys.toSorted()).toEqual([...keys, ...more].toSorted())
})

it('every figure of the books is counted from records', () => {
  expect(allKeys.filter((key) => indicators.get(key)?.counts === undefined)).toEqual([])
})
