import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { firstDayEducation, virtualSchoolTold } from './exclusion-timescales.ts'
import { firstPlanBegun, firstPlanCompleted, termlyPlan } from './plan-timescales.ts'
import { compulsoryAgeInCare, schoolAgeInCare, years12And13InCare } from './populations.ts'
import { schoolPlace, septemberOffer } from './school-timescales.ts'

const guidance =
  'Department for Education, promoting the education of looked-after children and previously looked-after children'
const exclusions = 'Department for Education, suspension and permanent exclusion guidance'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'termly-education-plans',
    label: 'Education plans of the term',
    source: guidance,
    population: childrenInCare,
    timescale: termlyPlan,
  }),
  workList({
    key: 'first-education-plans-begun',
    label: 'First education plans to begin',
    source: guidance,
    population: childrenInCare,
    timescale: firstPlanBegun,
  }),
  workList({
    key: 'first-education-plans-completed',
    label: 'First education plans to complete',
    source: 'Local standard: completed within 20 working days',
    population: childrenInCare,
    timescale: firstPlanCompleted,
  }),
  workList({
    key: 'without-school-place',
    label: 'Children in care without a school place',
    source: guidance,
    population: compulsoryAgeInCare,
    timescale: schoolPlace,
  }),
  workList({
    key: 'suspensions-told',
    label: 'Suspensions that nobody told us of on the day',
    source: exclusions,
    population: schoolAgeInCare,
    timescale: virtualSchoolTold,
  }),
  workList({
    key: 'education-while-suspended',
    label: 'Suspended or excluded, and not yet taught elsewhere',
    source: exclusions,
    population: schoolAgeInCare,
    timescale: firstDayEducation,
  }),
  workList({
    key: 'september-offers',
    label: 'Offers for September',
    source: 'Department for Education, September Guarantee',
    population: years12And13InCare,
    timescale: septemberOffer,
  }),
]
