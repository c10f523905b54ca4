import {
  attribute,
  factOfDay,
  type Member,
  narrow,
  population,
  type RecordMember,
  recordsDated,
  subjectsWithBegun,
  test,
} from '../../core/counting/define.ts'
import { AdoptionDecision } from '../children-in-care/adoption-plans.ts'
import { periodEnded } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { whoseHousehold, whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { ADOPTED, placementOrders } from './adopted-facts.ts'
import { AdopterEnquiry, AdopterStage, SuitabilityDecision } from './adopter-records.ts'
import { STANDINGS, standing } from './adopters-standing.ts'
import { PlacementOrder } from './orders.ts'
import { authorised, isPlacedForAdoption } from './waiting-facts.ts'

const source = 'Adoption and Children Act 2002, section 46; DfE SSDA903, reason the episode ended (E11, E12)'

/** A reason that is not recorded is not known. */
export const leftByAdoption = test([periodEnded], (member) => {
  const period = periodEnded(member)
  if (period === undefined) return false
  return period.reasonEnded === null ? undefined : ADOPTED.includes(period.reasonEnded)
})

/** Each child once. Whoever lives with adopters and waits for the order is in care, and not among them. */
export const childrenAdopted = population({
  key: 'children-adopted',
  label: 'Children who were adopted',
  source,
  each: subjectsWithBegun(Episode, 'child'),
  include: { 'an adoption order ended their care': leftByAdoption },
  by: { ...aboutTheChild, ...whoseWork },
})

export const adoptedWithOrder = narrow(childrenAdopted, {
  key: 'children-adopted-placement-order',
  label: 'Children who were adopted, for whom there was a placement order',
  source: 'Department for Education, adoption scorecards, indicator A2',
  include: {
    'there was a placement order': test([placementOrders], (member) => placementOrders(member).length > 0),
  },
})

/** The plan is adoption while the decision that the child should be placed stands; who lives with adopters already is among them until the order. */
export const decisionStands = test(
  [AdoptionDecision],
  ({ history }: Member) => history.open(AdoptionDecision, ({ decidedOn }) => decidedOn !== null).length > 0,
)

export const adoptionPlanned = narrow(childrenInCare, {
  key: 'children-adoption-planned',
  label: 'Children in care of whom it is decided that they should be placed for adoption',
  source: 'Adoption Agencies Regulations 2005, regulation 19; Ofsted, Annex A, list 10',
  include: { 'the decision to place for adoption stands': decisionStands },
})

export const waitingForFamily = narrow(adoptionPlanned, {
  key: 'children-waiting-for-adopters',
  label: 'Children with a placement order who are not placed for adoption yet',
  source: 'Department for Education, adoption scorecards (children waiting)',
  include: { 'a placement order or consent is in force': authorised },
  exclude: { 'placed for adoption': isPlacedForAdoption },
})

type OfOrder = RecordMember<typeof PlacementOrder>

const revoked = test([PlacementOrder], ({ record }: OfOrder) =>
  record.howEnded === null ? undefined : record.howEnded === 'revoked',
)

/** Records, so that an order that was made again and revoked again is two. */
export const ordersRevoked = population({
  key: 'placement-orders-revoked',
  label: 'Placement orders that a court revoked',
  source: 'Adoption and Children Act 2002, section 24',
  each: recordsDated(PlacementOrder, 'child', 'endedOn'),
  include: { 'revoked by a court': revoked },
  by: { ...aboutTheChild, ...whoseWork },
})

const enquiry = factOfDay([AdopterEnquiry], ({ history }) => history.latest(AdopterEnquiry))

/** A regional agency serves several authorities: whoever it assesses for another is not ours, and nothing said is ours. */
export const anotherAuthoritys = test([enquiry], (member) => enquiry(member)?.forAnother === 'yes')

const stage = attribute('Stage', [standing], (member) => standing(member).label, { order: STANDINGS })

/** Households that are being assessed, whoever does it for us. */
export const adoptersInAssessment = population({
  key: 'adopters-in-assessment',
  label: 'Households being assessed as adopters',
  source: 'Adoption Agencies Regulations 2005, regulations 27 to 30B; Ofsted, Annex A, list 11',
  each: subjectsWithBegun(AdopterStage, 'household'),
  include: { 'accepted and not decided, withdrawn or paused': test([standing], (member) => standing(member).assessed) },
  exclude: { 'another authority’s household': anotherAuthoritys },
  by: { stage, ...whoseHousehold },
})

type OfDecision = RecordMember<typeof SuitabilityDecision>

/** Decisions, so that a family approved again counts again. */
export const adoptersApproved = population({
  key: 'adopters-approved',
  label: 'Decisions that adopters are suitable',
  source: 'Adoption Agencies Regulations 2005, regulation 30B',
  each: recordsDated(SuitabilityDecision, 'household', 'decidedOn'),
  include: {
    'suitable to adopt': test([SuitabilityDecision], ({ record }: OfDecision) =>
      record.suitable === 'yes' ? true : record.suitable === 'no' ? false : undefined,
    ),
  },
  exclude: { 'another authority’s household': anotherAuthoritys },
  by: whoseHousehold,
})
