import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../dates/period.ts'
import { plainDate } from '../dates/plain-date.ts'
import { type Action, type ActionSaid, standingOfAction, standsWith } from './action.ts'

const said = (step: ActionSaid['step'], on: string, dueOn = '2023-10-31'): ActionSaid => ({
  step,
  terms: { what: 'Ring', owner: { account: 1, name: 'Ada' }, dueOn: plainDate(dueOn), howKnown: 'They answer' },
  words: step === 'agreed' ? '' : 'Because',
  impact: '',
  at: new Date(`${on}T09:00:00Z`),
  on: plainDate(on),
  by: 'Ada',
})
const action = (...all: readonly ActionSaid[]): Action => ({
  id: 1,
  origin: { from: 'month', dataset: 'all', period: parsePeriod('2023-09'), section: 'one', indicator: null },
  said: all,
})
const isOverdue = (one: Action, today: string) => standingOfAction(one, plainDate(today)).isOverdue
const stands = (one: Action, month: string, dataset = 'all') => standsWith(one, dataset, parsePeriod(month))

describe('an action', () => {
  it('is overdue the day after its last day, unless it is closed or the day was moved', () => {
    expect(isOverdue(action(said('agreed', '2023-10-04')), '2023-10-31')).toBe(false)
    expect(isOverdue(action(said('agreed', '2023-10-04')), '2023-11-01')).toBe(true)
    const moved = action(said('agreed', '2023-10-04'), said('changed', '2023-10-20', '2023-11-30'))
    expect(isOverdue(moved, '2023-11-01')).toBe(false)
    const closed = action(said('agreed', '2023-10-04'), said('closed', '2023-11-20'))
    expect(isOverdue(closed, '2023-12-01')).toBe(false)
    expect(isOverdue(action(...closed.said, said('opened again', '2023-11-25')), '2023-12-01')).toBe(true)
  })

  it('is carried from its month to each after it until it is closed, and stands with the month in whose cycle it was', () => {
    const open = action(said('agreed', '2023-10-04'))
    expect(['2023-08', '2023-09', '2023-10', '2024-03'].map((month) => stands(open, month))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(stands(open, '2023-09', 'another')).toBe(false)
    const closed = action(...open.said, said('closed', '2023-11-02'))
    expect(['2023-09', '2023-10', '2023-11', '2023-12'].map((month) => stands(closed, month))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
