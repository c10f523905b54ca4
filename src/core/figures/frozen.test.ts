import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubjectId } from '../definitions/field.ts'
import { type FrozenMember, restated } from './frozen.ts'

const member = (subject: number, verdict: FrozenMember['verdict'], number: number | null = null): FrozenMember => ({
  subject: subject as SubjectId,
  record: null,
  verdict,
  number,
  among: null,
})

describe('what is restated', () => {
  it('is who joined, who left, whose answer and whose number is another, and nobody else', () => {
    const then = [member(1, '1'), member(2, '0'), member(3, '?'), member(4, '1', 20), member(5, '1', 20)]
    const now = [member(1, '1'), member(2, '1'), member(4, '1', 21), member(5, '1', 20), member(6, '0')]
    expect(restated(then, now).map(({ subject, was, is }) => [subject, was, is])).toEqual([
      [2, '0', '1'],
      [3, '?', '-'],
      [4, '1', '1'],
      [6, '-', '0'],
    ])
  })

  it('has somebody who was there twice, and is one person since, as gone once', () => {
    expect(restated([member(1, '1'), member(1, '1')], [member(1, '1')])).toEqual([
      { subject: 1, record: null, was: '1', is: '-' },
    ])
  })

  it('adds up: what was counted, and those who are said to have changed, is what is counted', () => {
    const some = fc.uniqueArray(
      fc.record({ subject: fc.integer({ min: 1, max: 9 }), verdict: fc.constantFrom('1', '0', '?', '!' as const) }),
      { selector: ({ subject }) => subject },
    )
    fc.assert(
      fc.property(some, some, fc.array(fc.integer({ min: 1, max: 9 })), (before, after, twice) => {
        const then = [...before, ...before.filter(({ subject }) => twice.includes(subject))]
        const of = (all: typeof before) => all.map(({ subject, verdict }) => member(subject, verdict))
        const changed = restated(of(then), of(after))
        for (const verdict of ['1', '0', '?', '!'] as const) {
          const count = (all: readonly { verdict: string }[]) => all.filter((one) => one.verdict === verdict).length
          const joined = changed.filter(({ is }) => is === verdict).length
          const left = changed.filter(({ was }) => was === verdict).length
          expect(count(then) + joined - left).toBe(count(after))
        }
      }),
    )
  })
})
