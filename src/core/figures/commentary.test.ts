import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOTHING_SAID, type Said, together } from './commentary.ts'

const said = (words: Partial<Said>): Said => ({ ...NOTHING_SAID, ...words })

it('keeps what two people write in different boxes, and stops where both write in one', () => {
  const theirs = said({ worries: 'No nurse' })
  expect(together(NOTHING_SAID, said({ doing: 'Hiring' }), theirs)).toEqual({ ...theirs, doing: 'Hiring' })
  expect(together(NOTHING_SAID, said({ worries: 'No room' }), theirs)).toBeUndefined()
  expect(together(NOTHING_SAID, said({ worries: 'No nurse' }), theirs)).toEqual(theirs)
  expect(together(theirs, NOTHING_SAID, theirs)).toEqual(NOTHING_SAID)
})

it('loses no box that somebody changed', () => {
  const any = fc.record({ goingWell: text(), worries: text(), doing: text() })
  fc.assert(
    fc.property(any, any, any, (shown, typed, latest) => {
      const both = together(shown, typed, latest)
      if (both === undefined) return
      for (const box of ['goingWell', 'worries', 'doing'] as const) {
        if (typed[box] !== shown[box]) expect(both[box]).toBe(typed[box])
        if (latest[box] !== shown[box]) expect(both[box]).toBe(latest[box])
      }
    }),
  )
})

const text = () => fc.constantFrom('', 'a', 'b')
