import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text, yesNo } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const

/**
 * That a child came as an unaccompanied asylum-seeking child. This alone decides who is counted as one; `ImmigrationStatus` says what the
 * Home Office has decided. It has no beginning: it was so when the child came, and the return does not say since when. It ends, at the latest on the 18th
 * birthday, and once true it is never taken back.
 */
export const UnaccompaniedStatus = recordType('unaccompanied-status', {
  label: 'Unaccompanied asylum-seeking child',
  plural: 'records of unaccompanied asylum-seeking children',
  source: 'DfE SSDA903, UASC and DUC; Immigration Rules, paragraph 352ZD',
  subjects: { child },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['child'],
  fields: {
    endedOn: date('Status ended', {
      hint: 'The first day on which it no longer held: leave granted, or the 18th birthday at the latest.',
    }),
  },
})

const PermanenceOption = codeList('previous-permanence', {
  label: 'Previous permanence arrangement',
  source: 'DfE SSDA903, previous permanence (PREV_PERM)',
  codes: {
    P1: 'Adoption',
    P2: 'Special guardianship order',
    P3: 'Residence or child arrangements order',
    P4: 'There was one; which is not known',
    Z1: 'None',
  },
})

const DatePrecision = codeList('date-precision', {
  label: 'How exactly the date is known',
  source: 'DfE SSDA903, DATE_PERM (zz for a part that is not known)',
  codes: {
    day: 'To the day',
    month: 'Month and year (written as the last day of the month)',
    year: 'Year (written as 31 December)',
    none: 'Not known at all',
  },
})

/** Whether a child who came into care had left care or home for good before. Of a date known only in part the last day that it can be is kept. */
export const PreviousPermanence = recordType('previous-permanence', {
  label: 'Permanence before this time in care',
  plural: 'records of permanence before care',
  source: 'DfE SSDA903, previous permanence; Adoption and Children Act 2002',
  sensitivity: 'confidential',
  subjects: { child },
  dated: ALWAYS,
  headline: 'option',
  identity: ['child'],
  fields: {
    option: code('Arrangement', PermanenceOption, { required: true }),
    authority: text('Authority that arranged it', { hint: 'Its number, if it was in England.' }),
    orderedOn: date('Date of the order'),
    orderedOnPrecision: code('How exactly the date is known', DatePrecision),
  },
})

/** A girl or young woman in care who is a mother: she is one from the day on which her child was born. */
export const Mother = recordType('mother', {
  label: 'Mother while in care',
  plural: 'records of mothers in care',
  source: 'DfE SSDA903, header (MOTHER, MC_DOB)',
  subjects: { child, baby: { kind: 'person', label: 'Her child, if on the system', optional: true } },
  dated: ALWAYS,
  identity: ['child'],
  fields: {
    mother: yesNo('Is she a mother?', { required: true }),
    childBornOn: date('Her child was born on'),
  },
})
