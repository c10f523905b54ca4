import type { Interval } from '../../core/dates/interval.ts'

/**
 * How long something may take, with where the number comes from. `checked`: we have seen the text of the law. Where not, the number is known from the field
 * and has to be checked against the text; a local standard is the authority's own. Dorset's ship as the example; another authority writes its own here.
 */
type Standard = {
  readonly within: Interval
  readonly source: string
  readonly from: 'the law, checked' | 'the field, to be checked' | 'the authority'
}

const guidance = 'Department for Education, adoption: statutory guidance 2013'
const standards = 'Department for Education, adoption: national minimum standards 2014'
const regulations = 'Adoption Agencies Regulations 2005'
const unseen = ' (from the field, to be checked)'
const [law, field, local] = ['the law, checked', 'the field, to be checked', 'the authority'] as const

/** About children whose plan is adoption. */
export const adoptionStandards = {
  report: { within: '6 weeks', source: 'Local standard, chosen: to be confirmed by the authority', from: local },
  decision: { within: '2 months', source: `${guidance}, chapter 2; ${standards}, standard 17${unseen}`, from: field },
  register: { within: '3 months', source: `${regulations}, regulation 19A${unseen}`, from: field },
  match: { within: '6 months', source: `${guidance}, chapter 4${unseen}`, from: field },
  matchOfBaby: {
    within: '3 months',
    source: `${guidance}, chapter 4 (relinquished, under six months old)${unseen}`,
    from: field,
  },
  decisionAfterPanel: { within: '7 working days', source: `${standards}${unseen}`, from: field },
  firstReviewWaiting: { within: '3 months', source: `${regulations}, regulation 36(1)`, from: law },
  laterReviewWaiting: { within: '6 months', source: `${regulations}, regulation 36(1)`, from: law },
  firstReviewPlaced: { within: '4 weeks', source: `${regulations}, regulation 36(3)`, from: law },
  secondReviewPlaced: { within: '3 months', source: `${regulations}, regulation 36(3)`, from: law },
  laterReviewPlaced: { within: '6 months', source: `${regulations}, regulation 36(3)`, from: law },
  firstVisit: { within: '1 week', source: `${regulations}, regulation 36(4)`, from: law },
  laterVisit: { within: '1 week', source: `${regulations}, regulation 36(4)`, from: law },
  application: {
    within: '4 weeks',
    source:
      'Dorset Council, Corporate Parenting report, September 2023 (application within four weeks of the second adoption review)',
    from: local,
  },
  lifeStory: { within: '10 working days', source: `${guidance}; ${standards}${unseen}`, from: field },
} as const satisfies Record<string, Standard>

const chosen = 'Local standard, chosen: to be confirmed by the authority'

/** From one step to the next, of a child whose plan is adoption. */
export const milestoneStandards = {
  authority: { within: '6 months', source: chosen, from: local },
  match: { within: '6 months', source: `${guidance}, chapter 4${unseen}`, from: field },
  placement: { within: '2 months', source: chosen, from: local },
  application: { within: '5 months', source: chosen, from: local },
  order: { within: '4 months', source: chosen, from: local },
} as const satisfies Record<string, Standard>

/** About households who want to adopt. */
export const adopterStandards = {
  information: { within: '5 working days', source: `${guidance}, chapter 3${unseen}`, from: field },
  followUp: { within: '10 working days', source: `${guidance}, chapter 3${unseen}`, from: field },
  registration: { within: '5 working days', source: `${guidance}, chapter 3${unseen}`, from: field },
  stageOne: { within: '2 months', source: `${regulations}, regulation 27${unseen}`, from: field },
  betweenStages: { within: '6 months', source: `${regulations}, regulation 28`, from: law },
  stageTwo: { within: '4 months', source: `${regulations}, regulation 30B(1)`, from: law },
  representations: {
    within: '40 working days beginning with',
    source: `${regulations}, regulation 30B(5)(c)`,
    from: law,
  },
  decisionAfterPanel: { within: '7 working days', source: `${standards}${unseen}`, from: field },
  review: { within: '12 months', source: `${regulations}, regulation 30D${unseen}`, from: field },
} as const satisfies Record<string, Standard>
