import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { departmentsRule } from '../../core/disclosure/rule.ts'
import { readDisclosureRules, ruleOf } from './rules.ts'

const head = 'authority,largest,leaves,rounded_to,averages_within,source'
const read = (...rows: readonly string[]) => readDisclosureRules([head, ...rows, ''].join('\n'))

describe('the rule by which an authority publishes', () => {
  it('is its own, and without one the Department’s', () => {
    const rules = read('barnsley,9,4,5,0.25,"Cabinet, 1 May 2023"')
    expect(ruleOf(rules, 'barnsley')).toEqual({
      ...{ smallest: 1, largest: 9, leaves: 4, roundedTo: 5, averagesWithin: 0.25, source: 'Cabinet, 1 May 2023' },
    })
    expect(ruleOf(rules, 'kent')).toBe(departmentsRule)
  })

  it('is refused where it is no rule, or is not clear', () => {
    expect(() => read('barnsley,,3,,0.2,Cabinet')).toThrow('“barnsley”: the largest number that is kept')
    expect(() => read('barnsley,5,1,,0.2,Cabinet')).toThrow('at least 2 numbers')
    expect(() => read('barnsley,5,3,1,0.2,Cabinet')).toThrow('rounded to 2 or more')
    expect(() => read('barnsley,5,3,,20,Cabinet')).toThrow('a share, like 0.2')
    expect(() => read('barnsley,5,3,,0.2,')).toThrow('who decided on it')
    expect(() => read('barnsley,5,3,,0.2,Cabinet', 'barnsley,6,3,,0.2,Cabinet')).toThrow('two rows')
  })

  it('that ships is none that keeps less than the Department does', () => {
    const shipped = readDisclosureRules(
      readFileSync(new URL('../../../data/disclosure-rules.csv', import.meta.url), 'utf8'),
    )
    for (const { largest, leaves } of shipped.values()) {
      expect(largest).toBeGreaterThanOrEqual(departmentsRule.largest)
      expect(leaves).toBeGreaterThanOrEqual(departmentsRule.leaves)
    }
  })
})
