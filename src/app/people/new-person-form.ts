import { BirthDateBasis, NameKind, Sex } from '../../areas/people/codes-of-identity.ts'
import { WhoAsked } from '../../areas/people/first-known.ts'
import { Person } from '../../areas/people/person.ts'
import { addDays, addMonths, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, type Fields, group, number, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import { type Fault, valueFaults } from '../../core/record/value-faults.ts'
import type { DraftOf } from './drafts.ts'

/** The kind of a draft in which somebody new is being recorded: it is no record yet, but several. */
export const NEW_PERSON = 'new-person'
export const newPersonDraft: DraftOf = { type: Person, as: NEW_PERSON, subject: null }

const WhoThisIs = codeList('who-this-is', {
  label: 'Who this is',
  source: 'Local',
  codes: {
    child: 'A child or young person we work with, born or not',
    family: 'Family of a child we work with, or somebody who matters to them',
  },
})

/** What is asked first, to see whether we know them already. */
export const soughtFields = {
  given: text('Given names', {
    hint: 'Leave empty for a child who has no given name yet. For a child not born yet: “Baby of Carys”, for example.',
  }),
  family: text('Family name', { hint: 'Leave empty for somebody who has only one name.' }),
  knownAs: text('Known as', { hint: 'What they like to be called.' }),
  bornOn: date('Date of birth', {
    hint: 'If only the day is not known, give the 15th of the month. Leave empty for a child not yet born.',
  }),
} as const satisfies Fields

/** What is asked once nobody known is meant. */
export const otherFields = {
  birthDateBasis: code('How the date of birth is known', BirthDateBasis),
  age: number('If nobody knows the date of birth: about how old they are', {
    least: 0,
    most: 120,
    hint: 'In years. A date in the middle of that year of life is kept, marked as estimated.',
  }),
  expectedOn: plannedDate('For a child not yet born: the expected date of birth'),
  sex: code('Sex', Sex, { required: true, hint: 'As registered at birth.' }),
  otherNames: group('Other names', {
    kind: code('Kind of name', NameKind),
    given: text('Given names'),
    family: text('Family name'),
  }),
  is: code('Who this is', WhoThisIs, { required: true }),
  whoAsked: code('Who asked for help, or told us about them', WhoAsked, { required: true }),
  askedOn: date('When they did', { required: true }),
  askedBy: text('Their name, and how to reach them'),
  why: paragraphs('What they asked or told us'),
} as const satisfies Fields

export const newPersonFields: Fields = { ...soughtFields, ...otherFields }

export type NewPersonValues = Content['fields']

/** Longer than any pregnancy lasts. */
const MOST_AHEAD = 310

/** Everything wrong with what was written about somebody new. */
export function newPersonFaults(values: NewPersonValues, today: PlainDate): readonly Fault[] {
  const standard = { today, codesOn: today, ends: undefined }
  return [
    ...Object.entries(newPersonFields).flatMap(([name, field]) => valueFaults(name, field, values[name], standard)),
    ...nameFaults(values),
    ...birthFaults(values, today),
  ]
}

function nameFaults(values: NewPersonValues): readonly Fault[] {
  const others = Array.isArray(values['otherNames']) ? values['otherNames'] : []
  const unkind = others.flatMap((row, at) =>
    typeof row === 'object' && 'kind' in row && row['kind'] === null
      ? [{ field: `otherNames.${at}.kind`, message: 'Say what kind of name that is.' }]
      : [],
  )
  return isThere(values['given']) || isThere(values['family']) || isThere(values['knownAs'])
    ? unkind
    : [{ field: 'given', message: 'Write at least one name: whatever they are called for now will do.' }, ...unkind]
}

function birthFaults(values: NewPersonValues, today: PlainDate): readonly Fault[] {
  const given = ['bornOn', 'age', 'expectedOn'].filter((name) => isThere(values[name]))
  const [, second] = given
  if (second !== undefined)
    return [{ field: second, message: 'Give only one of these: a date of birth, an age, or an expected date.' }]
  const expected = values['expectedOn']
  if (typeof expected === 'number' && expected > addDays(today, MOST_AHEAD))
    return [
      {
        field: 'expectedOn',
        message: `A child expected on ${shortText(expected as PlainDate)} is not on the way yet.`,
      },
    ]
  if (isThere(values['birthDateBasis']) && !isThere(values['bornOn']))
    return [{ field: 'bornOn', message: 'Give the date of birth too, or leave out how it is known.' }]
  return []
}

const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** What is kept of when somebody was born: a date, one worked out from an age, or one that is expected. */
export function birthOf(values: NewPersonValues, today: PlainDate): Content['fields'] {
  const { bornOn = null, age = null, expectedOn = null, birthDateBasis = null } = values
  if (typeof age === 'number')
    return { bornOn: addMonths(today, -(age * 12 + 6)), birthDateBasis: 'estimated', expectedOn: null }
  return { bornOn, birthDateBasis: birthDateBasis ?? (bornOn === null ? null : 'stated'), expectedOn }
}
