import type { Timescale } from '../../core/counting/chronology.ts'
import type { Population } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { householdsAtPanel, openApplications } from './applicants.ts'
import { decisionsAfterPanel, panelsOnApplications, stage1Decisions } from './application-clocks.ts'
import { outsideTerms, panelsAfterAllegations, placementSearches, trainingStandards } from './care-clocks.ts'
import { approvalsNotEnded, householdsApproved } from './populations.ts'
import { childrenSearchedFor, searchesForMeeting } from './searches.ts'
import { carerReviews, supervisingVisits, temporaryApprovals, unannouncedVisits } from './timescales.ts'

const list = (key: string, label: string, population: Population, timescale: Timescale): WorkList =>
  workList({ key, label, source: timescale.source, population, timescale })

/** What cannot wait first: a child without a place, an approval that runs out. */
export const workLists: readonly WorkList[] = [
  searchesForMeeting,
  list('placement-searches', 'Children waiting for a place to live', childrenSearchedFor, placementSearches),
  list('temporary-approvals', 'Temporary approvals running out', approvalsNotEnded, temporaryApprovals),
  list('placements-outside-terms', 'Placements outside the terms of approval', householdsApproved, outsideTerms),
  list('supervising-visits', 'Visits to foster carers', householdsApproved, supervisingVisits),
  list('unannounced-visits-to-carers', 'Unannounced visits to foster carers', householdsApproved, unannouncedVisits),
  list('foster-carer-reviews', 'Annual reviews of foster carers', householdsApproved, carerReviews),
  list('fostering-stage-1-decisions', 'Decisions after Stage 1', openApplications, stage1Decisions),
  list('fostering-panels', 'Applications to foster waiting for panel', openApplications, panelsOnApplications),
  list('fostering-decisions', 'Decisions after a fostering panel', householdsAtPanel, decisionsAfterPanel),
  list('carer-training-standards', 'Training standards of foster carers', householdsApproved, trainingStandards),
  list('panels-after-allegations', 'Panels after an allegation', householdsApproved, panelsAfterAllegations),
]
