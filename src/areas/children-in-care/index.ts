import type { Area } from '../../core/definitions/area.ts'
import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from './care-plans.ts'
import { DelegatedAuthority } from './delegated-authority.ts'
import { EarlyReview, earlyReviews, reviewsOfChange } from './early-reviews.ts'
import { Episode } from './episodes.ts'
import { ceasingApproved } from './leaving-at-16.ts'
import { whoDecidesWhat } from './letters.ts'
import { DeprivationOfLiberty, LibertyAuthorisation, LibertyReview } from './liberty.ts'
import { libertyExpiry, libertyReviews, secureAuthority, secureReviews } from './liberty-clocks.ts'
import { missing } from './missing.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { NationalTransfer, nationalTransfers } from './national-transfers.ts'
import { PlacedHere } from './placed-here.ts'
import { placement } from './placement.ts'
import {
  carePlanPrepared,
  delegatedAuthority,
  outsideApproved,
  placementNotices,
  placementPlanSigned,
} from './placement-clocks.ts'
import { profile } from './profile.ts'
import { quality } from './quality.ts'
import { records } from './records.ts'
import { returnInterviewFigures, returnInterviews } from './return-interviews.ts'
import { careReviews } from './review-clock.ts'
import { reviews } from './reviews.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { SecureOrder, SecureReview } from './secure.ts'
import { ShortBreak, shortBreakReviews, shortBreakVisits } from './short-breaks.ts'
import { siblings, siblingsInTouch } from './sibling-figures.ts'
import { SiblingsDecision } from './siblings.ts'
import { careVisits } from './visit-clock.ts'
import { VisitingRule } from './visiting.ts'
import { VisitRequest, visitsAskedFor, visitsInCustody } from './visits-asked-for.ts'
import { wherePlaced } from './where-placed.ts'
import { workLists } from './work-lists.ts'
import { workListsBeside } from './work-lists-beside.ts'
import { letterWhileAway, listsOfWorkersAway } from './workers-away.ts'
import {
  assessedYearly,
  ChildAndFamilyAssessment,
  yearlyAssessmentList,
  yearlyAssessments,
} from './yearly-assessments.ts'

export const childrenInCare: Area = {
  key: 'children-in-care',
  label: 'Children in care',
  indicators: [
    ...profile,
    ...placement,
    ...missing,
    ...returnInterviewFigures,
    ...reviews,
    assessedYearly,
    ...siblings,
  ],
  headline: ['cic-number-month-end', 'cic-started', 'cic-ceased', 'cic-reviews-in-time', 'cic-visits-up-to-date'],
  records,
  groups: [
    { label: 'Reviews and visits', records: [CareReview, EarlyReview, CareVisit, VisitRequest, VisitingRule] },
    {
      label: 'Plans and approvals',
      records: [ChildAndFamilyAssessment, CarePlan, PlacementPlan, PlacementNotice, CareApproval, DelegatedAuthority],
    },
    {
      label: 'Where they live',
      records: [Episode, MissingEpisode, ShortBreak, SiblingsDecision, PlacedHere, NationalTransfer],
    },
    {
      label: 'Liberty',
      records: [LibertyAuthorisation, LibertyReview, DeprivationOfLiberty, SecureOrder, SecureReview],
    },
  ],
  completions: [wherePlaced],
  timescales: [
    careReviews,
    earlyReviews,
    reviewsOfChange,
    ceasingApproved,
    careVisits,
    visitsAskedFor,
    visitsInCustody,
    carePlanPrepared,
    placementPlanSigned,
    placementNotices,
    delegatedAuthority,
    outsideApproved,
    siblingsInTouch,
    libertyExpiry,
    libertyReviews,
    secureAuthority,
    secureReviews,
    returnInterviews,
    shortBreakVisits,
    shortBreakReviews,
    nationalTransfers,
    letterWhileAway,
    yearlyAssessments,
  ],
  workLists: [...workLists, ...workListsBeside, yearlyAssessmentList, ...listsOfWorkersAway],
  letters: [whoDecidesWhat],
  quality,
}
