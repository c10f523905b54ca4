import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../dates/plain-date.ts'
import { recordTypesProblems } from '../definitions/check-record-types.ts'
import { codeList, codesOn } from '../definitions/code-list.ts'
import {
  address,
  code,
  codes,
  date,
  document,
  type FieldDefinition,
  type Fields,
  group,
  instant,
  money,
  number,
  paragraphs,
  person,
  plannedDate,
  record,
  text,
  yesNo,
} from '../definitions/field.ts'
import { type RecordType, recordType } from '../definitions/record-type.ts'
import type { Content } from './content.ts'
import { validate } from './validate.ts'

const today = plainDate('2026-03-06')
/** What comes from outside is only said to be content. */
const check = (type: RecordType, given: unknown) => validate(type, given as Content, today)
const list = codeList('colour', {
  label: 'Colour',
  source: 'test',
  codes: {
    red: 'Red',
    old: { label: 'Old', to: plainDate('2000-01-01') },
    new: { label: 'New', from: plainDate('2000-01-01') },
  },
})

const simple = fc.constantFrom<(options: { readonly required?: true }) => FieldDefinition>(
  (options) => text('A line', options),
  (options) => paragraphs('Words', options),
  (options) => number('Number', { ...options, decimals: 2, least: -5, most: 5 }),
  (options) => money('Money', options),
  (options) => yesNo('Answer', options),
  (options) => plannedDate('Plan', options),
  (options) => code('Code', list, options),
  (options) => codes('Codes', list, options),
  (options) => address('Address', options),
)
const outsideGroups = fc.constantFrom<(options: { readonly required?: true }) => FieldDefinition>(
  (options) => date('Day', options),
  (options) => instant('Moment', options),
  (options) => person('Person', options),
  (options) => record('Record', 'other', options),
  (options) => document('Document', options),
)
const options = fc.constantFrom<{ readonly required?: true }>({}, { required: true })
/** No name that means something else: `form`, `do`, `id`. */
const fieldsOf = (field: fc.Arbitrary<FieldDefinition>, minKeys: number): fc.Arbitrary<Fields> =>
  fc.dictionary(fc.stringMatching(/^x[a-z]{1,6}$/), field, { minKeys, maxKeys: 6 })
const simpleField = fc.tuple(simple, options).map(([make, chosen]) => make(chosen))
const anyField = fc.oneof(
  simpleField,
  fc.tuple(outsideGroups, options).map(([make, chosen]) => make(chosen)),
  fc.tuple(fieldsOf(simpleField, 1), options).map(([fields, chosen]) => group('Group', fields, chosen)),
)

const anyType: fc.Arbitrary<RecordType> = fieldsOf(anyField, 0).map((fields) =>
  recordType('thing', {
    label: 'Thing',
    plural: 'things',
    source: 'test',
    subjects: {
      child: { kind: 'person', label: 'Child' },
      others: { kind: 'worker', label: 'Others', many: true, optional: true },
    },
    links: { before: { to: 'other', label: 'Before', optional: true } },
    dated: 'startedOn',
    ends: 'endedOn',
    identity: ['child', 'startedOn'],
    fields: { ...fields, startedOn: date('Started', { required: true }), endedOn: date('Ended') },
  }),
)
const other: RecordType = recordType('other', {
  label: 'Other',
  plural: 'others',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  identity: ['child'],
  fields: { startedOn: date('Started', { required: true }) },
})

const id = fc.integer({ min: 1, max: 1_000_000 })
const past = fc.integer({ min: plainDate('1900-01-01'), max: today })
/** Letters of every script and signs from beyond the basic plane, but nothing unseen. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((one) => one.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(one))

function someValue(field: FieldDefinition, on: number): fc.Arbitrary<unknown> {
  const value = presentValue(field, on)
  return field.required ? value : fc.option(value)
}

function presentValue(field: FieldDefinition, on: number): fc.Arbitrary<unknown> {
  const valid = codesOn(list, addDays(plainDate('1970-01-01'), on)).map((one) => one.code)
  switch (field.kind) {
    case 'text':
      return words
    case 'number':
      return fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths / 100)
    case 'money':
      return fc.maxSafeInteger()
    case 'yes-no':
      return fc.constantFrom('yes', 'no', 'not known')
    case 'date':
      return past
    case 'planned-date':
      return fc.integer({ min: plainDate('1900-01-01'), max: plainDate('2199-12-31') })
    case 'instant':
      return fc.record({ at: past.map((day) => day * 86_400_000), precision: fc.constantFrom('minute', 'day') })
    case 'code':
      return fc.constantFrom(...valid)
    case 'codes':
      return fc.subarray([...valid], { minLength: 1 })
    case 'address':
      return fc.record({
        lines: fc.array(words, { minLength: 1, maxLength: 5 }),
        postcode: fc.constantFrom(null, 'DT1 1XJ', 'ec1a1bb'),
        uprn: fc.constantFrom(null, '1', '100040123456'),
      })
    case 'group':
      return fc.array(rowOf(field.fields, on), { minLength: 1, maxLength: 3 })
    default:
      return id
  }
}

const rowOf = (fields: Fields, on: number) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, someValue(field, on)])))

const typeAndContent = anyType.chain((type) =>
  past.chain((startedOn) => {
    const { startedOn: _, endedOn: __, ...rest } = type.fields
    return fc.record({
      type: fc.constant(type),
      content: fc.record({
        subjects: fc.record({ child: fc.tuple(id), others: fc.uniqueArray(id, { maxLength: 4 }) }),
        links: fc.record({ before: fc.option(id) }),
        fields: rowOf(rest, startedOn).chain((fields) =>
          fc
            .option(fc.integer({ min: startedOn, max: startedOn + 9000 }))
            .map((endedOn) => ({ ...fields, startedOn, endedOn })),
        ),
      }),
    })
  }),
)

describe('laws of validation', () => {
  it('the definitions made up here are sound, or the laws would say little', () => {
    fc.assert(
      fc.property(anyType, (type) => {
        expect(recordTypesProblems([type, other].map((one) => ({ area: 'test', type: one })))).toEqual([])
      }),
    )
  })

  it('finds nothing wrong with what its definition asks for', () => {
    fc.assert(
      fc.property(typeAndContent, ({ type, content }) => {
        expect(check(type, content)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('misses no required field, whatever else is there', () => {
    fc.assert(
      fc.property(typeAndContent, ({ type, content }) => {
        const required = Object.entries(type.fields).flatMap(([name, { required }]) => (required ? [name] : []))
        const empty = Object.fromEntries(Object.keys(content.fields).map((name) => [name, null]))
        const said = check(type, { ...content, fields: empty })
        expect(said.map(({ field }) => field).toSorted()).toEqual(required.toSorted())
      }),
    )
  })

  it('never throws, and finds fault with whatever is not of the kind asked for', () => {
    fc.assert(
      fc.property(anyType, fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (type, subjects, links, anything) => {
        const fields = Object.fromEntries(Object.keys(type.fields).map((name) => [name, anything]))
        for (const content of [anything, { subjects, links, fields }, { subjects, links, fields: anything }])
          expect(Array.isArray(check(type, content))).toBe(true)
        const strange = Object.fromEntries(Object.keys(type.fields).map((name) => [name, { strange: anything }]))
        const said = check(type, { subjects: {}, links: {}, fields: strange })
        expect(said.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(type.fields)))
      }),
      { numRuns: 500 },
    )
  })
})
