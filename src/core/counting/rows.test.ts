import { describe, expect, it } from 'vitest'
import { everything } from '../../../test/databases/record-types.ts'
import type { RecordId } from '../definitions/field.ts'
import { newRows, rowOf } from './rows.ts'

const ids = [7, 8, 9] as RecordId[]

describe('records that say nothing yet', () => {
  it('have their numbers, and say what a record without content says', () => {
    const nothing = ids.map((id) => rowOf(everything, id, { subjects: {}, links: {}, fields: {} }))
    expect(newRows(everything, ids)).toEqual(nothing)
    expect(newRows(everything, [])).toEqual([])
  })

  it('are filled each for itself', () => {
    const [first, second] = newRows(everything, ids)
    if (first === undefined || !Array.isArray(first['present'])) throw new Error('Somebody is present')
    first['present'].push(1)
    first['author'] = 1
    expect(second).toMatchObject({ present: [], author: null })
  })
})
