import type { RecordType } from '../../core/definitions/record-type.ts'
import { Allegation } from './allegation-records.ts'
import { FosteringApplication, FosteringPanel } from './applications.ts'
import {
  FosterCarer,
  FosteringApproval,
  FosteringConstellation,
  FosteringOnHold,
  TermsOfApproval,
} from './approvals.ts'
import { FosterPlacement, PlacementSearch } from './care-given.ts'
import { CarerTraining, CourseNotice, FosterCarerReview, SupervisingVisit } from './supervision.ts'

/** What is written down about fostering households, and about children on their way to one. */
export const records: readonly RecordType[] = [
  FosteringApplication,
  FosteringPanel,
  FosteringApproval,
  TermsOfApproval,
  FosteringOnHold,
  FosterCarer,
  FosteringConstellation,
  SupervisingVisit,
  FosterCarerReview,
  CarerTraining,
  CourseNotice,
  FosterPlacement,
  PlacementSearch,
  Allegation,
]

export const groups = [
  {
    label: 'Fostering: with the carers',
    records: [SupervisingVisit, FosterCarerReview, CarerTraining, CourseNotice, FosteringOnHold],
  },
  {
    label: 'Fostering: becoming and being approved',
    records: [
      FosteringApplication,
      FosteringPanel,
      FosteringApproval,
      TermsOfApproval,
      FosterCarer,
      FosteringConstellation,
    ],
  },
  { label: 'Fostering: where a child is to live', records: [FosterPlacement, PlacementSearch] },
  { label: 'Allegations', records: [Allegation] },
] as const
