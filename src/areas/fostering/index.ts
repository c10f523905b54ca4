import type { Area } from '../../core/definitions/area.ts'
import { allegations } from './allegations.ts'
import {
  decisionsAfterPanel,
  panelsOnApplications,
  representations,
  stage1Decisions,
  toldOfDecisions,
} from './application-clocks.ts'
import { outsideTerms, panelsAfterAllegations, placementSearches, trainingStandards } from './care-clocks.ts'
import { carers } from './carers.ts'
import { carersAsPeople } from './carers-as-people.ts'
import { households } from './households.ts'
import { groups, records } from './records.ts'
import { searches } from './searches.ts'
import { sufficiency } from './sufficiency.ts'
import { carerReviews, supervisingVisits, temporaryApprovals, unannouncedVisits } from './timescales.ts'
import { vacancies } from './vacancies.ts'
import { workLists } from './work-lists.ts'

export const fostering: Area = {
  key: 'fostering',
  label: 'Fostering',
  indicators: [...carers, ...households, ...sufficiency, ...vacancies, ...searches, ...carersAsPeople, ...allegations],
  headline: [
    'foster-carers-month-end',
    'mainstream-carers',
    'fostering-places-free',
    'placement-searches-open',
    'foster-carer-visits-up-to-date',
  ],
  records,
  groups,
  timescales: [
    temporaryApprovals,
    supervisingVisits,
    unannouncedVisits,
    carerReviews,
    stage1Decisions,
    panelsOnApplications,
    decisionsAfterPanel,
    toldOfDecisions,
    representations,
    outsideTerms,
    trainingStandards,
    panelsAfterAllegations,
    placementSearches,
  ],
  workLists,
}
