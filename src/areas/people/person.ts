import { code, date, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'
import {
  BirthDateBasis,
  Gender,
  IdentifierKind,
  NameKind,
  NoPupilNumber,
  Orientation,
  Sex,
} from './codes-of-identity.ts'

const person = { kind: 'person', label: 'Person' } as const

/** What does not change about somebody. A child before birth has an expected date and no date of birth; a stillborn child keeps it so. */
export const Person = recordType('person', {
  label: 'Person',
  plural: 'people',
  source:
    'Standard Safeguarding Dataset, person (PERS002A to PERS012A); DfE children in need census, child identifiers',
  subjects: { person },
  dated: ALWAYS,
  identity: ['person'],
  fields: {
    bornOn: date('Date of birth', {
      trueFrom: ALWAYS,
      lookedUp: 'as written',
      hint: 'If only the day is not known, give the 15th of the month and say so below. Leave empty for a child not yet born.',
    }),
    birthDateBasis: code('How the date of birth is known', BirthDateBasis),
    expectedOn: plannedDate('Expected date of birth', {
      hint: 'For a child not yet born. Once the child is born, give the date of birth instead and clear this one.',
    }),
    diedOn: date('Date of death', {
      hint: 'For a baby who was stillborn, give the day here, keep the expected date and leave the date of birth empty.',
    }),
    sex: code('Sex', Sex, { hint: 'As registered at birth. How they describe themselves has a record of its own.' }),
    bornIn: text('Country of birth'),
    noPupilNumber: code('Why there is no unique pupil number', NoPupilNumber),
  },
})

export const PersonName = recordType('person-name', {
  label: 'Name',
  plural: 'names',
  source: 'Standard Safeguarding Dataset, person (PERS015A, PERS016A); names over time are local',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'kind', 'startedOn'],
  fields: {
    kind: code('Kind of name', NameKind, { required: true }),
    given: text('Given names', { lookedUp: 'as written', hint: 'Leave empty for a child who has no given name yet.' }),
    family: text('Family name', { lookedUp: 'as written', hint: 'Leave empty for somebody who has only one name.' }),
    knownAs: text('Known as', { lookedUp: 'as written', hint: 'What they like to be called.' }),
    startedOn: date('Used from', {
      required: true,
      hint: 'If nobody knows since when, give the date of birth, or the day on which we first heard the name.',
    }),
    endedOn: date('Used until', { hint: 'The first day on which they no longer used it.' }),
  },
})

export const GenderIdentity = recordType('gender-identity', {
  label: 'Gender and pronouns',
  plural: 'records of gender and pronouns',
  source: 'Local; Standard Safeguarding Dataset, gender (PERS003A)',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    startedOn: date('Told us on', { required: true }),
    pronouns: text('Pronouns', { hint: 'For example she/her. These stand beside the name, so ask who may see them.' }),
    gender: code('Gender', Gender, { sensitivity: 'confidential' }),
    inTheirWords: text('Gender, in their own words', { sensitivity: 'confidential' }),
    whoKnows: paragraphs('Who knows, and who must not be told', { sensitivity: 'confidential' }),
    endedOn: date('Held until', { hint: 'The first day on which this no longer held.' }),
  },
})

/** A type of its own for the reason that a confidential address is one: nobody is to learn it because a list forgot to look. */
export const SexualOrientation = recordType('sexual-orientation', {
  label: 'Sexual orientation',
  plural: 'records of sexual orientation',
  source: 'Local; Equality Act 2010, section 12; answers as in Census 2021, England and Wales',
  sensitivity: 'confidential',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    startedOn: date('Told us on', { required: true, hint: 'Only what they told us themselves. Do not guess.' }),
    orientation: code('Sexual orientation', Orientation),
    inTheirWords: text('In their own words'),
    whoKnows: paragraphs('Who knows, and who must not be told'),
    endedOn: date('Held until', { hint: 'The first day on which this no longer held.' }),
  },
})

/** A number means something only within the system that gave it. */
export const PersonIdentifier = recordType('person-identifier', {
  label: 'Identifier',
  plural: 'identifiers',
  source: 'Standard Safeguarding Dataset, linked identifiers (LINK001A to LINK006A)',
  subjects: { person },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['system', 'kind', 'identifier'],
  fields: {
    system: text('System or body that gave it', { required: true, hint: 'For example Mosaic, NHS, DfE, Home Office.' }),
    kind: code('Kind of identifier', IdentifierKind, { required: true }),
    identifier: text('Identifier', {
      required: true,
      lookedUp: 'as a number',
      hint: 'As it is written there, with leading noughts.',
    }),
    givenOn: date('Given on'),
    endedOn: date('Valid until', { hint: 'The first day on which it no longer was.' }),
  },
})
