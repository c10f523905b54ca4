import { describe, expect, it } from 'vitest'
import { guests, inTheAttic } from '../../../../test/support/counted.ts'
import { column } from '../../../core/counting/column.ts'
import { needTest, workList } from '../../../core/counting/work-list.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import { codeList } from '../../../core/definitions/code-list.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { averagesOf, columnsCounted, saidText } from './columns.ts'
import { headOf } from './rows.ts'

const Room = codeList('room', { label: 'Room', source: 'Made up', codes: { garden: 'Garden', attic: 'Attic' } })
const columns = {
  room: column('Room', [], () => undefined, { codes: Room }),
  nights: column('Nights', [], () => undefined, { written: 'number', averaged: true }),
  came: column('Came', [], () => undefined, { written: 'date' }),
  wish: column('Wish', [], () => undefined, { written: 'words' }),
}
const test = needTest('in the attic', inTheAttic)
const up = workList({ key: 'up', label: 'Up', source: 'Made up', population: guests, test, columns })
const need = (room: string | null, nights: number | null) => ({
  ...{ subject: 1 as SubjectId, attributes: {}, isNow: true, gravity: 0, since: null, due: null, days: null },
  ...{ holding: { name: 'x', why: null, source: 'x' }, says: { room, nights, came: null, wish: null } },
})
const needs = [need('garden', 2), need('attic', 5), need('garden', 3), need(null, null)]

describe('the columns of a list', () => {
  it('say codes and dates in words, and that nothing is known where a value is missing', () => {
    expect(saidText(columns.room, 'attic')).toBe('Attic')
    expect(saidText(columns.room, null)).toBe('Not known')
    expect(saidText(columns.came, plainDate('2023-09-01'))).toBe('1 September 2023')
    expect(saidText(columns.came, null)).toBe('')
  })
  it('are counted by their values, those of whom it is not known last', () => {
    const [room, ...others] = columnsCounted(up, needs)
    expect(room?.values.map(({ label, needs: some }) => [label, some.length])).toEqual([
      ['Attic', 1],
      ['Garden', 2],
      ['Not known', 1],
    ])
    expect(others).toEqual([])
  })
  it('are averaged over those of whom there is a number: a missing one is not 0', () => {
    expect(averagesOf(up, needs)).toEqual(['3'])
    expect(averagesOf(up, [need('attic', null)])).toEqual([''])
  })
  it('leave out since when and why, where a wide list never says either, and keep both beside a clock', () => {
    expect(headOf(up)).toMatchObject({ when: undefined, why: 'Why', isWide: true })
    const { wish: _, ...silent } = columns
    expect(headOf({ ...up, columns: silent })).toMatchObject({ when: undefined, why: undefined })
    expect(headOf({ ...up, columns: {} })).toMatchObject({ when: 'Since', why: 'Why', isWide: false })
  })
})
