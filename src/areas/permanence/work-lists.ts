import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { guardianshipSupport, permanenceAchieved, permanencePlanAgreed, permanencePlanReviews } from './clocks.ts'
import { paidRegularly } from './progress.ts'
import { permanenceStandards } from './standards.ts'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'permanence-plans-to-agree',
    label: 'Children without a permanence plan',
    source: permanenceStandards.plan.source,
    population: childrenInCare,
    timescale: permanencePlanAgreed,
  }),
  workList({
    key: 'permanence-plans-to-achieve',
    label: 'Permanence plans to achieve',
    source: permanenceStandards.undated.source,
    population: childrenInCare,
    timescale: permanenceAchieved,
  }),
  workList({
    key: 'permanence-plan-reviews',
    label: 'Reviews of permanence plans',
    source: permanenceStandards.review.source,
    population: childrenInCare,
    timescale: permanencePlanReviews,
  }),
  workList({
    key: 'guardianship-support-reviews',
    label: 'Reviews of special guardianship support',
    source: 'Special Guardianship Regulations 2005, regulation 18',
    population: paidRegularly,
    timescale: guardianshipSupport,
  }),
]
