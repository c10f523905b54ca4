import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { sameRecords } from './carry-on.ts'

const carry = sameRecords(CareReview)
const review = (identity: string, heldOn: number, participation: string | null = null) => ({
  identity,
  subjects: { child: ['1'] },
  fields: { heldOn, participation },
})
const identities = (before: readonly ReturnType<typeof review>[], said: readonly ReturnType<typeof review>[]) =>
  carry(before, said).map(({ identity }) => identity)

test('what is told anew under another number keeps its own; what has its number and another day was put right', () => {
  expect(identities([review('R1', 10)], [review('R7', 10)])).toEqual(['R1'])
  expect(identities([review('R1', 10)], [review('R1', 12)])).toEqual(['R1'])
  // All numbers moved by one.
  expect(
    identities([review('R1', 10), review('R2', 20)], [review('R1', 5), review('R2', 10), review('R3', 20)]),
  ).toEqual([expect.stringMatching(/^R1\|/), 'R1', 'R2'])
})

test('two of one day stay two', () => {
  const both = [review('R1', 10), review('R2', 10)]
  expect(identities(both, both)).toEqual(['R1', 'R2'])
  expect(identities(both, [review('R8', 10), review('R9', 10)])).toEqual(['R1', 'R2'])
})

test('law: no two records are called the same, and what is told again is told of the same records', () => {
  const rows = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 })), { selector: ([id]) => id })
    .map((all) => all.map(([id, day]) => review(`R${id}`, day)))
  fc.assert(
    fc.property(rows, rows, (before, said) => {
      const now = carry(before, said)
      expect(new Set(now.map(({ identity }) => identity)).size).toBe(said.length)
      expect(carry(now, said).map(({ identity }) => identity)).toEqual(now.map(({ identity }) => identity))
    }),
  )
})
