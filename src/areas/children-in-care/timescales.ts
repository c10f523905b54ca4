import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { remembered } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { periodsIn } from './care-facts.ts'
import { Episode } from './episodes.ts'
import { placementsIn } from './placements.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

const careOf = (history: Chronology) => periodsIn(history.all(Episode)).filter(({ kind }) => kind === 'care')

/** The clock of each period of care. One whose beginning is not known runs from the first day that is. */
export const inCareRuns = (history: Chronology): readonly Run[] =>
  careOf(history).map(({ startedOn, endedOn, episodes }) => ({
    from: startedOn,
    until: endedOn,
    began: 'coming into care',
    because: episodes.slice(0, 1).map(({ id }) => id),
  }))

/** When something meets a run: what was there already as it began, on that first day. */
export const metIn = ({ from }: Run, on: PlainDate): PlainDate => (on < from ? from : on)

/** Reviews of a child in care: within 20 working days, then three months after the first really was, then every six months. */
export const careReviews = timescale({
  key: 'care-review',
  label: 'Review',
  done: 'held',
  source: `${regulations}, regulation 33`,
  reads: [Episode, CareReview],
  recurs: true,
  runs: inCareRuns,
  met: (history) =>
    history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
  rules: [{ source: `${regulations}, regulation 33(1) and (2)`, limit: reviewLimit }],
})

function reviewLimit({ number }: Occasion): Limit {
  if (number === 1) return { within: '20 working days', after: 'coming into care' }
  return number === 2
    ? { within: '3 months', after: 'the first review' }
    : { within: '6 months', after: 'the last review' }
}

/** Long-term foster homes are those meant to last until the child is 18. */
const LONG_TERM: readonly (string | null)[] = ['U1', 'U4']
const MEANT_TO_LAST = 'meant to last'

/** Visits to where a child in care lives: they begin anew with each placement. A visit at which the child was not seen does not meet them. */
export const careVisits = timescale({
  key: 'care-visit',
  label: 'Visit',
  done: 'made',
  source: `${regulations}, regulation 28`,
  reads: [Episode, CareVisit],
  recurs: true,
  runs: (history) =>
    careOf(history).flatMap(({ episodes }) =>
      placementsIn(episodes).map((placement) => ({
        from: placement.startedOn,
        until: placement.endedOn,
        began: 'the placement began',
        because: placement.episodes.slice(0, 1).map(({ id }) => id),
        ...(LONG_TERM.includes(placement.episodes.at(-1)?.placement ?? null) ? { sort: MEANT_TO_LAST } : {}),
      })),
    ),
  met: (history) => madeIn(history.all(CareVisit)),
  rules: [{ source: `${regulations}, regulation 28(2)`, limit: visitLimit }],
})

/** Once for all the child's placements. */
const madeIn = remembered((visits: readonly RecordOf<typeof CareVisit>[]): readonly Met[] =>
  visits.flatMap(({ id, visitedOn, seen }) =>
    visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
  ),
)

function visitLimit({ number, from, run }: Occasion): Limit {
  if (number === 1) return { within: '1 week', after: 'the placement began' }
  // In the second year and later, three months where the home is meant to last; the interval changes on the anniversary.
  return run.sort === MEANT_TO_LAST && from >= addMonths(run.from, 12)
    ? { within: '3 months', after: 'the last visit, in a home meant to last until 18' }
    : { within: '6 weeks', after: 'the last visit' }
}
