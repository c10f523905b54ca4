import type { Timescale } from '../../core/counting/chronology.ts'
import { narrow, population, subjectsWithBegun, subjectsWithOpen } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { careReviews, reviewedForAdoption } from '../children-in-care/review-clock.ts'
import { careVisits, visitedForAdoption } from '../children-in-care/visit-clock.ts'
import { whoseHousehold, whoseWork } from '../organisation/whose-work.ts'
import { AdopterEnquiry, AdopterStage, SuitabilityDecision } from './adopter-records.ts'
import {
  adopterStages,
  approvalReviews,
  betweenStages,
  decisionsOnAdopters,
  enquiriesAnswered,
  enquiriesFollowedUp,
  registrationsAnswered,
  representations,
} from './clocks-of-adopters.ts'
import { adoptionApplications, laterLifeLetters, lifeStoryBooks, supportPlansGiven } from './clocks-of-placements.ts'
import {
  adoptionDecisions,
  adoptionMatches,
  decisionsOnMatches,
  permanenceReports,
  registerReferrals,
} from './clocks-of-plans.ts'
import { LetterboxAgreement } from './letterbox.ts'
import { letterboxLetters } from './letterbox-clock.ts'
import { adoptionMilestones } from './milestones.ts'
import { AdoptionApplication } from './orders.ts'
import { adoptionPlanned } from './populations.ts'

const reviewedAsAdopted = narrow(childrenInCare, {
  key: 'children-reviewed-for-adoption',
  label: 'Children in care whose reviews go by the rules of adoption',
  source: 'Adoption Agencies Regulations 2005, regulation 36',
  include: { 'may be placed for adoption, or is': reviewedForAdoption },
})

const visitedAsAdopted = narrow(childrenInCare, {
  key: 'children-visited-for-adoption',
  label: 'Children placed for adoption',
  source: 'Adoption Agencies Regulations 2005, regulation 36',
  include: { 'is placed for adoption': visitedForAdoption },
})

const appliedFor = population({
  key: 'children-adoption-applied-for',
  label: 'Children for whom an adoption order was applied for',
  source: 'Adoption and Children Act 2002, sections 42 to 51',
  each: subjectsWithBegun(AdoptionApplication, 'child'),
  by: whoseWork,
})

const inTouch = population({
  key: 'letterbox-agreements',
  label: 'Adopted children whose families keep in touch through us',
  source: 'The agreements',
  each: subjectsWithOpen(LetterboxAgreement, 'child'),
  by: whoseWork,
})

const householdsWith = (key: string, label: string, type: typeof AdopterEnquiry | typeof AdopterStage) =>
  population({
    key,
    label,
    source: 'Adoption Agencies Regulations 2005, part 4',
    each: subjectsWithBegun(type, 'household'),
    by: whoseHousehold,
  })
const enquiring = householdsWith('households-asking', 'Households who asked about adopting', AdopterEnquiry)
const assessed = householdsWith('households-assessed', 'Households who were assessed as adopters', AdopterStage)

const approved = population({
  key: 'households-approved',
  label: 'Households approved as adopters',
  source: 'Adoption Agencies Regulations 2005, regulation 30D',
  each: subjectsWithOpen(SuitabilityDecision, 'household'),
  by: whoseHousehold,
})

type Listed = Pick<WorkList, 'key' | 'label' | 'population'> & { readonly timescale: Timescale }

const lists: readonly Listed[] = [
  {
    key: 'adoption-tracker',
    label: 'Next steps to adoption',
    population: adoptionPlanned,
    timescale: adoptionMilestones,
  },
  {
    key: 'adoption-reports',
    label: 'Child permanence reports',
    population: childrenInCare,
    timescale: permanenceReports,
  },
  {
    key: 'adoption-decisions',
    label: 'Decisions to place for adoption',
    population: childrenInCare,
    timescale: adoptionDecisions,
  },
  {
    key: 'adoption-registers',
    label: 'Children to refer to a register',
    population: adoptionPlanned,
    timescale: registerReferrals,
  },
  {
    key: 'adoption-matches',
    label: 'Children to match with adopters',
    population: adoptionPlanned,
    timescale: adoptionMatches,
  },
  {
    key: 'adoption-match-decisions',
    label: 'Matches to decide after panel',
    population: adoptionPlanned,
    timescale: decisionsOnMatches,
  },
  { key: 'adoption-reviews', label: 'Adoption reviews', population: reviewedAsAdopted, timescale: careReviews },
  {
    key: 'adoption-visits',
    label: 'Visits to children placed for adoption',
    population: visitedAsAdopted,
    timescale: careVisits,
  },
  {
    key: 'adoption-support-plans',
    label: 'Support plans to give to adopters',
    population: childrenInCare,
    timescale: supportPlansGiven,
  },
  {
    key: 'adoption-applications',
    label: 'Applications for adoption orders',
    population: childrenInCare,
    timescale: adoptionApplications,
  },
  {
    key: 'adoption-life-story-books',
    label: 'Life story books of adopted children',
    population: appliedFor,
    timescale: lifeStoryBooks,
  },
  {
    key: 'adoption-later-life-letters',
    label: 'Later life letters of adopted children',
    population: appliedFor,
    timescale: laterLifeLetters,
  },
  { key: 'adoption-letterbox', label: 'Letterbox', population: inTouch, timescale: letterboxLetters },
  {
    key: 'adopter-enquiries',
    label: 'Information for people who ask about adopting',
    population: enquiring,
    timescale: enquiriesAnswered,
  },
  {
    key: 'adopter-follow-ups',
    label: 'Visits, meetings and calls after an enquiry',
    population: enquiring,
    timescale: enquiriesFollowedUp,
  },
  {
    key: 'adopter-registrations',
    label: 'Registrations of interest to answer',
    population: enquiring,
    timescale: registrationsAnswered,
  },
  { key: 'adopter-stages', label: 'Assessments of adopters', population: assessed, timescale: adopterStages },
  {
    key: 'adopter-between-stages',
    label: 'Adopters between the stages',
    population: assessed,
    timescale: betweenStages,
  },
  {
    key: 'adopter-decisions',
    label: 'Adopters to decide about after panel',
    population: assessed,
    timescale: decisionsOnAdopters,
  },
  {
    key: 'adopter-representations',
    label: 'Adopters who may still answer a notice',
    population: assessed,
    timescale: representations,
  },
  {
    key: 'adopter-reviews',
    label: 'Reviews of approved adopters',
    population: approved,
    timescale: approvalReviews,
  },
]

/** Each has the source of its clock. */
export const workLists = lists.map((one) => workList({ ...one, source: one.timescale.source }))
