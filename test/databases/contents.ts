import fc from 'fast-check'
import type { Instant } from '../../src/core/dates/instant.ts'
import { type PlainDate, plainDate } from '../../src/core/dates/plain-date.ts'
import type {
  Address,
  DocumentId,
  FieldDefinition,
  Fields,
  PreciseInstant,
  RecordId,
  SubjectId,
} from '../../src/core/definitions/field.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../src/core/record/content.ts'

type There = {
  readonly subjects: readonly SubjectId[]
  readonly records: readonly RecordId[]
  readonly documents: readonly DocumentId[]
}

/** Any content of a record of the type, about subjects, records and documents that there are. */
export function anyContent(type: RecordType, there: There): fc.Arbitrary<Content> {
  const subjects = Object.entries(type.subjects).map(([name, { many, optional }]) => {
    const least = optional === true ? 0 : 1
    return [
      name,
      fc.uniqueArray(fc.constantFrom(...there.subjects), { minLength: least, maxLength: many === true ? 4 : 1 }),
    ] as const
  })
  const links = Object.entries(type.links).map(([name, { optional }]) => {
    const link = fc.constantFrom(...there.records)
    return [name, optional === true ? fc.option(link) : link] as const
  })
  return fc.record({
    subjects: fc.record(Object.fromEntries(subjects)),
    links: fc.record(Object.fromEntries<fc.Arbitrary<RecordId | null>>(links)),
    fields: anyFields(type.fields, there),
  })
}

const anyFields = (fields: Fields, there: There): fc.Arbitrary<{ readonly [name: string]: Value }> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fc.option(anyValue(field, there))] as const),
    ),
  )

/** The database keeps no zero character; everything else, of every script, it does. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
const anyDate = fc
  .integer({ min: plainDate('0001-01-01'), max: plainDate('9999-12-31') })
  .map((days) => days as PlainDate)
const anyMoment = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((at) => at.getTime() as Instant)
const anyInstant: fc.Arbitrary<PreciseInstant> = fc.record({
  at: anyMoment,
  precision: fc.constantFrom('minute', 'day'),
})
const anyAddress: fc.Arbitrary<Address> = fc.record({
  lines: fc.array(anyText, { maxLength: 3 }),
  postcode: fc.option(anyText),
  uprn: fc.option(anyText),
})
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number))

function anyValue(definition: FieldDefinition, there: There): fc.Arbitrary<Value> {
  switch (definition.kind) {
    case 'text':
      return anyText
    case 'number':
      return anyNumber
    case 'money':
      return fc.maxSafeInteger()
    case 'yes-no':
      return fc.constantFrom('yes', 'no', 'not known')
    case 'date':
    case 'planned-date':
      return anyDate
    case 'instant':
      return anyInstant
    case 'code':
      return fc.constantFrom(...Object.keys(definition.list.codes))
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...Object.keys(definition.list.codes)))
    case 'subject':
      return fc.constantFrom(...there.subjects)
    case 'record':
      return fc.constantFrom(...there.records)
    case 'document':
      return fc.constantFrom(...there.documents)
    case 'address':
      return anyAddress
    case 'group':
      return fc.array(anyFields(definition.fields, there), { maxLength: 2 })
  }
}
