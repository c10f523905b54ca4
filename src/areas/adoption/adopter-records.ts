import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// Households who want to adopt, from their enquiry to a child. A child who was adopted lives in one of them under a new name: that a household adopts
// is there for the adoption service alone. For everybody else it is a household like any other.

const household = { kind: 'household', label: 'Household' } as const
const agency = { kind: 'agency', label: 'Agency acting for us', optional: true } as const
const adopters = { sensitivity: 'adoption', icon: 'family' } as const
const regulations = 'Adoption Agencies Regulations 2005'

/** Who in the household wants to adopt. A couple are two, and one household. */
export const ProspectiveAdopter = recordType('prospective-adopter', {
  ...adopters,
  label: 'Prospective adopter',
  plural: 'prospective adopters',
  source: `${regulations}, part 4; Ofsted, Annex A, list 11 (individual adopter)`,
  subjects: { adopter: { kind: 'person', label: 'Adopter' }, household },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['adopter', 'household', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which they no longer wanted to adopt in this household.' }),
  },
})

/** The first word from a household, and what it was told. Asking is not yet being assessed. */
export const AdopterEnquiry = recordType('adopter-enquiry', {
  ...adopters,
  label: 'Enquiry about adopting',
  plural: 'enquiries about adopting',
  icon: 'phone',
  source: `Department for Education, adoption: statutory guidance 2013, chapter 3; Ofsted, Annex A, list 11 (date enquiry received)`,
  subjects: { household, agency },
  dated: 'enquiredOn',
  identity: ['household', 'enquiredOn'],
  fields: {
    enquiredOn: date('Asked on', { required: true }),
    forAnother: yesNo('Is the household another authority’s?', {
      hint: 'Of an agency that acts for several. Left empty, it is ours.',
    }),
    fosteringForAdoption: yesNo('Would they foster a child first (early permanence)?'),
    siblings: number('How many children they would adopt', { least: 1 }),
    informationOn: date('Information sent on'),
    followedUpOn: date('Visited, met or rung up on'),
    registeredOn: date('Registered their interest on'),
    answeredOn: date('Told whether we go on, on', { hint: 'The answer to their registration of interest.' }),
  },
})

const Stage = codeList('adopter-stage', {
  label: 'Stage',
  source: `${regulations}, part 4, as amended in 2013`,
  codes: { one: 'Stage 1', two: 'Stage 2', 'fast-track': 'Fast track' },
})

const StageEnded = codeList('adopter-stage-ended', {
  label: 'How the stage ended',
  source: `${regulations}, regulations 27 to 30B`,
  codes: {
    'goes-on': 'They may go on to Stage 2',
    'may-not': 'We told them that they are not suitable',
    decided: 'With the decision about their suitability',
    withdrew: 'They withdrew',
  },
})

/** One stage of the assessment. Between the first and the second a household may wait for up to six months. */
export const AdopterStage = recordType('adopter-stage', {
  ...adopters,
  label: 'Stage of an adopters’ assessment',
  plural: 'stages of adopters’ assessments',
  source: `${regulations}, regulations 22 to 30B (stages since 1 July 2013); Ofsted, Annex A, list 11`,
  subjects: { household, agency },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'stage',
  identity: ['household', 'stage', 'startedOn'],
  fields: {
    stage: code('Stage', Stage, { required: true }),
    startedOn: date('Began on', {
      required: true,
      hint: 'Stage 1: we told them that we go on. Stage 2: they told us that they wish to.',
    }),
    endedOn: date('Ended on'),
    howEnded: code('How it ended', StageEnded, { trueFrom: 'endedOn' }),
    whyLonger: paragraphs('If it took longer: why', { hint: 'They asked for it, or an exceptional circumstance.' }),
  },
})

/** A stretch in which an assessment rests because the household asked for it. */
export const AdopterPause = recordType('adopter-pause', {
  ...adopters,
  label: 'Pause that adopters asked for',
  plural: 'pauses that adopters asked for',
  icon: 'clock',
  source: `${regulations}, regulations 27(3) and 30B(2)`,
  subjects: { household },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'why',
  identity: ['household', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    why: text('Why'),
    endedOn: date('Until', { hint: 'The first day on which the assessment went on.' }),
  },
})

const PanelAbout = codeList('adopter-panel-about', {
  label: 'What the panel was asked',
  source: `${regulations}, regulations 30A, 30D and 30E`,
  codes: { suitability: 'Whether they are suitable to adopt', review: 'Whether they still are' },
})

const PanelRecommends = codeList('adopter-panel-recommends', {
  label: 'What the panel recommended',
  source: `${regulations}, regulation 30A`,
  codes: { suitable: 'Suitable', 'not-suitable': 'Not suitable', deferred: 'It put the question off' },
})

