import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from './populations.ts'
import { careReviews, careVisits } from './timescales.ts'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'care-reviews',
    label: 'Reviews of children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
    population: childrenInCare,
    timescale: careReviews,
  }),
  workList({
    key: 'care-visits',
    label: 'Visits to children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
    population: childrenInCare,
    timescale: careVisits,
  }),
]
