import type { Area } from '../../core/definitions/area.ts'
import { careReviews } from '../children-in-care/review-clock.ts'
import { careVisits } from '../children-in-care/visit-clock.ts'
import { adopters } from './adopters.ts'
import { familiesWaiting } from './adopters-waiting.ts'
import { applications } from './applications.ts'
import { children } from './children.ts'
import { childrenWaiting } from './children-waiting.ts'
import { placementOrders } from './placement-orders.ts'
import { groups, records } from './records.ts'
import { scorecard } from './scorecard.ts'
import { adoptionTracker } from './tracker.ts'
import { adoptersTracker } from './tracker-of-adopters.ts'
import { workLists } from './work-lists.ts'

export const adoption: Area = {
  key: 'adoption',
  label: 'Adoption',
  indicators: [
    ...children,
    ...childrenWaiting,
    ...adopters,
    ...familiesWaiting,
    ...placementOrders,
    ...applications,
    ...scorecard,
  ],
  headline: [
    'children-with-adoption-plan',
    'children-waiting-for-adopters',
    'children-adopted-last-12-months',
    'adoptive-families-in-assessment',
    'adopters-approved-waiting',
  ],
  records,
  groups,
  // Reviews are one clock for every child in care, and so are visits.
  timescales: workLists
    .map(({ timescale }) => timescale)
    .filter((timescale) => timescale !== careReviews && timescale !== careVisits),
  workLists,
  trackers: [adoptionTracker, adoptersTracker],
}
