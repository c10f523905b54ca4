import { areas } from '../../../src/areas/index.ts'
import { population, recordsDated } from '../../../src/core/counting/define.ts'
import { workList } from '../../../src/core/counting/work-list.ts'
import { parseInstant } from '../../../src/core/dates/instant.ts'
import { type PlainDate, plainDate } from '../../../src/core/dates/plain-date.ts'
import type { Area } from '../../../src/core/definitions/area.ts'
import { recordTypesOf } from '../../../src/core/definitions/catalogue.ts'
import { codesOn } from '../../../src/core/definitions/code-list.ts'
import {
  date,
  type FieldDefinition,
  paragraphs,
  type Sensitivity,
  type SubjectId,
} from '../../../src/core/definitions/field.ts'
import { type Indicator, indicator } from '../../../src/core/definitions/indicator.ts'
import { type RecordType, recordType } from '../../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../../src/core/record/content.ts'
import { guests, guestTracker, lookingIn, madeUpArea } from '../../support/counted.ts'

/** What was written long ago, in the made-up store. */
export const since = plainDate('2023-01-09')

const kept = (sensitivity: Sensitivity): RecordType =>
  recordType(`contract-${sensitivity}`, {
    label: `Kept as ${sensitivity}`,
    plural: `records kept as ${sensitivity}`,
    source: 'Made up for the tests',
    sensitivity,
    subjects: { people: { kind: 'person', label: 'About', many: true } },
    dated: 'happenedOn',
    identity: ['people', 'happenedOn'],
    fields: {
      happenedOn: date('When', { required: true }),
      words: paragraphs('What was written'),
    },
  })

/** Types of record for sensitivities that no area has a record of yet. */
export const [Criminal, Allegation, Adoption] = [kept('criminal'), kept('allegation'), kept('adoption')]

/** An ordinary record of which each field is kept differently. */
export const EachField: RecordType = recordType('contract-each-field', {
  label: 'With fields of each kind',
  plural: 'records with fields of each kind',
  source: 'Made up for the tests',
  subjects: { people: { kind: 'person', label: 'About', many: true } },
  dated: 'happenedOn',
  identity: ['people', 'happenedOn'],
  fields: {
    happenedOn: date('When', { required: true }),
    ordinary: paragraphs('Ordinary'),
    confidential: paragraphs('Confidential', { sensitivity: 'confidential' }),
    health: paragraphs('Health', { sensitivity: 'health' }),
    criminal: paragraphs('Criminal', { sensitivity: 'criminal' }),
    allegation: paragraphs('Allegation', { sensitivity: 'allegation' }),
    adoption: paragraphs('Adoption', { sensitivity: 'adoption' }),
  },
})

/** What a manager has to sign. */
export const Signed: RecordType = recordType('contract-signed', {
  label: 'To be signed',
  plural: 'records to be signed',
  source: 'Made up for the tests',
  subjects: { people: { kind: 'person', label: 'About', many: true } },
  dated: 'happenedOn',
  identity: ['people', 'happenedOn'],
  signedOffBy: 'manager',
  fields: { happenedOn: date('When', { required: true }), words: paragraphs('What was written') },
})

/** A figure that says of whom there is an allegation. */
const allegations: Indicator = indicator({
  key: 'contract-allegations',
  label: 'Allegations',
  unit: 'count',
  covers: 'in the period',
  goodIs: 'neither',
  status: 'national',
  who: 'Made up',
  notKnown: 'Made up',
  source: 'Made up for the tests',
  counts: {
    population: population({
      key: 'contract-allegations',
      label: 'Allegations',
      source: 'Made up for the tests',
      each: recordsDated(Allegation, 'people', 'happenedOn'),
    }),
    whenNotKnown: 'stays',
  },
})

const madeUp: Area = {
  key: 'contract',
  label: 'Made up for the tests',
  indicators: [allegations],
  records: [Criminal, Allegation, Adoption, EachField, Signed],
  datasets: [
    {
      key: 'contract',
      label: 'Made up for the tests',
      audience: 'The tests',
      source: 'Made up for the tests',
      sections: [{ key: 'allegations', label: 'Allegations', indicators: [allegations] }],
    },
  ],
}

/** The guests of the made-up house, on whom somebody looks in. */
const guestHouse: Area = {
  ...madeUpArea,
  timescales: [lookingIn],
  workLists: [
    workList({ key: 'looking-in', label: 'Looking in', source: 'Made up', population: guests, timescale: lookingIn }),
  ],
  trackers: [guestTracker],
}

export const contractAreas: readonly Area[] = [...areas, madeUp, guestHouse]
export const contractTypes = recordTypesOf(contractAreas)

/** What a record of a type says when every field that takes words says these, and the others what their kind allows. */
export function filled(
  type: RecordType,
  words: string,
  subjects: Content['subjects'],
  fields: Content['fields'] = {},
): Content {
  const [worker] = subjects['worker'] ?? []
  const values = Object.entries(type.fields).map(([name, field]) => [
    name,
    name === type.ends ? null : madeUpValue(field, words, worker),
  ])
  return {
    subjects: { ...Object.fromEntries(Object.keys(type.subjects).map((role) => [role, []])), ...subjects },
    links: Object.fromEntries(Object.keys(type.links).map((link) => [link, null])),
    fields: { ...Object.fromEntries(values), ...fields },
  }
}

function madeUpValue(field: FieldDefinition, words: string, worker: SubjectId | undefined): Value {
  switch (field.kind) {
    case 'text':
      return words
    case 'address':
      return { lines: [words], postcode: null, uprn: null }
    case 'group':
      return [
        Object.fromEntries(Object.entries(field.fields).map(([name, one]) => [name, madeUpValue(one, words, worker)])),
      ]
    case 'date':
    case 'planned-date':
      return since
    case 'instant':
      return { at: parseInstant('2023-03-01T14:00Z'), precision: 'minute' }
    case 'code':
      return firstCode(field.list)
    case 'codes':
      return [firstCode(field.list)]
    case 'yes-no':
      return 'yes'
    case 'number':
      return field.least ?? 1
    case 'money':
      return 100
    case 'subject':
      return field.of === 'worker' ? (worker ?? null) : null
    case 'record':
    case 'document':
      return null
  }
}

const firstCode = (list: Parameters<typeof codesOn>[0]): string => codesOn(list, since)[0]?.code ?? ''

/** So many days after the business date of the made-up store. */
export const daysFrom = (today: PlainDate, days: number): PlainDate => (today + days) as PlainDate
