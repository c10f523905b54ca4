import { expect, test } from 'vitest'
import { plainDate } from '../../core/dates/plain-date.ts'
import { livingIn, readLocalityPopulations } from './population.ts'

const head = 'authority,locality,applies_from,children_0_17,source'
const read = (...rows: readonly string[]) => readLocalityPopulations([head, ...rows, ''].join('\n'))

test('how many children live in a locality is what was said last by that day, of that authority and locality', () => {
  const own = { key: 'kent', name: 'Kent', council: 'Kent', code: '886', area: 'E10000016' }
  const rows = ['kent,Vale,2020-01-01,900,ONS', 'kent,Vale,2023-01-01,1000,ONS', 'kent,Heath,2023-01-01,70,ONS']
  const app = { own, populations: [], localityPopulations: read(...rows, 'devon,Vale,2023-01-01,5,ONS') }
  const on = (locality: string, day: string) => livingIn(app, locality, plainDate(day))?.here.children
  expect([
    on('Vale', '2022-12-31'),
    on('Vale', '2023-01-01'),
    on('Heath', '2022-12-31'),
    on('North', '2023-01-01'),
  ]).toEqual([900, 1000, undefined, undefined])
})

test('a row that is none is told', () => {
  expect(() => read('kent,,2023-01-01,70,ONS')).toThrow('is not a locality')
  expect(() => read('kent,Vale,2023-01-01,some,ONS')).toThrow('kent, Vale, some')
  expect(() => read('kent,Vale,2023-01-01,70,')).toThrow('where it is from')
})