/** What an adoption panel recommends about a household. It is not a decision and approves nobody. */
export const AdopterPanel = recordType('adopter-panel', {
  ...adopters,
  label: 'Adoption panel about adopters',
  plural: 'adoption panels about adopters',
  icon: 'review',
  source: `${regulations}, regulation 30A`,
  subjects: { household },
  dated: 'heldOn',
  headline: 'recommended',
  identity: ['household', 'heldOn', 'about'],
  fields: {
    heldOn: date('Held on', { required: true }),
    about: code('What it was asked', PanelAbout, { required: true }),
    recommended: code('Recommendation', PanelRecommends, { required: true }),
    reasons: paragraphs('Reasons'),
  },
})

const ApprovalEnded = codeList('adopter-approval-ended', {
  label: 'How the approval ended',
  source: `${regulations}, regulations 30D and 30F`,
  codes: {
    adopted: 'They adopted',
    withdrew: 'They no longer wish to adopt',
    'no-longer-suitable': 'They are no longer suitable',
    moved: 'Another agency took over',
  },
})

/** The decision-maker's decision. A family may be approved again, for another child: that is another decision. */
export const SuitabilityDecision = recordType('suitability-decision', {
  ...adopters,
  label: 'Decision whether adopters are suitable',
  plural: 'decisions whether adopters are suitable',
  icon: 'decision',
  source: `${regulations}, regulation 30B; Ofsted, Annex A, list 11 (date application approved)`,
  subjects: { household, agency },
  dated: 'decidedOn',
  ends: 'endedOn',
  headline: 'suitable',
  identity: ['household', 'decidedOn'],
  fields: {
    decidedOn: date('Decided on', { required: true, hint: 'By the decision-maker, not the panel.' }),
    suitable: yesNo('Suitable to adopt?', { required: true }),
    children: number('For how many children', { least: 1 }),
    reasons: paragraphs('Reasons'),
    endedOn: date('Approval ended on', { hint: 'The first day on which it no longer held.' }),
    howEnded: code('How it ended', ApprovalEnded, { trueFrom: 'endedOn' }),
  },
})

const Representations = codeList('adopter-representations', {
  label: 'What the household did',
  source: `${regulations}, regulation 30B(5)`,
  codes: {
    agency: 'Made representations to us',
    independent: 'Asked for the independent review mechanism',
    none: 'Neither',
  },
})

/** We wrote that we do not mean to approve a household. It may answer; only then is it decided. */
export const QualifyingDetermination = recordType('qualifying-determination', {
  ...adopters,
  label: 'Notice that we do not mean to approve',
  plural: 'notices that we do not mean to approve',
  icon: 'decision',
  source: `${regulations}, regulation 30B(5)`,
  subjects: { household },
  dated: 'sentOn',
  headline: 'answer',
  identity: ['household', 'sentOn'],
  fields: {
    sentOn: date('Sent on', { required: true }),
    answeredOn: date('Answered on'),
    answer: code('Their answer', Representations, { trueFrom: 'answeredOn' }),
  },
})

const StillSuitable = codeList('adopter-review-found', {
  label: 'What the review found',
  source: `${regulations}, regulation 30D`,
  codes: { suitable: 'Still suitable', panel: 'To go to panel', 'not-suitable': 'No longer suitable' },
})

/** A review of an approval, while no child has been placed. */
export const AdopterReview = recordType('adopter-review', {
  ...adopters,
  label: 'Review of adopters’ approval',
  plural: 'reviews of adopters’ approval',
  icon: 'review',
  source: `${regulations}, regulation 30D`,
  subjects: { household },
  dated: 'heldOn',
  headline: 'found',
  identity: ['household', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true }),
    found: code('What it found', StillSuitable),
    adoptersView: paragraphs('What the adopters say'),
  },
})

const WhyLeft = codeList('adopters-left-because', {
  label: 'Why they left',
  source: 'Ofsted, Annex A, list 11 (reason for leaving the adoption process), in more detail',
  codes: {
    withdrew: 'They withdrew',
    'on-hold': 'Put on hold without an end',
    refused: 'They were not approved',
    closed: 'We closed it because they no longer answered',
    elsewhere: 'They went to another agency',
  },
})

/** A household that no longer goes on, at whatever stage. */
export const AdoptersLeft = recordType('adopters-left', {
  ...adopters,
  label: 'Household no longer adopting',
  plural: 'households no longer adopting',
  source: 'Ofsted, inspecting local authority children’s services: Annex A, list 11 (date of leaving adoption process)',
  subjects: { household },
  dated: 'leftOn',
  headline: 'why',
  identity: ['household', 'leftOn'],
  fields: {
    leftOn: date('On', { required: true }),
    why: code('Why', WhyLeft, { required: true }),
    words: text('In their words'),
  },
})
