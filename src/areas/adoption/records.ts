import type { RecordType } from '../../core/definitions/record-type.ts'
import {
  AdopterEnquiry,
  AdopterPanel,
  AdopterPause,
  AdopterReview,
  AdopterStage,
  AdoptersLeft,
  ProspectiveAdopter,
  QualifyingDetermination,
  SuitabilityDecision,
} from './adopter-records.ts'
import { AdoptionAgencyActing } from './agencies.ts'
import {
  AdoptionDisruption,
  AdoptionSupport,
  AdoptionSupportPlan,
  AdoptiveFamily,
  ChildPermanenceReport,
  FamilyFinding,
  MatchingPanel,
} from './finding-a-family.ts'
import { LetterboxAgreement, LetterboxExchange } from './letterbox.ts'
import { AdoptionApplication, PlacementConsent, PlacementOrder, PlacementOrderApplication } from './orders.ts'
import { AdoptionSeal } from './seal.ts'

const towardsAdoption = [
  ChildPermanenceReport,
  PlacementOrderApplication,
  PlacementOrder,
  PlacementConsent,
  FamilyFinding,
  MatchingPanel,
  AdoptiveFamily,
  AdoptionSupportPlan,
  AdoptionDisruption,
  AdoptionApplication,
]
const afterAdoption = [LetterboxAgreement, LetterboxExchange, AdoptionSupport, AdoptionSeal]
const adopters = [
  AdopterEnquiry,
  ProspectiveAdopter,
  AdopterStage,
  AdopterPause,
  AdopterPanel,
  QualifyingDetermination,
  SuitabilityDecision,
  AdopterReview,
  AdoptersLeft,
]

export const records: readonly RecordType[] = [...towardsAdoption, ...afterAdoption, ...adopters, AdoptionAgencyActing]

/** What a worker who is about to record something looks for it by. */
export const groups = [
  { label: 'On the way to an adoption', records: towardsAdoption },
  { label: 'After an adoption', records: afterAdoption },
  { label: 'People who want to adopt', records: [...adopters, AdoptionAgencyActing] },
]
