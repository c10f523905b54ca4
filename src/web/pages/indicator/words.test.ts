import { describe, expect, it } from 'vitest'
import { indicators, minutes, shareInAttic } from '../../../../test/support/counted.ts'
import { planLists } from '../../../core/counting/plan.ts'
import { parsePeriod } from '../../../core/dates/period.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { change, figureText, movedText } from './words.ts'

const around = (indicator: Indicator, everybodyCounts = false) => {
  const list = planLists(indicators).find(({ countings }) => countings.some((one) => one.indicator === indicator))
  if (list === undefined) throw new Error(indicator.key)
  return { list, before: parsePeriod('2023-08'), after: parsePeriod('2023-09'), everybodyCounts }
}

describe('what happened to members who moved alike', () => {
  it.each([
    ['-', '1', 'a week here', 'Joined the group, counted: now “a week here”'],
    ['0', '-', 'a week here', 'Left the group, not counted before: no longer “a week here”'],
    ['1', '-', null, 'Left the group, counted before: no stay any more'],
    ['-', '?', null, 'Joined the group, not known whether counted: no stay before'],
    ['0', '1', 'in the attic', 'Now counted: “in the attic”'],
    ['1', '0', 'in the attic', 'No longer counted: not “in the attic”'],
    ['?', '1', 'in the attic', 'Known now, and counted: “in the attic”'],
    ['0', '?', 'in the attic', 'Not counted, and no longer known: “in the attic”'],
    ['!', '0', 'a week here', 'Was not known whether in the group, is not counted: not “a week here”'],
  ] as const)('from %s to %s by %s', (before, after, because, said) => {
    expect(movedText({ before, after, because }, around(shareInAttic))).toBe(said)
  })

  it('a test that leaves out reads the other way', () => {
    const excluding = around(indicators[2] ?? shareInAttic)
    expect(movedText({ before: '1', after: '-', because: 'in the attic' }, excluding)).toBe(
      'Left the group, counted before: now “in the attic”',
    )
  })

  it('what is dated in one month joins and leaves nothing; where everybody counts that is not said', () => {
    expect(movedText({ before: '1', after: '-', because: null }, around(minutes, true))).toBe('Only in August 2023')
    expect(movedText({ before: '-', after: '?', because: null }, around(minutes))).toBe(
      'Only in September 2023, not known whether counted',
    )
  })
})

it('says changes and figures in words', () => {
  expect([change(3), change(-1), change(0)]).toEqual(['3 more', '1 fewer', 'no change'])
  const share = { value: 62.5, numerator: 5, counted: 5, denominator: 8, notKnown: 0, notPlaced: 0 }
  expect(figureText(share, shareInAttic)).toBe('62.5%, 5 of 8')
  expect(figureText({ ...share, value: null, denominator: 0 }, shareInAttic)).toBe('No figure')
})
