import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { householdsApproved } from './populations.ts'
import { carerReviews, supervisingVisits, temporaryApprovals, unannouncedVisits } from './timescales.ts'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'temporary-approvals',
    label: 'Temporary approvals running out',
    source: temporaryApprovals.source,
    population: householdsApproved,
    timescale: temporaryApprovals,
  }),
  workList({
    key: 'supervising-visits',
    label: 'Visits to foster carers',
    source: supervisingVisits.source,
    population: householdsApproved,
    timescale: supervisingVisits,
  }),
  workList({
    key: 'unannounced-visits-to-carers',
    label: 'Unannounced visits to foster carers',
    source: unannouncedVisits.source,
    population: householdsApproved,
    timescale: unannouncedVisits,
  }),
  workList({
    key: 'foster-carer-reviews',
    label: 'Annual reviews of foster carers',
    source: carerReviews.source,
    population: householdsApproved,
    timescale: carerReviews,
  }),
]
