import type { Area } from '../../core/definitions/area.ts'
import { allegations } from './allegations.ts'
import { carers } from './carers.ts'
import { households } from './households.ts'
import { groups, records } from './records.ts'
import { sufficiency } from './sufficiency.ts'
import { carerReviews, supervisingVisits, temporaryApprovals, unannouncedVisits } from './timescales.ts'
import { workLists } from './work-lists.ts'

export const fostering: Area = {
  key: 'fostering',
  label: 'Fostering',
  indicators: [...carers, ...households, ...sufficiency, ...allegations],
  headline: [
    'foster-carers-month-end',
    'mainstream-carers',
    'households-recruited-mainstream',
    'households-deregistered-mainstream',
    'foster-carer-visits-up-to-date',
  ],
  records,
  groups,
  timescales: [supervisingVisits, unannouncedVisits, carerReviews, temporaryApprovals],
  workLists,
}
