import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const handbook = 'Independent Reviewing Officers’ Handbook (statutory guidance), chapter 6'

export const Concern = codeList('escalation-concern', {
  label: 'Area of concern',
  source: 'Dorset Council, reviewing officers’ annual report 2022-23; labels in our own words',
  codes: {
    regulations: 'What the law and the handbook ask was not done',
    'care-plan': 'The care plan is not carried out',
    decisions: 'Decisions of a review are outstanding',
    services: 'Services the child needs',
    voice: 'The child’s voice',
    health: 'Health',
    education: 'Education',
    transitions: 'Growing up: after 16 and 18',
    home: 'Where the child lives',
    'family-time': 'Family time, and people who matter',
    safety: 'Safety',
    'life-story': 'Life story work and later life letter',
    workers: 'Changes and absence of workers',
    other: 'Something else',
  },
})

export const RaisedWith = codeList('escalation-raised-with', {
  label: 'With whom',
  source: 'Local',
  codes: {
    service: 'The children’s service itself',
    dentist: 'Dentist',
    'mental-health': 'Mental health service',
    'other-health': 'Other health service',
    education: 'School or education service',
    provider: 'Provider of the child’s home',
    authority: 'Another authority',
    other: 'Another partner',
  },
})

const Began = codeList('escalation-began', {
  label: 'How it began',
  source: 'Dorset Council, Corporate Parenting dataset, September 2023',
  codes: {
    informal: 'Informally',
    formal: 'Formally at once',
    reopened: 'An earlier one is opened again',
  },
})

export const FormalStage = codeList('escalation-stage', {
  label: 'Stage',
  source: `${handbook}; Dorset Council, reviewing officers’ annual report 2022-23 (Stages 1 to 5)`,
  codes: {
    '1': 'Stage 1',
    '2': 'Stage 2',
    '3': 'Stage 3',
    '4': 'Stage 4',
    '5': 'Stage 5',
    cafcass: 'Referral to Cafcass',
  },
})

const Ending = codeList('escalation-ending', {
  label: 'How it ended',
  source: 'Local',
  codes: {
    resolved: 'Resolved',
    'resolved-late': 'Resolved, too late for the child',
    withdrawn: 'Withdrawn',
    unresolved: 'Closed without being resolved',
  },
})

const planned = { hint: 'Leave empty if it went no further.' } as const

/**
 * A concern about one child's care that the reviewing officer takes up with those responsible: one record, whatever stages it goes through. Brothers and
 * sisters have one each. Settled in part, it is still open. One that is opened again is another record, so that each closing stays.
 */
export const Escalation = recordType('escalation', {
  label: 'Escalation by the reviewing officer',
  plural: 'escalations by reviewing officers',
  icon: 'decision',
  source: `Children Act 1989, section 25B; ${handbook}`,
  subjects: {
    child: { kind: 'person', label: 'Child' },
    officer: { kind: 'worker', label: 'Reviewing officer', optional: true },
  },
  dated: 'startedOn',
  ends: 'closedOn',
  headline: 'concern',
  identity: ['child', 'concern', 'startedOn'],
  steps: [
    {
      label: 'The concern',
      asks: [
        'child',
        'officer',
        'concern',
        'alsoAbout',
        'raisedWith',
        'what',
        'asked',
        'began',
        'startedOn',
        'answerBy',
      ],
    },
    {
      label: 'What became of it',
      asks: [
        'formalOn',
        'firstStage',
        'stage2On',
        'stage3On',
        'stage4On',
        'stage5On',
        'cafcassOn',
        'closedOn',
        'ending',
        'difference',
      ],
    },
  ],
  fields: {
    concern: code('Main area of concern', Concern, { required: true }),
    alsoAbout: codes('Also about', Concern),
    raisedWith: code('With whom', RaisedWith),
    what: paragraphs('What the concern is', { hint: 'What it means for the child, first.' }),
    asked: text('What has to be done'),
    began: code('How it began', Began, { required: true }),
    startedOn: date('Began on', { required: true }),
    answerBy: plannedDate('Answer wanted by'),
    formalOn: date('Formal process began on', { hint: 'The day of its first formal stage, whichever that was.' }),
    firstStage: code('Its first formal stage', FormalStage, { trueFrom: 'formalOn' }),
    stage2On: date('Stage 2 began on', planned),
    stage3On: date('Stage 3 began on', planned),
    stage4On: date('Stage 4 began on', planned),
    stage5On: date('Stage 5 began on', planned),
    cafcassOn: date('Referred to Cafcass on', planned),
    closedOn: date('Closed on', { hint: 'When all of it is settled, or nothing more will be done.' }),
    ending: code('How it ended', Ending, { trueFrom: 'closedOn' }),
    difference: paragraphs('What is different for the child', { trueFrom: 'closedOn' }),
  },
})
