import { describe, expect, it } from 'vitest'
import type { Area } from './area.ts'
import { suppliesProblems } from './check-supplies.ts'
import { indicator } from './indicator.ts'
import { isSigned, signedFigure } from './supply.ts'

const provider = { key: 'provider', label: 'the provider' }
const held = indicator({
  key: 'held',
  label: 'Held',
  unit: 'count',
  goodIs: 'neither',
  covers: 'in the period',
  status: 'stated',
  who: 'All.',
  notKnown: 'None.',
  source: 'Made up',
  sent: { by: provider, every: 'month', within: '10 days' },
})
const supply = { key: 'health', label: 'Health', sentBy: provider, signedOffBy: 'the nurse', source: 'Made up' }
const area = (given: Partial<Area>): Area => ({ key: 'a', label: 'A', indicators: [held], ...given })

describe('what others send', () => {
  it('is of figures that are defined, not counted here, and sent by one', () => {
    const of = (given: Partial<Area>) => suppliesProblems([area(given)]).map(({ problem }) => problem)
    expect(of({ supplies: [{ ...supply, indicators: [held] }] })).toEqual([])
    expect(of({ indicators: [], supplies: [{ ...supply, indicators: [held] }] })).toEqual([
      'held is not an indicator of any area',
    ])
    const twice = [supply, { ...supply, key: 'police' }].map((one) => ({ ...one, indicators: [held] }))
    expect(of({ supplies: twice })).toEqual(['held is sent by two'])
    expect(of({ supplies: [{ ...supply, signedOffBy: '', indicators: [] }] })).toHaveLength(1)
    const others = { ...supply, sentBy: { key: 'police', label: 'the police' }, indicators: [held] }
    expect(of({ supplies: [others] })).toEqual(['held is not sent by the police'])
  })

  it('is signed as it was: another number, or another source, is not', () => {
    const figure = { indicator: 'held', value: 3, numerator: null, denominator: null, notKnown: null, publishedIn: 'A' }
    const signed = { figures: [signedFigure(figure)], words: '', at: new Date(0), by: 'Nia' }
    expect(isSigned(signed, figure)).toBe(true)
    expect(isSigned(signed, { ...figure, value: 4 })).toBe(false)
    expect(isSigned(signed, { ...figure, publishedIn: 'B' })).toBe(false)
    expect(isSigned(undefined, figure)).toBe(false)
  })
})
