import { describe, expect, it } from 'vitest'
import type { RelationshipKindCode } from '../../../areas/people/relationship-kinds.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { followedFrom, type Tie } from './ties.ts'

const path = (...kinds: readonly RelationshipKindCode[]): readonly Tie[] =>
  kinds.map((kind, at) => ({
    from: at as SubjectId,
    to: (at + 1) as SubjectId,
    kind,
    since: null,
    until: null,
    ended: false,
    inTheirWords: null,
  }))

describe('who is followed from a brother or sister', () => {
  it('their parents, and whose children those are where it is a whole brother or sister', () => {
    expect(followedFrom(path('sibling'))).toContain('parent')
    expect(followedFrom(path('sibling', 'birth-parent'))).toEqual(['parent'])
    expect(followedFrom(path('half-sibling'))).toContain('parent')
    expect(followedFrom(path('half-sibling', 'birth-parent'))).toEqual([])
    expect(followedFrom(path('sibling', 'birth-parent').map((tie) => ({ ...tie, ended: true })))).toEqual([])
  })
})
