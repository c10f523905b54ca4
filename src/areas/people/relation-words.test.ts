import { describe, expect, it } from 'vitest'
import { generationsBelow, relationWord, type SexCode, stepOf } from './relation-words.ts'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from './relationship-kinds.ts'

const kinds = Object.keys(RelationshipKind.codes) as RelationshipKindCode[]

describe('what somebody is called', () => {
  it.each<[RelationshipKindCode, SexCode, string]>([
    ['birth-parent', 'F', 'Mother'],
    ['birth-parent', 'M', 'Father'],
    ['birth-parent', 'U', 'Parent'],
    ['half-sibling', null, 'Half-brother or half-sister'],
    ['spouse', 'M', 'Husband or civil partner'],
    ['carer', 'F', 'Foster or other carer'],
  ])('a %s of sex %s is “%s”', (kind, sex, word) => {
    expect(relationWord(kind, sex)).toBe(word)
  })

  it('tells no sex where none is known', () => {
    const telling = /^(?!.* or ).*(mother|father|sister|brother|daughter|\bson\b|wife|husband|aunt|uncle|niece|nephew)/i
    expect(kinds.map((kind) => relationWord(kind, null)).filter((word) => telling.test(word))).toEqual([])
  })
})

describe('generations', () => {
  it('are as many up as they are down', () => {
    for (const kind of kinds) {
      const [there, back] = [generationsBelow(kind), generationsBelow(inverseOf(kind))]
      expect(there === undefined ? undefined : 0 - there, kind).toBe(back === undefined ? undefined : back + 0)
    }
  })

  it('are known of everybody whom a family is followed through', () => {
    expect(kinds.filter((kind) => stepOf(kind) !== 'other' && generationsBelow(kind) === undefined)).toEqual([])
  })
})
