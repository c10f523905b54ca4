import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const officer = { kind: 'worker', label: 'Reviewing officer', optional: true } as const
const handbook = 'Independent Reviewing Officers’ Handbook (statutory guidance), chapter 3'

export const ContactKind = codeList('reviewing-contact-kind', {
  label: 'What it was for',
  source: 'Local; Independent Reviewing Officers’ Handbook (statutory guidance), chapter 3',
  codes: {
    introduction: 'To introduce themselves',
    'before-review': 'Before a review',
    'after-review': 'After a review',
    between: 'Between reviews',
  },
})

const ContactMethod = codeList('reviewing-contact-method', {
  label: 'How',
  source: 'Dorset Council, reviewing officers’ annual report 2022-23 (any way counts: visit, call, text, card)',
  codes: {
    visit: 'Visit',
    call: 'Phone or video call',
    message: 'Text or other message',
    letter: 'Letter or card',
  },
})

/** That the reviewing officer was in touch with the child, in whatever way. */
export const ReviewingContact = recordType('reviewing-contact', {
  label: 'Contact by the reviewing officer',
  plural: 'contacts by reviewing officers',
  icon: 'voice',
  source: `Children Act 1989, section 25B; ${handbook}`,
  subjects: { child, officer },
  dated: 'contactedOn',
  headline: 'kind',
  identity: ['child', 'contactedOn', 'kind'],
  fields: {
    contactedOn: date('When', { required: true }),
    kind: code('What it was for', ContactKind, { required: true }),
    how: code('How', ContactMethod),
    childSaid: paragraphs('What the child said', { hint: 'In their own words where you can.' }),
    spokeAlone: yesNo('Did you speak with the child alone?'),
    toDo: paragraphs('What has to be done', { hint: 'And by whom.' }),
  },
})

const PlanProgress = codeList('plan-progress', {
  label: 'How the plan goes',
  source: 'Local; Independent Reviewing Officers’ Handbook (statutory guidance), chapter 3',
  codes: { 'on-track': 'On track', drift: 'Some drift', 'serious-drift': 'Serious drift, or harm by delay' },
})

/** Between two reviews: whether what was decided is being done. */
export const MidwayCheck = recordType('midway-check', {
  label: 'Midway check by the reviewing officer',
  plural: 'midway checks by reviewing officers',
  icon: 'review',
  source: `${handbook}; Dorset Council, reviewing officers’ annual report 2022-23 (midway reviews)`,
  subjects: { child, officer },
  dated: 'checkedOn',
  headline: 'progress',
  identity: ['child', 'checkedOn'],
  fields: {
    checkedOn: date('Checked on', { required: true }),
    progress: code('How the plan goes', PlanProgress, { required: true }),
    childSaid: paragraphs('What the child said', { hint: 'In their own words where you can.' }),
    found: paragraphs('What you found', { hint: 'Decision by decision: done, not done, why.' }),
    toDo: paragraphs('What has to be done', { hint: 'And by whom, by when.' }),
  },
})

const ManagerAnswer = codeList('review-manager-answer', {
  label: 'The manager’s answer',
  source: handbook,
  codes: { accepted: 'Accepted', challenged: 'Challenged' },
})

/**
 * What followed from a review, by the day on which that was held: recommendations, the manager’s answer, the minutes. Written up in whatever month, it belongs
 * to that day. The review itself is a `CareReview`, which the return asks for.
 */
export const ReviewRecord = recordType('review-record', {
  label: 'Record of a review',
  plural: 'records of reviews',
  icon: 'review',
  source: `Care Planning, Placement and Case Review (England) Regulations 2010, regulations 32 to 38; ${handbook}`,
  subjects: { child, officer },
  dated: 'heldOn',
  headline: 'progress',
  identity: ['child', 'heldOn'],
  steps: [
    {
      label: 'The review',
      asks: ['child', 'officer', 'heldOn', 'childSaid', 'reportSentOn', 'progress', 'permanence'],
    },
    {
      label: 'What followed',
      asks: [
        'recommendations',
        'recommendedOn',
        'answeredOn',
        'answer',
        'minutesWrittenOn',
        'minutesSentOn',
        'letterToChild',
        'sentTo',
      ],
    },
  ],
  fields: {
    heldOn: date('The review was held on', { required: true, hint: 'If in several meetings, the day of the last.' }),
    childSaid: paragraphs('What the child said', { hint: 'In their own words where you can.' }),
    reportSentOn: date('Social worker’s report sent on'),
    progress: code('How the plan goes', PlanProgress),
    permanence: yesNo('Was the plan for permanence looked at?'),
    recommendations: paragraphs('Recommendations', { trueFrom: 'recommendedOn' }),
    recommendedOn: date('Recommendations sent to the manager on'),
    answeredOn: date('The manager answered on', {
      hint: 'Left empty: after five working days they are decisions without an answer.',
    }),
    answer: code('The manager’s answer', ManagerAnswer, { trueFrom: 'answeredOn' }),
    minutesWrittenOn: date('Minutes written on'),
    minutesSentOn: date('Minutes sent on', { hint: 'To everybody who is to have them.' }),
    letterToChild: yesNo('Written as a letter to the child?', { trueFrom: 'minutesSentOn' }),
    sentTo: text('To whom', { trueFrom: 'minutesSentOn' }),
  },
})
