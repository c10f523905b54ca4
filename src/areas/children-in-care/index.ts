import type { Area } from '../../core/definitions/area.ts'
import { missing } from './missing.ts'
import { placement } from './placement.ts'
import { profile } from './profile.ts'
import { records } from './records.ts'
import { reviews } from './reviews.ts'
import { careReviews, careVisits } from './timescales.ts'
import { wherePlaced } from './where-placed.ts'
import { workLists } from './work-lists.ts'

export const childrenInCare: Area = {
  key: 'children-in-care',
  label: 'Children in care',
  indicators: [...profile, ...placement, ...missing, ...reviews],
  headline: ['cic-number-month-end', 'cic-started', 'cic-ceased', 'cic-reviews-in-time', 'cic-visits-up-to-date'],
  records,
  completions: [wherePlaced],
  timescales: [careReviews, careVisits],
  workLists,
}
