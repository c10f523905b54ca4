import { describe, expect, it } from 'vitest'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from './relationship-kinds.ts'

const kinds = Object.keys(RelationshipKind.codes) as RelationshipKindCode[]

describe('the inverse of a relationship', () => {
  it.each<[RelationshipKindCode, RelationshipKindCode]>([
    ['birth-parent', 'birth-child'],
    ['grandchild', 'grandparent'],
    ['carer', 'cared-for-child'],
    ['half-sibling', 'half-sibling'],
    ['partner', 'partner'],
  ])('of a %s is a %s', (kind, inverse) => {
    expect(inverseOf(kind)).toBe(inverse)
  })

  it('of the inverse is the relationship itself, for every kind', () => {
    expect(kinds.map((kind) => inverseOf(inverseOf(kind)))).toEqual(kinds)
  })

  it('is another kind wherever the two are not alike', () => {
    const alike = kinds.filter((kind) => inverseOf(kind) === kind)
    expect(alike).toEqual([
      'sibling',
      'half-sibling',
      'step-sibling',
      'foster-sibling',
      'cousin',
      'spouse',
      'separated-spouse',
      'former-spouse',
      'partner',
      'former-partner',
      'friend',
      'other-relative',
      'other-connection',
    ])
  })
})
