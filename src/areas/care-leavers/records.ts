import type { Area } from '../../core/definitions/area.ts'
import { CareLeaverActivity } from './activities.ts'
import { CareElsewhere, DetainedOrInHospital } from './care-known-otherwise.ts'
import { CareLeaverContact, CareLeaverWishes } from './contact.ts'
import { CareLeaverHome, HomeRiskAssessment, HomeSupervision, StayingArrangement } from './homes.ts'
import { HealthPassport, LeavingCareGrant, ReadyForAdulthood } from './leaving-care.ts'
import { PathwayAssessment, PathwayPlan, PathwayReview } from './pathway.ts'

/** How somebody who is about to write something down finds what. */
export const groups: NonNullable<Area['groups']> = [
  { label: 'In touch with a care leaver', records: [CareLeaverContact, CareLeaverWishes] },
  { label: 'Pathway plan', records: [PathwayAssessment, PathwayPlan, PathwayReview] },
  {
    label: 'Where a care leaver lives',
    records: [CareLeaverHome, StayingArrangement, HomeRiskAssessment, HomeSupervision],
  },
  { label: 'What a care leaver does', records: [CareLeaverActivity] },
  { label: 'Leaving care', records: [HealthPassport, ReadyForAdulthood, LeavingCareGrant] },
  { label: 'Care that we did not give', records: [CareElsewhere, DetainedOrInHospital] },
]

export const records = groups.flatMap((group) => group.records)
