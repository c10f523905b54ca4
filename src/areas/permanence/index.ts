import type { Area } from '../../core/definitions/area.ts'
import { leavingCare } from './leaving-care.ts'
import { plans } from './plans.ts'
import { LongTermMatch, PermanencePlan, PermanencePlanReview } from './records.ts'

export const permanence: Area = {
  key: 'permanence',
  label: 'Permanence',
  indicators: [...plans, ...leavingCare],
  records: [PermanencePlan, PermanencePlanReview, LongTermMatch],
  groups: [{ label: 'Permanence', records: [PermanencePlan, PermanencePlanReview, LongTermMatch] }],
}
