import { describe, expect, it } from 'vitest'
import { figureOf, indicatorOf, periods, type Shape } from '../../../test/support/made-up-tables.ts'
import { forAudience } from './for-audience.ts'
import { departmentsRule } from './rule.ts'
import type { Control, Disclosed } from './shown.ts'

// A person is a number whose bits are the answers to four questions.
const people = (...many: readonly (readonly [person: number, times: number])[]) =>
  many.flatMap(([person, times]) => Array.from({ length: times }, () => person))

const count = (...counted: readonly number[]): Shape => ({ within: [], counted, without: [], unit: 'count' })
const share = (...counted: readonly number[]): Shape => ({ ...count(...counted), unit: 'per cent' })

function shown(shapes: readonly Shape[], who: readonly number[], more: Partial<Control> = {}): readonly Disclosed[] {
  const [, september] = periods
  if (september === undefined) throw new Error('There is no September')
  const figures = shapes.map((shape, at) => figureOf(shape, at, september, who))
  return forAudience(figures, 'public', { ...control(shapes), ...more }).figures
}

const control = (shapes: readonly Shape[]): Control => ({
  indicators: new Map(shapes.map(indicatorOf).map((one) => [one.key, one] as const)),
  terms: [],
  rule: departmentsRule,
  exempt: new Map(),
  before: [],
})

const kinds = (all: readonly Disclosed[]) => all.map(({ shown: { kind } }) => kind)

describe('what the public sees', () => {
  it('is nought, and six and more; of one to five that they are', () => {
    const found = shown([count(0), count(1), count(2)], people([1, 6], [2, 5], [0, 30]))
    expect(found.map(({ shown: one }) => (one.kind === 'whole' ? one.value : one))).toEqual([
      6,
      { kind: 'small', code: 'c', words: '1 to 5' },
      0,
    ])
  })

  it('is no share of few, nor of all but few', () => {
    const found = shown([share(0), share(1), share(2)], people([1, 3], [2, 20], [6, 16], [4, 1]))
    expect(kinds(found)).toEqual(['withheld', 'withheld', 'whole'])
    expect(found[0]?.shown).toMatchObject({
      code: 'c',
      words: 'Withheld: it is about 1 to 5 people, or would let that be worked out.',
    })
  })

  it('is not a figure and another without few of its people', () => {
    const without: Shape = { ...share(0), without: [1] }
    expect(kinds(shown([share(0), without], people([1, 20], [3, 4], [0, 20], [2, 20])))).toContain('withheld')
    expect(kinds(shown([share(0), without], people([1, 20], [3, 10], [0, 20], [2, 20])))).toEqual(['whole', 'whole'])
  })

  it('is not what is exempt, nor anything that says the same', () => {
    const exempt = new Map([['made-up-0', 'the board decides first']])
    const [one, other] = shown([count(0), share(0)], people([1, 20], [0, 20]), { exempt })
    expect(one?.shown).toEqual({ kind: 'exempt', code: 'x', words: 'Not published: the board decides first' })
    // The share has the number in it, and is not exempt: so the number is no secret.
    expect(other?.shown.kind).toBe('whole')
    const [, total, rest] = shown([count(0), count(), { ...count(), without: [0] }], people([1, 20], [0, 20]), {
      exempt,
    })
    expect([total?.shown.kind, rest?.shown.kind].filter((kind) => kind === 'withheld')).toHaveLength(1)
  })

  it('is rounded where the rule says so, and small numbers are kept all the same', () => {
    const rule = { ...departmentsRule, roundedTo: 5 }
    const found = shown([share(0), count(1), count(2)], people([1, 22], [2, 3], [4, 8], [0, 30]), { rule })
    expect(found[0]?.shown).toMatchObject({ value: 35, numerator: 20, denominator: 65, roundedTo: 5 })
    expect(found[1]?.shown.kind).toBe('small')
    expect(found[2]?.shown).toMatchObject({ value: 10 })
  })

  it('is no more later than was published before allows', () => {
    const shapes = [count(), count(0), { ...count(), without: [0] }]
    const before = shown(shapes, people([1, 3], [0, 30]))
    expect(kinds(before)).toEqual(['withheld', 'small', 'whole'])
    // One more has come: what was withheld stays withheld, or the three could be told by the month before.
    expect(kinds(shown(shapes, people([1, 3], [0, 31]), { before: [before] }))).toEqual(['withheld', 'small', 'whole'])
  })
})

describe('what staff and the board see', () => {
  it('is everything, and to the board what the public does not see as such', () => {
    const [, september] = periods
    if (september === undefined) throw new Error('There is no September')
    const figures = [figureOf(count(0), 0, september, people([1, 3], [0, 9]))]
    const exempt = new Map([['all', 'an inspection goes on']])
    const seen = (audience: 'internal' | 'board') =>
      forAudience(figures, audience, { ...control([count(0)]), exempt }).figures[0]?.shown
    expect(seen('internal')).toMatchObject({ kind: 'whole', value: 3, words: null })
    expect(seen('board')).toMatchObject({
      kind: 'whole',
      value: 3,
      words: 'Not for publication: an inspection goes on',
    })
  })
})
