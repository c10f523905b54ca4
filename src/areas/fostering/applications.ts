import { code, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { ApplicationOutcome, FosteringDecision, FosteringKind, HeardThrough, PanelSubject, PanelView } from './codes.ts'

const household = { kind: 'household', label: 'Household' } as const
const regulations = 'Fostering Services (England) Regulations 2011'

/** A household's way from asking to a decision. What the panel and the decision-maker said stands in `FosteringPanel`. */
export const FosteringApplication = recordType('fostering-application', {
  label: 'Application to foster',
  plural: 'applications to foster',
  icon: 'note',
  source: `${regulations}, regulation 26 and Schedule 3 (Stages 1 and 2, in force 1 July 2013)`,
  subjects: { household },
  dated: 'enquiredOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['household', 'enquiredOn'],
  fields: {
    enquiredOn: date('Asked about fostering on', {
      required: true,
      hint: 'For relatives or friends whom we asked, the day on which we did.',
    }),
    kind: code('To become', FosteringKind),
    heardThrough: code('How they heard about fostering here', HeardThrough),
    visitedOn: date('First visit to them'),
    appliedOn: date('Application received on'),
    assessmentBegunOn: date('Assessment began on', { hint: 'Stage 1, or both stages at once.' }),
    informationOn: date('All information for Stage 1 received on'),
    unsuitableToldOn: date('Told that they are not suitable after Stage 1 on'),
    stage2BegunOn: date('Stage 2 began on'),
    delayedByThem: paragraphs('Delay that they asked for, and why'),
    endedOn: date('Ended on', {
      hint: 'The day of the decision, or on which they withdrew or we closed it.',
    }),
    outcome: code('What came of it', ApplicationOutcome, { trueFrom: 'endedOn' }),
    whyEnded: text('Why, in their words', { trueFrom: 'endedOn' }),
  },
})

/** One matter that the fostering panel was asked about, and what the decision-maker then decided. */
export const FosteringPanel = recordType('fostering-panel', {
  label: 'Fostering panel',
  plural: 'fostering panels',
  icon: 'review',
  source: `${regulations}, regulations 23 to 28; Fostering Services: National Minimum Standards 2011, standard 14`,
  subjects: { household },
  dated: 'heldOn',
  headline: 'about',
  identity: ['household', 'heldOn', 'about'],
  fields: {
    heldOn: date('Panel met on', { required: true }),
    about: code('What it was asked', PanelSubject, { required: true }),
    recommends: code('What it recommends', PanelView),
    why: paragraphs('Why'),
    decidedOn: date('Decided on', { hint: 'By the decision-maker.' }),
    decision: code('Decision', FosteringDecision, { trueFrom: 'decidedOn' }),
    toldOn: date('Told in writing on'),
    representationsOn: date('They made representations on', {
      hint: 'Or asked for the independent review mechanism. They have 28 days from the notice.',
    }),
    finalOn: date('Decided again on'),
    finalDecision: code('Final decision', FosteringDecision, { trueFrom: 'finalOn' }),
  },
})
