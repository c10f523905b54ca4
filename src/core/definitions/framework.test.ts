import { expect, it } from 'vitest'
import type { Area } from './area.ts'
import { frameworksProblems } from './check-frameworks.ts'
import { isTiedTo } from './framework.ts'
import { indicator } from './indicator.ts'

const guests = indicator({
  ...{ key: 'guests', label: 'Guests', unit: 'count', goodIs: 'low', covers: 'at the end', status: 'stated' },
  ...{ who: 'Guests', notKnown: 'Never', source: 'Made up' },
})
const seen = { key: 'seen', label: 'Seen', says: 'They are seen.', indicators: ['guests'] }
const area = (...outcomes: readonly (typeof seen)[]): Area => ({
  ...{ key: 'house', label: 'House', indicators: [guests] },
  frameworks: [{ key: 'ours', label: 'Ours', source: 'Made up', outcomes }],
})

it('ties an indicator to an outcome, and its variants with it', () => {
  expect(isTiedTo(seen, guests)).toBe(true)
  expect(isTiedTo(seen, { ...guests, key: 'guests-excl', variantOf: 'guests' })).toBe(true)
  expect(isTiedTo(seen, { ...guests, key: 'ghosts' })).toBe(false)
})

it('finds what is wrong with a framework, with its path', () => {
  expect(frameworksProblems([area(seen)])).toEqual([])
  const said = frameworksProblems([
    area(seen, { ...seen, says: ' ', indicators: [] }, { ...seen, key: 'heard', indicators: ['ghosts'] }),
  ])
  expect(said.map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
    expect.stringContaining('house > ours > seen'),
    expect.stringContaining('house > ours > seen'),
    'house > ours > seen: no indicator is tied to it: nobody could see it',
    'house > ours > heard: there is no indicator ghosts',
  ])
})
