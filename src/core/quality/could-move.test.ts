import { describe, expect, it } from 'vitest'
import { minutes, numberOfGuests, shareInAttic } from '../../../test/support/counted.ts'
import type { Mark } from '../counting/count.ts'
import { planLists } from '../counting/plan.ts'
import { couldMove } from './could-move.ts'

const [list] = planLists([numberOfGuests, shareInAttic])
const countingOf = (key: string) => {
  const counting = list?.countings.find(({ indicator }) => indicator.key === key)
  if (counting === undefined) throw new Error(key)
  return counting
}
const share = countingOf(shareInAttic.key)

/** Somebody who has been there for a week, or may have been, and whether they are in the attic. */
const guest = (inAttic: Mark, isThere: Mark = '1') => ({
  placed: `${isThere}${isThere}`,
  answers: `${isThere}${inAttic}`,
  measures: [],
  members: 1,
})
const isUnknown = ({ answers }: { readonly answers: string }) =>
  answers.includes('?') ? ('unanswered' as const) : undefined

describe('what putting right could make of a figure', () => {
  it('lies between all of them counted and none', () => {
    const members = [guest('1'), guest('0'), guest('?'), guest('?')]
    expect(couldMove(share, members, isUnknown, undefined)).toEqual({ now: 50, between: { low: 25, high: 75 } })
  })

  it('is what it is where nobody is wrong', () => {
    expect(couldMove(share, [guest('1'), guest('0')], isUnknown, undefined)).toEqual({
      now: 50,
      between: { low: 50, high: 50 },
    })
  })

  it('takes whoever may not belong out of it too, and whoever contradicts themselves', () => {
    const placed = [guest('1'), guest('1'), guest('?', '?')]
    expect(couldMove(countingOf(numberOfGuests.key), placed, isUnknown, undefined).between).toEqual({ low: 2, high: 3 })
    const mistaken = [guest('1'), guest('0'), guest('0')]
    const isLast = (one: (typeof mistaken)[number]) => (one === mistaken[2] ? ('mistaken' as const) : undefined)
    expect(couldMove(share, mistaken, isLast, undefined).between).toEqual({ low: 100 / 3, high: 200 / 3 })
  })

  it('cannot be said of a figure that is made of numbers', () => {
    const [looks] = planLists([minutes])
    const [counting] = looks?.countings ?? []
    if (counting === undefined) throw new Error('There is no average')
    const member = { placed: '1', answers: '', measures: [null], members: 1 }
    expect(couldMove(counting, [member], () => 'unanswered', undefined).between).toBeNull()
  })
})
