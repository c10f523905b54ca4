import type { Area } from '../../core/definitions/area.ts'
import { guardianshipSupport, permanenceAchieved, permanencePlanAgreed, permanencePlanReviews } from './clocks.ts'
import { EarlyPermanence, Reunification } from './going-home.ts'
import { GuardianshipSupportPlan, GuardianshipSupportReview, SpecialGuardianship } from './guardianship.ts'
import { childArrangements, leavingCare, leftForGood } from './leaving-care.ts'
import { LifeStoryWork } from './life-story.ts'
import { plans } from './plans.ts'
import { progress } from './progress.ts'
import { LongTermMatch, PermanencePlan, PermanencePlanReview } from './records.ts'
import { permanenceTracker } from './tracker.ts'
import { workLists } from './work-lists.ts'

const planning = [PermanencePlan, PermanencePlanReview, LongTermMatch, EarlyPermanence, Reunification] as const
const guardianship = [SpecialGuardianship, GuardianshipSupportPlan, GuardianshipSupportReview] as const

export const permanence: Area = {
  key: 'permanence',
  label: 'Permanence',
  indicators: [...plans, ...leavingCare, childArrangements, leftForGood, ...progress],
  headline: [
    'permanence-plan-completed-4-months-plus',
    'permanence-plans-on-track',
    'long-term-fostering-achieved-permanence',
    'permanence-returned-home-rolling-6-months',
    'permanence-sgo-rolling-6-months',
  ],
  records: [...planning, ...guardianship, LifeStoryWork],
  groups: [
    { label: 'A home that lasts', records: planning },
    { label: 'Special guardianship', records: guardianship },
    { label: 'Life story', records: [LifeStoryWork] },
  ],
  timescales: [permanencePlanAgreed, permanenceAchieved, permanencePlanReviews, guardianshipSupport],
  workLists,
  trackers: [permanenceTracker],
}
