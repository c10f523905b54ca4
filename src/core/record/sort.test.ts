import { describe, expect, test } from 'vitest'
import { codeList } from '../definitions/code-list.ts'
import { code, date, yesNo } from '../definitions/field.ts'
import { type RecordType, recordType } from '../definitions/record-type.ts'
import type { Content } from './content.ts'
import { isSignificant, sortOf } from './sort.ts'

const kinds = codeList('kind', { label: 'Kind', source: 'test', codes: { visit: 'Visit', call: 'Phone call' } })
const note: RecordType = recordType('note', {
  label: 'Note',
  plural: 'notes',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'on',
  significant: 'important',
  sorts: { by: 'kind', icons: { visit: 'visit' } },
  identity: ['child', 'on'],
  fields: { on: date('On', { required: true }), kind: code('Kind', kinds), important: yesNo('Important') },
})
const content = (fields: Content['fields']): Content => ({ subjects: {}, links: {}, fields })
const sort = (fields: Content['fields'], type = note) => sortOf({ type, content: content(fields) })

describe('the sort of a record', () => {
  test('is one of those that its type holds', () => {
    expect(sort({ kind: 'visit' })).toEqual({ key: 'note.visit', label: 'Visit', icon: 'visit' })
    expect(sort({ kind: 'call' })).toEqual({ key: 'note.call', label: 'Phone call', icon: 'note' })
    expect(sort({ kind: 'call' }, { ...note, icon: 'phone' }).icon).toBe('phone')
  })
  test('is its type where the code was left out, or the type holds one sort', () => {
    expect(sort({ kind: null })).toEqual({ key: 'note', label: 'Note', icon: 'note' })
    const { sorts: _, ...plain } = note
    expect(sort({ kind: 'visit' }, plain)).toEqual({ key: 'note', label: 'Note', icon: 'note' })
  })
})

test.each([
  ['yes', true],
  ['no', false],
  ['not known', false],
  [null, false],
] as const)('marked %s it is significant: %s', (important, expected) => {
  expect(isSignificant({ type: note, content: content({ important }) })).toBe(expected)
})
