import { describe, expect, it } from 'vitest'
import { guests, inTheAttic, Stay } from '../../../../test/support/counted.ts'
import { column } from '../../../core/counting/column.ts'
import { needTest, workList } from '../../../core/counting/work-list.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { workCsv } from './csv.ts'

const up = workList({
  key: 'up',
  label: 'Guests in the attic',
  source: 'Made up',
  population: guests,
  test: needTest('in the attic', inTheAttic),
  columns: {
    room: column('Room', [Stay], () => undefined),
    came: column('Came', [Stay], () => undefined, { written: 'date' }),
  },
  layout: {
    label: 'For the fire brigade',
    source: 'Agreed',
    columns: [
      { heading: 'CAME', takes: 'came' },
      { heading: 'WHO', takes: 'name' },
      { heading: 'ROOM', takes: 'room' },
    ],
  },
})
const ann = {
  ...{ subject: 1 as SubjectId, name: 'Ann', bornOn: null, mayExport: true, worker: null, team: null, attributes: {} },
  ...{ holding: { name: 'in the attic', why: null, source: 'Made up' }, since: null, due: null, days: null },
  ...{ isNow: true, gravity: 0, says: { room: 'attic', came: plainDate('2023-09-01') } },
}

describe('a work list as a file', () => {
  it('is in the layout that was agreed, and has nothing else in it', () => {
    const table = workCsv({ work: up, on: plainDate('2023-10-04'), needs: [ann], unknown: [] })
    expect(table).toEqual([
      ['CAME', 'WHO', 'ROOM'],
      ['2023-09-01', 'Ann', 'attic'],
    ])
  })
  it('has everything where none was', () => {
    const { layout: _, ...work } = up
    const [heading, row] = workCsv({ work, on: plainDate('2023-10-04'), needs: [ann], unknown: [] })
    expect(heading?.slice(7, 11)).toEqual(['Why then', 'Room', 'Came', 'Worker'])
    expect(row?.slice(7, 11)).toEqual(['In the attic.', 'attic', '2023-09-01', null])
  })
})
