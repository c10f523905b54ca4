import type { RecordType } from '../../core/definitions/record-type.ts'
import { EducationActivity, SeptemberOffer } from './after-school.ts'
import { AbsenceUnderstood, ContinuousAbsence, SchoolAttendance } from './attendance.ts'
import { PersonalEducationPlan, PupilPremiumPlus } from './education-plans.ts'
import { AlternativeProvision, PartTimeTimetable, SchoolEnrolment } from './enrolments.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { SchoolResults } from './results.ts'
import { EhcPlan, SenSupport } from './special-needs.ts'

/** What the virtual school writes down, the most used first. */
export const groups = [
  { label: 'Plans for learning', records: [PersonalEducationPlan, PupilPremiumPlus, EhcPlan, SenSupport] },
  {
    label: 'School',
    records: [SchoolEnrolment, SchoolAttendance, AbsenceUnderstood, PartTimeTimetable, AlternativeProvision],
  },
  { label: 'Out of school', records: [Suspension, PermanentExclusion, ContinuousAbsence] },
  { label: 'Results, and what follows school', records: [SchoolResults, EducationActivity, SeptemberOffer] },
] as const

export const records: readonly RecordType[] = groups.flatMap(({ records }): readonly RecordType[] => records)
