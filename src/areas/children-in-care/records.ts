import type { RecordType } from '../../core/definitions/record-type.ts'
import { AdoptionDecision, AdoptionMatch } from './adoption-plans.ts'
import { CareLeaverOutcome } from './care-leavers.ts'
import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from './care-plans.ts'
import { Mother, PreviousPermanence, UnaccompaniedStatus } from './circumstances.ts'
import { Conviction } from './convictions.ts'
import { DelegatedAuthority } from './delegated-authority.ts'
import { EarlyReview } from './early-reviews.ts'
import { Episode } from './episodes.ts'
import {
  DentalCheck,
  HealthAssessment,
  ImmunisationStatus,
  StrengthsAndDifficulties,
  SubstanceMisuse,
} from './health.ts'
import { DeprivationOfLiberty, LibertyAuthorisation, LibertyReview } from './liberty.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { NationalTransfer } from './national-transfers.ts'
import { OutcomesOfYear } from './outcomes-of-year.ts'
import { PlacedHere } from './placed-here.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { SecureOrder, SecureReview } from './secure.ts'
import { ShortBreak } from './short-breaks.ts'
import { SiblingsDecision } from './siblings.ts'
import { SocialWorkerEpisode } from './social-workers.ts'
import { VisitingRule } from './visiting.ts'
import { VisitRequest } from './visits-asked-for.ts'
import { ChildAndFamilyAssessment } from './yearly-assessments.ts'

/** What is written down about children in care and, for a while, about those who have left it. */
export const records: readonly RecordType[] = [
  Episode,
  CareReview,
  CareVisit,
  MissingEpisode,
  UnaccompaniedStatus,
  PreviousPermanence,
  Mother,
  HealthAssessment,
  DentalCheck,
  ImmunisationStatus,
  StrengthsAndDifficulties,
  SubstanceMisuse,
  OutcomesOfYear,
  Conviction,
  AdoptionDecision,
  AdoptionMatch,
  SocialWorkerEpisode,
  DeprivationOfLiberty,
  CareLeaverOutcome,
  CarePlan,
  PlacementPlan,
  PlacementNotice,
  CareApproval,
  DelegatedAuthority,
  SiblingsDecision,
  PlacedHere,
  VisitingRule,
  LibertyAuthorisation,
  LibertyReview,
  SecureOrder,
  SecureReview,
  EarlyReview,
  VisitRequest,
  ShortBreak,
  NationalTransfer,
  ChildAndFamilyAssessment,
]
