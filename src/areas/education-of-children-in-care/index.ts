import type { Area } from '../../core/definitions/area.ts'
import { afterYear11 } from './after-year-11.ts'
import {
  firstDayEducation,
  governorsMeet,
  panelMeets,
  sixthDayEducation,
  virtualSchoolTold,
} from './exclusion-timescales.ts'
import { inSchool } from './in-school.ts'
import { belowATarget } from './marks.ts'
import { needLists } from './need-lists.ts'
import { personalEducationPlans } from './personal-education-plans.ts'
import { planQuality } from './plan-quality.ts'
import { firstPlanBegun, firstPlanCompleted, termlyPlan } from './plan-timescales.ts'
import { groups, records } from './records.ts'
import { attainment } from './results-counts.ts'
import { schoolAndWork } from './school-and-work.ts'
import { absenceReported, schoolPlace, septemberOffer } from './school-timescales.ts'
import { clockLists } from './work-lists.ts'

export const educationOfChildrenInCare: Area = {
  key: 'education-of-children-in-care',
  label: 'Education of children in care',
  indicators: [...personalEducationPlans, ...planQuality, ...schoolAndWork, ...inSchool, ...attainment, ...afterYear11],
  headline: [
    'pep-termly-on-time',
    'cic-average-attendance-academic-ytd',
    'cic-without-school-place',
    'cic-suspended-current-academic-year',
    'cic-neet',
  ],
  records,
  groups,
  timescales: [
    firstPlanBegun,
    firstPlanCompleted,
    termlyPlan,
    schoolPlace,
    virtualSchoolTold,
    firstDayEducation,
    sixthDayEducation,
    governorsMeet,
    panelMeets,
    absenceReported,
    septemberOffer,
  ],
  workLists: [...clockLists, ...needLists],
  namesFirst: belowATarget,
}
