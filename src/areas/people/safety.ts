import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, text, worker } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const AlertKind = codeList('alert-kind', {
  label: 'Kind of alert',
  source: 'Local',
  codes: {
    'before-you-ring': 'Before you ring',
    'before-you-visit': 'Before you visit',
    'must-not-know': 'Must not learn an address, school or other detail',
    'health-need': 'Health need that everyone must know',
    'violence-to-workers': 'Risk to workers',
    dog: 'Dog or other animal',
    exploitation: 'Risk of exploitation',
    missing: 'Goes missing',
    'self-harm': 'Risk of self-harm',
    'person-who-is-a-risk': 'Person who may be a risk to children',
    other: 'Something else to know first',
  },
})

/** Stands at the head of the page, before anything else is read: everyone who may open the person sees it. */
export const Alert = recordType('alert', {
  label: 'Before you ring or visit',
  plural: 'alerts',
  icon: 'late',
  source: 'Local; Health and Safety at Work etc. Act 1974, section 2; Working Together to Safeguard Children 2023',
  subjects: {
    person: { kind: 'person', label: 'Person' },
    because: { kind: 'person', label: 'Because of', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'inShort',
  identity: ['person', 'kind', 'startedOn'],
  fields: {
    kind: code('Kind of alert', AlertKind, { required: true }),
    inShort: text('What to know', { required: true, hint: 'One line that can be read at the door.' }),
    whatToDo: paragraphs('What to do', { hint: 'Only what keeps people safe. The family may read it.' }),
    startedOn: date('Since', { required: true }),
    reviewOn: plannedDate('Look at it again on'),
    endedOn: date('Until', { hint: 'The first day on which it no longer holds.' }),
    whyEnded: text('Why it no longer holds', { trueFrom: 'endedOn' }),
  },
})

/** While it lasts, only the workers named may open the record; others are told which team to ring, and nothing more. */
export const Restriction = recordType('restriction', {
  label: 'Restriction',
  plural: 'restrictions',
  icon: 'lock',
  source: 'Data Protection Act 2018 and UK GDPR, articles 5(1)(f) and 32; how it is done is local',
  subjects: {
    person: { kind: 'person', label: 'Person' },
    workers: { kind: 'worker', label: 'Who may open the record', many: true, optional: true },
    teamToRing: { kind: 'team', label: 'Team to ring' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    reason: paragraphs('Reason', {
      required: true,
      sensitivity: 'confidential',
      hint: 'Shown only to those who may open the record.',
    }),
    decidedBy: worker('Decided by', { required: true }),
    reviewOn: plannedDate('Look at it again on'),
    endedOn: date('Until', { hint: 'The first day on which it no longer holds. It then opens by itself.' }),
    whyEnded: text('Why it no longer holds', { trueFrom: 'endedOn', sensitivity: 'confidential' }),
  },
})
