import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, number, paragraphs } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child, school, schoolName, schoolUrn } from './of-schools.ts'

const ExclusionReason = codeList('exclusion-reason', {
  label: 'What for',
  source: 'DfE school census, reasons for suspension and permanent exclusion; labels in our own words',
  codes: {
    PP: 'Hurt a pupil',
    PA: 'Hurt an adult',
    VP: 'Threatened or abused a pupil',
    VA: 'Threatened or abused an adult',
    OW: 'A weapon or something forbidden',
    BU: 'Bullying',
    RA: 'Racist abuse',
    LG: 'Abuse for sexual orientation or gender identity',
    DS: 'Abuse for disability',
    SM: 'Sexual misconduct',
    DA: 'Drugs or alcohol',
    DM: 'Damage',
    TH: 'Theft',
    MT: 'Misuse of social media or technology',
    DB: 'Kept disrupting lessons',
    PH: 'Broke public health rules',
  },
})

/** Half a day is enough. A suspension that the head cancelled did not happen, for any figure. */
export const Suspension = recordType('suspension', {
  label: 'Suspension',
  plural: 'suspensions',
  icon: 'edu',
  source:
    'Education Act 2002, section 51A; School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012; DfE, suspension and permanent exclusion guidance',
  subjects: { child, at: school },
  dated: 'startedOn',
  headline: 'school',
  identity: ['child', 'school', 'startedOn'],
  fields: {
    school: schoolName,
    urn: schoolUrn,
    startedOn: date('First day', { required: true }),
    sessions: number('For how many sessions', {
      required: true,
      least: 1,
      most: 90,
      hint: 'Half days: a day is 2. A lunch time is 1.',
    }),
    reasons: codes('What for', ExclusionReason),
    childSays: paragraphs('What the child says happened'),
    decidedOn: date('The head decided on', { hint: 'If it was not the first day.' }),
    toldOn: date('We were told on'),
    educationFrom: date('Taught elsewhere from', {
      hint: 'By the sixth school day; for a child in care from the first.',
    }),
    backOn: date('Back at school, and welcomed, on'),
    cancelledOn: date('The head cancelled it on'),
  },
})

const GovernorsDecision = codeList('governors-decision', {
  label: 'What the governors decided',
  source: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
  codes: { upheld: 'The exclusion stands', reinstated: 'The child goes back' },
})

const ReviewDecision = codeList('exclusion-review-decision', {
  label: 'What the independent panel decided',
  source: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
  codes: {
    upheld: 'The exclusion stands',
    recommended: 'Asked the governors to think again',
    quashed: 'Told the governors to think again',
  },
})

export const PermanentExclusion = recordType('permanent-exclusion', {
  label: 'Permanent exclusion',
  plural: 'permanent exclusions',
  icon: 'edu',
  source:
    'Education Act 2002, section 51A; School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012; DfE, suspension and permanent exclusion guidance',
  subjects: { child, at: school },
  dated: 'decidedOn',
  headline: 'school',
  identity: ['child', 'school', 'decidedOn'],
  fields: {
    school: schoolName,
    urn: schoolUrn,
    decidedOn: date('The head decided on', { required: true }),
    reasons: codes('What for', ExclusionReason),
    childSays: paragraphs('What the child says happened'),
    toldOn: date('We were told on'),
    noticeOn: date('The governors had notice on'),
    educationFrom: date('Taught elsewhere from', {
      hint: 'By the sixth school day; for a child in care from the first.',
    }),
    governorsMetOn: date('The governors met on'),
    governorsDecision: code('What they decided', GovernorsDecision, { trueFrom: 'governorsMetOn' }),
    reviewAskedOn: date('A review was asked for on'),
    panelMetOn: date('The independent panel met on'),
    panelDecision: code('What the panel decided', ReviewDecision, { trueFrom: 'panelMetOn' }),
    cancelledOn: date('The head cancelled it on'),
  },
})
