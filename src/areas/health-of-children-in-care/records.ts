import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { HealthAssessmentKind } from '../children-in-care/health.ts'
import { ConcernSource, EmotionalConcern, Thriving, WellbeingService } from './codes-of-emotional-health.ts'

const child = { kind: 'person', label: 'Child' } as const
const sensitivity = 'health' as const

export const WhyAssessmentLate = codeList('why-health-assessment-late', {
  label: 'Why it is late',
  source: 'Local; reasons that Dorset Council, Corporate Parenting report 2023, gives',
  codes: {
    consent: 'Consent came late',
    request: 'We asked health late',
    'no-appointment': 'No appointment was to be had in time',
    'other-area': 'The health team where the child lives could not see them in time',
    moved: 'The child moved meanwhile',
    declined: 'The child did not want it',
    'not-brought': 'Was not brought, or did not come',
    missing: 'The child was missing',
    interpreter: 'There was no interpreter',
    other: 'Another reason',
  },
})

/** What the authority does so that health can see a child: consent, and the request. */
export const HealthAssessmentRequest = recordType('health-assessment-request', {
  label: 'Request for a health assessment',
  plural: 'requests for health assessments',
  icon: 'health',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Local: consent and request within 5 days',
  sensitivity,
  subjects: { child },
  dated: 'sentOn',
  headline: 'consentBy',
  identity: ['child', 'sentOn'],
  fields: {
    sentOn: date('Sent to health with consent on', { required: true }),
    kind: code('For which', HealthAssessmentKind, { hint: 'Leave empty for the first one.' }),
    consentOn: date('Consent given on'),
    consentBy: text('Who consented'),
    provider: text('Who is to see the child', {
      hint: 'The health team that is responsible: for a child who lives elsewhere, the one there.',
    }),
    appointmentOffered: plannedDate('Appointment offered for'),
    delayReason: code('If it is late: why', WhyAssessmentLate),
    whyLate: text('More about why'),
  },
})

export const WhyNoDentalCheck = codeList('why-no-dental-check', {
  label: 'Why there was no dental check',
  source: 'Local; Dorset Council, Corporate Parenting report 2023 (half of children in care without a check)',
  codes: {
    'no-dentist': 'No dentist takes them',
    waiting: 'Waits for an appointment',
    special: 'Needs a special dentist, and waits',
    moved: 'Moved away from their dentist',
    declined: 'The child does not want to go',
    'not-brought': 'Was not brought',
    consent: 'Consent is missing',
    'too-young': 'A baby without teeth',
    unconfirmed: 'Went, and the day is still to be confirmed',
    other: 'Another reason',
  },
})

/** Why a child has no dental check, until they have: and whether teeth hurt meanwhile. */
export const NoDentalCheck = recordType('no-dental-check', {
  label: 'Without a dental check',
  plural: 'records of why there was no dental check',
  icon: 'health',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7 and schedule 1; Dorset Council, Corporate Parenting report 2023',
  sensitivity,
  subjects: { child },
  dated: 'foundOn',
  ends: 'endedOn',
  headline: 'reason',
  identity: ['child', 'foundOn'],
  fields: {
    foundOn: date('Found out on', { required: true }),
    reason: code('Why', WhyNoDentalCheck, { required: true }),
    untreated: yesNo('Is there a need that nobody treats?', { hint: 'Pain, decay, a brace that is not looked after.' }),
    need: text('Which'),
    action: paragraphs('What is done about it, and by whom'),
    endedOn: date('No longer so from'),
  },
})

/** A need of a child's mind and feelings, what is done about it, and what came of it. It is open until it ends, with or without a service. */
export const EmotionalHealthNeed = recordType('emotional-health-need', {
  label: 'Emotional health need',
  plural: 'emotional health needs',
  icon: 'health',
  source:
    'DfE and Department of Health, promoting the health and well-being of looked-after children; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  sensitivity,
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'need',
  identity: ['child', 'need', 'startedOn'],
  fields: {
    need: text('What it is', { required: true, hint: 'In a few words.' }),
    concern: code('Kind of concern', EmotionalConcern),
    startedOn: date('Known since', { required: true }),
    knownFrom: code('First known from', ConcernSource),
    childSays: paragraphs('What the child says'),
    grouping: code('What is needed', Thriving),
    service: code('Who helps', WellbeingService),
    referredOn: date('Referred on'),
    seenOn: date('First seen on'),
    traumaScreened: yesNo('Asked about what they lived through', {
      hint: 'For a child who came to this country alone, above all.',
    }),
    response: paragraphs('What is done'),
    endedOn: date('No longer a need from'),
    outcome: paragraphs('What came of it', { trueFrom: 'endedOn' }),
  },
})
