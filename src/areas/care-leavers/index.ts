import type { Area } from '../../core/definitions/area.ts'
import { advisersAt16, adviserVisits, birthdayRecords, entitlementContacts } from './adviser-clocks.ts'
import { aroundTheBirthday } from './birthdays.ts'
import { healthPassports } from './health-passports.ts'
import { homeRiskAssessments, homeSupervisions, moveOnPlans } from './home-clocks.ts'
import { papers, passports } from './leaving-clocks.ts'
import { needs } from './needs.ts'
import { pathwayAssessments, pathwayPlans, pathwayReviews, relevantPlans, reviewsAfterMove } from './pathway-clocks.ts'
import { groups, records } from './records.ts'
import { stayingPut } from './staying-put.ts'
import { supervisionsInTime } from './supervisions.ts'
import { support } from './support.ts'
import { owed } from './tags.ts'
import { workLists } from './work-lists.ts'

/** From nearly 16 in care to 25: the plan, the adviser, a home, work, and being in touch. */
export const careLeavers: Area = {
  key: 'care-leavers',
  label: 'Care leavers',
  indicators: [...support, ...healthPassports, ...aroundTheBirthday, ...stayingPut, supervisionsInTime],
  headline: [
    'care-leavers-in-touch-19-21',
    'care-leavers-suitable-accommodation-19-21',
    'care-leavers-bed-and-breakfast-17-25',
    'care-leavers-eet-19-21',
    'care-leavers-pathway-plan-up-to-date-17-25',
  ],
  records,
  groups,
  timescales: [
    homeRiskAssessments,
    moveOnPlans,
    homeSupervisions,
    adviserVisits,
    pathwayReviews,
    reviewsAfterMove,
    pathwayAssessments,
    pathwayPlans,
    relevantPlans,
    advisersAt16,
    papers,
    passports,
    birthdayRecords,
    entitlementContacts,
  ],
  workLists: [...needs, ...workLists],
  tags: [owed],
}
