import { expect, test } from 'vitest'
import { type DocumentId, document, group, number } from '../definitions/field.ts'
import { documentsIn } from './documents-in.ts'

const fields = {
  minutes: document('Minutes'),
  count: number('Count'),
  papers: group('Papers', {
    paper: document('Paper'),
    pages: number('Pages'),
    more: group('More', { one: document('One') }),
  }),
}
const id = (number: number) => number as DocumentId

test('finds documents wherever they stand, each once, and no other number', () => {
  const values = {
    minutes: id(3),
    count: 9,
    papers: [
      { paper: id(4), pages: 7, more: [{ one: id(5) }] },
      { paper: id(3), pages: 2, more: null },
    ],
  }
  expect(documentsIn(fields, values)).toEqual([3, 4, 5])
})

test('finds none where nothing is filled in', () => {
  expect(documentsIn(fields, { minutes: null, papers: null })).toEqual([])
  expect(documentsIn(fields, {})).toEqual([])
})
