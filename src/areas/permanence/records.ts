import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const guidance =
  'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review'

export const PermanenceOption = codeList('permanence-option', {
  label: 'The home that is meant to last',
  source: 'Ofsted, inspecting local authority children’s services: Annex A, list 8 (permanence plan), in more detail',
  codes: {
    'return-home': 'Home to family',
    adoption: 'Adoption',
    'special-guardianship': 'Special guardianship',
    'child-arrangements': 'Child arrangements order',
    'guardianship-or-arrangements': 'Special guardianship or child arrangements, not said which',
    'long-term-fostering': 'Long-term fostering',
    residential: 'Long-term residential home',
    'supported-living': 'Supported living in the community',
    other: 'Another plan',
  },
})

const PlanPart = codeList('permanence-plan-part', {
  label: 'Which of the plans',
  source: guidance,
  codes: { main: 'The main plan', parallel: 'A parallel plan, in case the main one cannot be' },
})

const AgreedWhere = codeList('permanence-plan-agreed-where', {
  label: 'Where it was agreed',
  source: 'Local',
  codes: {
    review: 'Review of the child’s care',
    'permanence-meeting': 'Permanence planning meeting',
    panel: 'Panel',
    court: 'Court, with the final order',
    other: 'Elsewhere',
  },
})

const PlanEnded = codeList('permanence-plan-ended', {
  label: 'Why it ended',
  source: 'Local',
  codes: {
    achieved: 'It was achieved, and the child has left care',
    changed: 'The plan changed',
    'could-not-be': 'It could not be achieved',
    'left-care': 'The child left care otherwise',
  },
})

/**
 * How a child will have a home that lasts. It is begun, completed when it is agreed, and in force until it ends; achieved, it may stay in force for years (a
 * child matched with a foster carer for good). A parallel plan is another record.
 */
export const PermanencePlan = recordType('permanence-plan', {
  label: 'Permanence plan',
  plural: 'permanence plans',
  icon: 'plan',
  source: `${guidance}; Children Act 1989, section 22C and schedule 2`,
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'option',
  identity: ['child', 'option', 'startedOn'],
  steps: [
    {
      label: 'The plan',
      asks: ['child', 'option', 'part', 'childsView', 'plan', 'startedOn', 'completedOn', 'agreedWhere'],
    },
    {
      label: 'What comes next',
      asks: ['nextStep', 'nextStepBy', 'achieveBy', 'achievedOn', 'endedOn', 'whyEnded', 'whyInWords'],
    },
  ],
  fields: {
    option: code('The home that is meant to last', PermanenceOption, { required: true }),
    part: code('Main or parallel plan', PlanPart, { hint: 'Left empty, the main plan.' }),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    plan: paragraphs('The plan', { hint: 'So that the child could read it.' }),
    startedOn: date('Begun on', { required: true, hint: 'If only one day is known, the day on which it was agreed.' }),
    completedOn: date('Completed and agreed on', { hint: 'Leave empty while it is being worked out.' }),
    agreedWhere: code('Where it was agreed', AgreedWhere, { trueFrom: 'completedOn' }),
    nextStep: text('What has to happen next', { hint: 'One step: viability assessment of Nan, matching panel.' }),
    nextStepBy: plannedDate('By when'),
    achieveBy: plannedDate('The child should have that home by'),
    achievedOn: date('Achieved on', {
      hint: 'Home for good, the order made, the match agreed with the carers the child lives with.',
    }),
    endedOn: date('No longer the plan since', { hint: 'The first day on which it no longer was.' }),
    whyEnded: code('Why it ended', PlanEnded, { trueFrom: 'endedOn' }),
    whyInWords: paragraphs('What happened', { trueFrom: 'endedOn' }),
  },
})

const ReviewOutcome = codeList('permanence-plan-review-outcome', {
  label: 'What the review found',
  source: 'Local',
  codes: {
    'on-track': 'On track',
    drifting: 'Drifting: too little has happened',
    change: 'The plan has to change',
    achieved: 'Achieved',
  },
})

/** That somebody looked at the plan again: in a care review, a permanence meeting, or with the manager. */
export const PermanencePlanReview = recordType('permanence-plan-review', {
  label: 'Review of the permanence plan',
  plural: 'reviews of permanence plans',
  icon: 'review',
  source: `${guidance}; Care Planning, Placement and Case Review (England) Regulations 2010, schedule 7`,
  subjects: { child },
  dated: 'reviewedOn',
  headline: 'outcome',
  identity: ['child', 'reviewedOn'],
  fields: {
    reviewedOn: date('Reviewed on', { required: true }),
    outcome: code('What it found', ReviewOutcome, { required: true }),
    childsView: paragraphs('What the child says', { hint: 'In their own words where you can.' }),
    whatHolds: text('What stands in the way'),
    decided: paragraphs('What was decided'),
  },
})

/**
 * The decision that a foster carer is right for a child for good (regulation 22B). It holds until the child leaves that carer; a child who moves in
 * only after the decision lives with them from `placedOn`.
 */
export const LongTermMatch = recordType('long-term-match', {
  label: 'Match with a long-term foster carer',
  plural: 'matches with long-term foster carers',
  icon: 'home',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 22B (inserted in 2015); DfE SSDA903, placements U1 and U4',
  subjects: { child, household: { kind: 'household', label: 'Foster household', optional: true } },
  dated: 'matchedOn',
  ends: 'endedOn',
  identity: ['child', 'matchedOn'],
  fields: {
    matchedOn: date('Decided on', { required: true, hint: 'By the decision-maker, not the panel.' }),
    placedOn: date('Moved in on', { hint: 'Only if the child moves in after the decision.' }),
    childsView: paragraphs('What the child says', { hint: 'In their own words where you can.' }),
    childAgrees: yesNo('Does the child agree?', {
      hint: 'If so, visits may be six months apart after the first year.',
    }),
    carer: text('With whom', { hint: 'If the household is not on the record.', sensitivity: 'confidential' }),
    endedOn: date('No longer held since'),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})
