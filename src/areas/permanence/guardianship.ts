import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const regulations = 'Special Guardianship Regulations 2005'

/** The order itself. That care ended with it stands in the last episode; here it stands for who cares for the child from then on, and until when. */
export const SpecialGuardianship = recordType('special-guardianship', {
  label: 'Special guardianship order',
  plural: 'special guardianship orders',
  icon: 'legal',
  source: 'Children Act 1989, sections 14A to 14G',
  subjects: { child, guardians: { kind: 'person', label: 'Special guardians', many: true, optional: true } },
  dated: 'orderedOn',
  ends: 'endedOn',
  identity: ['child', 'orderedOn'],
  fields: {
    orderedOn: date('Made on', { required: true }),
    supervisionOrder: yesNo('With a supervision order?'),
    endedOn: date('Ended on', { hint: 'Discharged, or the 18th birthday.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

const SupportService = codeList('guardianship-support', {
  label: 'Support services',
  source: `${regulations}, regulation 3`,
  codes: {
    money: 'Money paid regularly',
    'one-payment': 'A single payment',
    group: 'Groups for guardians and children',
    'family-time': 'Help with family time, and mediation',
    therapy: 'Therapeutic help for the child',
    relationship: 'Help with how they live together, training, respite',
    advice: 'Advice and information',
  },
})

/** What a special guardian's family was promised. What is paid regularly is looked at every year. */
export const GuardianshipSupportPlan = recordType('guardianship-support-plan', {
  label: 'Special guardianship support plan',
  plural: 'special guardianship support plans',
  icon: 'plan',
  source: `Children Act 1989, section 14F; ${regulations}, regulations 11 to 16`,
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('In force since', { required: true }),
    services: codes('What is given', SupportService),
    plan: paragraphs('The plan', { hint: 'Who does what, how often, and whom the family rings.' }),
    sharedOn: date('Given to the family on'),
    endedOn: date('No longer in force since'),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

const SupportOutcome = codeList('guardianship-support-review-outcome', {
  label: 'What was decided',
  source: `${regulations}, regulations 17 and 18`,
  codes: { 'goes-on': 'It goes on as it is', changed: 'It changes', ended: 'It ends' },
})

export const GuardianshipSupportReview = recordType('guardianship-support-review', {
  label: 'Review of special guardianship support',
  plural: 'reviews of special guardianship support',
  icon: 'review',
  source: `${regulations}, regulations 17 and 18`,
  subjects: { child },
  dated: 'reviewedOn',
  identity: ['child', 'reviewedOn'],
  fields: {
    reviewedOn: date('Reviewed on', { required: true }),
    outcome: code('What was decided', SupportOutcome, { required: true }),
    childsView: paragraphs('What the child says', { hint: 'In their own words where you can.' }),
    guardiansView: paragraphs('What the guardians say'),
  },
})
