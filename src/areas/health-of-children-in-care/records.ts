import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const sensitivity = 'health' as const

/** What the authority does so that health can see a child: consent, and the request. */
export const HealthAssessmentRequest = recordType('health-assessment-request', {
  label: 'Request for a first health assessment',
  plural: 'requests for first health assessments',
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
    consentBy: text('Who consented'),
    appointmentOffered: date('Appointment offered for'),
    whyLate: text('If it is late: why'),
  },
})

export const WellbeingService = codeList('wellbeing-service', {
  label: 'Who helps',
  source: 'Local',
  codes: {
    camhs: 'Child and adolescent mental health service',
    'wellbeing-team': 'Emotional wellbeing service for children in care',
    'school-team': 'Mental health support team at school',
    psychologist: 'Psychologist or therapist we pay for',
    voluntary: 'Voluntary organisation',
    carers: 'The carers, with advice',
    other: 'Somebody else',
  },
})

const Thriving = codeList('thrive-grouping', {
  label: 'What is needed',
  source: 'THRIVE framework for system change: needs-based groupings; labels in our own words',
  codes: {
    thriving: 'Is well; nothing beyond what everybody has',
    advice: 'Advice and signposting',
    help: 'Help with a goal, for a time',
    'more-help': 'A lot of help',
    risk: 'To be kept safe, with support',
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
    startedOn: date('Known since', { required: true }),
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
