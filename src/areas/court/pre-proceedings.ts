import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// Before a court is asked: the family is told what has to change, meets us with a lawyer, and is given time and help to show that it can.

const child = { kind: 'person', label: 'Child' } as const
const outline = 'Family Procedure Rules, practice direction 12A (public law outline), pre-proceedings'

const PreProceedingsOutcome = codeList('pre-proceedings-outcome', {
  label: 'How it ended',
  source: 'Standard Safeguarding Dataset, pre-proceedings (PREP005A); Local',
  codes: {
    issued: 'We asked the court for an order',
    protection: 'It stepped down, and a child protection plan goes on',
    need: 'It stepped down to a child in need plan',
    family: 'The child lives with family, by agreement',
    accommodated: 'The child came into care by agreement (section 20)',
    closed: 'Nothing more was needed',
    moved: 'The family moved, and another authority goes on',
  },
})

/** From the decision at the legal planning meeting until the family steps down or a court is asked. Each child of a family has their own. */
export const PreProceedings = recordType('pre-proceedings', {
  label: 'Pre-proceedings',
  plural: 'pre-proceedings',
  icon: 'legal',
  source: `${outline}; Standard Safeguarding Dataset, pre-proceedings`,
  subjects: { child },
  dated: 'decidedOn',
  ends: 'endedOn',
  headline: 'outcome',
  identity: ['child', 'decidedOn'],
  fields: {
    decidedOn: date('Decided on', { required: true, hint: 'At the legal planning meeting, or the gateway panel.' }),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    worries: paragraphs('What has to change', { hint: 'As it stands in the letter, so that the family can read it.' }),
    letterOn: date('Letter before proceedings sent on'),
    represented: yesNo('Do the parents have a lawyer?', { trueFrom: 'letterOn' }),
    toEndBy: plannedDate('To be over by, as agreed with the family'),
    whyLonger: paragraphs('If it takes longer: why'),
    endedOn: date('Ended on', { hint: 'Stepped down, or asked the court, on.' }),
    outcome: code('How it ended', PreProceedingsOutcome, { trueFrom: 'endedOn' }),
  },
})

const MeetingKind = codeList('pre-proceedings-meeting-kind', {
  label: 'Which meeting',
  source: outline,
  codes: { first: 'The first', review: 'A review', last: 'The last' },
})

export const PreProceedingsMeeting = recordType('pre-proceedings-meeting', {
  label: 'Pre-proceedings meeting',
  plural: 'pre-proceedings meetings',
  icon: 'review',
  source: outline,
  subjects: { child },
  dated: 'heldOn',
  headline: 'kind',
  identity: ['child', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true }),
    kind: code('Which meeting', MeetingKind),
    childsView: paragraphs('What the child says', { hint: 'In their own words where you can.' }),
    parentsView: paragraphs('What the parents say'),
    decided: paragraphs('What was agreed', { hint: 'Who does what, by when, and how everybody will see it.' }),
  },
})
