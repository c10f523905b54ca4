import type { Area } from '../../core/definitions/area.ts'
import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from './care-plans.ts'
import { DelegatedAuthority } from './delegated-authority.ts'
import { Episode } from './episodes.ts'
import { DeprivationOfLiberty, LibertyAuthorisation, LibertyReview } from './liberty.ts'
import { libertyExpiry, libertyReviews, secureAuthority, secureReviews } from './liberty-clocks.ts'
import { missing } from './missing.ts'
import { MissingEpisode } from './missing-episodes.ts'
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
import { records } from './records.ts'
import { reviews } from './reviews.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { SecureOrder, SecureReview } from './secure.ts'
import { siblings, siblingsInTouch } from './sibling-figures.ts'
import { SiblingsDecision } from './siblings.ts'
import { careReviews } from './timescales.ts'
import { careVisits } from './visit-clock.ts'
import { VisitingRule } from './visiting.ts'
import { wherePlaced } from './where-placed.ts'
import { workLists } from './work-lists.ts'

export const childrenInCare: Area = {
  key: 'children-in-care',
  label: 'Children in care',
  indicators: [...profile, ...placement, ...missing, ...reviews, ...siblings],
  headline: ['cic-number-month-end', 'cic-started', 'cic-ceased', 'cic-reviews-in-time', 'cic-visits-up-to-date'],
  records,
  groups: [
    { label: 'Reviews and visits', records: [CareReview, CareVisit, VisitingRule] },
    {
      label: 'Plans and approvals',
      records: [CarePlan, PlacementPlan, PlacementNotice, CareApproval, DelegatedAuthority],
    },
    { label: 'Where they live', records: [Episode, SiblingsDecision, PlacedHere, MissingEpisode] },
    {
      label: 'Liberty',
      records: [LibertyAuthorisation, LibertyReview, DeprivationOfLiberty, SecureOrder, SecureReview],
    },
  ],
  completions: [wherePlaced],
  timescales: [
    careReviews,
    careVisits,
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
  ],
  workLists,
}
