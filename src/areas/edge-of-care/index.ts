import { workList } from '../../core/counting/work-list.ts'
import type { Area } from '../../core/definitions/area.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { EdgeOfCareWork } from './edge-of-care-records.ts'
import { childrenHelped, edgeOfCare as indicators } from './indicators.ts'

/** How long a family may wait for outreach: the authority's own standard, until it sets another. */
const FIRST_SEEN = '5 working days'
const source = 'Local (the authority’s own standard)'

const firstSeen = timescale({
  key: 'edge-of-care-first-seen',
  label: 'First seen by outreach',
  done: 'seen',
  source,
  reads: [EdgeOfCareWork],
  recurs: false,
  runs: (history) =>
    history
      .all(EdgeOfCareWork)
      .flatMap(({ id, referredOn, endedOn }) =>
        referredOn === null ? [] : [{ from: referredOn, until: endedOn, began: 'it was asked for', because: [id] }],
      ),
  met: (history, { because }) =>
    history
      .all(EdgeOfCareWork)
      .flatMap(({ id, startedOn }) =>
        because.includes(id) && startedOn !== null ? [{ on: startedOn, because: [id] }] : [],
      ),
  rules: [{ source, limit: () => ({ within: FIRST_SEEN, after: 'it was asked for' }) }],
})

/** Work with families so that children can stay at home, or come home. */
export const edgeOfCare: Area = {
  key: 'edge-of-care',
  label: 'Edge of care',
  indicators,
  records: [EdgeOfCareWork],
  groups: [{ label: 'Edge of care', records: [EdgeOfCareWork] }],
  timescales: [firstSeen],
  workLists: [
    workList({
      key: 'edge-of-care-first-seen',
      label: 'Families waiting for outreach',
      source,
      population: childrenHelped,
      timescale: firstSeen,
    }),
  ],
}
