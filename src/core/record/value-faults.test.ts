import { describe, expect, it } from 'vitest'
import { plainDate } from '../dates/plain-date.ts'
import { codeList } from '../definitions/code-list.ts'
import {
  address,
  code,
  codes,
  document,
  type FieldDefinition,
  group,
  instant,
  money,
  number,
  person,
  record,
  text,
  yesNo,
} from '../definitions/field.ts'
import type { Value } from './content.ts'
import { valueFaults } from './value-faults.ts'

const today = plainDate('2026-03-06')
const placement = codeList('placement', { label: 'Placement', source: 'test', codes: { U1: 'Foster carer' } })
/** What is said of a field with this definition and value. */
const of = ({ one }: { readonly one: FieldDefinition }, value: unknown) =>
  valueFaults('one', one, value as Value, { today, codesOn: today, ends: undefined }).map(
    ({ field, message }) => `${field}: ${message}`,
  )

describe('values of every other kind', () => {
  it.each([
    [number('One', { least: 0 }), -1, '“One” cannot be less than 0.'],
    [number('One', { most: 40 }), 41, '“One” cannot be more than 40.'],
    [number('One'), 1.5, '“One” has to be a whole number.'],
    [number('One', { decimals: 1 }), 1.25, '“One” has too many figures after the point: 1 at most.'],
    [number('One'), Number.POSITIVE_INFINITY, '“One” has to be a number.'],
    [number('One'), '7', '“One” has to be a number.'],
    [number('One'), 2 ** 60, '“One” is too large to be kept exactly.'],
    [money('One'), 19.99, '“One” has to be an amount in whole pence.'],
    [yesNo('One'), true, 'Answer “One” with yes, no or not known.'],
    [person('One'), 0, 'What is given for “One” is not on the system. Choose the person for “One”.'],
    [record('One', 'visit'), '4', 'What is given for “One” is not on the system. Choose the record for “One”.'],
    [document('One'), 1.5, 'What is given for “One” is not on the system. Add the document for “One”.'],
    [instant('One'), 7, '“One” is not a time that can be. Give the day, and the time if you know it.'],
    [instant('One'), { at: 7 }, '“One” is not a time that can be. Give the day, and the time if you know it.'],
    [
      instant('One'),
      { at: 1e300, precision: 'day' },
      '“One” is not a time that can be. Give the day, and the time if you know it.',
    ],
    [
      instant('One'),
      { at: 7, precision: 'hour' },
      '“One” is not a time that can be. Give the day, and the time if you know it.',
    ],
    [group('One', { who: text('Who') }), 'x', 'Add at least one row under “One”.'],
  ])('%#: refuses what cannot be', (field, value, message) => {
    expect(of({ one: field }, value)).toEqual([`one: ${message}`])
  })

  it.each([
    ['a line', '1 Harbour Road, Marlby', '“One” has to be an address of up to 10 lines.'],
    ['another part', { lines: ['1 Harbour Road'], county: 'Dorset' }, '“One” has to be an address of up to 10 lines.'],
    ['11 lines', { lines: 'abcdefghijk'.split('') }, '“One” has to be an address of up to 10 lines.'],
    [
      'a postcode from abroad',
      { lines: ['1 Rue du Port'], postcode: '75001' },
      'The postcode under “One” is not one of the United Kingdom. Leave it empty, and write one from abroad as a line of the address.',
    ],
    [
      'a property number with letters',
      { lines: [], uprn: 'x1' },
      'The property number (UPRN) under “One” has up to 12 figures and nothing else.',
    ],
    [
      'a line break',
      { lines: ['1 Harbour Road\nMarlby'] },
      '“One” holds a line break or a character that cannot be kept. Type it again rather than pasting it.',
    ],
    ['nothing', { lines: [' '], postcode: null }, 'Write the address under “One”.'],
  ])('refuses an address of %s', (_, value, message) => {
    expect(of({ one: address('One', { required: true }) }, value)).toEqual([`one: ${message}`])
  })

  it('asks for what is required in the words of its kind', () => {
    const kinds = [
      number('One', { required: true }),
      instant('One', { required: true }),
      code('One', placement, { required: true }),
      codes('One', placement, { required: true }),
      person('One', { required: true }),
      group('One', { who: text('Who') }, { required: true }),
    ]
    expect(kinds.flatMap((field) => of({ one: field }, null))).toEqual([
      'one: Give a number for “One”.',
      'one: Say when: give at least the day for “One”.',
      'one: Choose one from the list for “One”.',
      'one: Choose at least one from the list for “One”.',
      'one: Choose the person for “One”.',
      'one: Add at least one row under “One”.',
    ])
    expect(of({ one: codes('One', placement, { required: true }) }, [])).toHaveLength(1)
    expect(of({ one: group('One', { who: text('Who') }, { required: true }) }, [])).toHaveLength(1)
  })
})
