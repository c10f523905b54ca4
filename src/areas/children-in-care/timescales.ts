import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { remembered } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { periodsIn } from './care-facts.ts'
import { Episode } from './episodes.ts'
import { type CarePlacement, placementsIn } from './placements.ts'
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

/** At home under an interim order: regulation 28(4). At home under a care order: from the order, not the placement (regulation 28(5)). */
const [INTERIM_AT_HOME, ORDER_AT_HOME] = ['at home, interim order', 'at home, care order']
const AT_HOME: Readonly<Record<string, string>> = { C1: INTERIM_AT_HOME, C2: ORDER_AT_HOME }

/**
 * Visits to where a child in care lives: they begin anew with each placement, and at home with another order. A visit at which the child was not seen does
 * not meet them. Whether foster carers who are relatives have only a temporary approval (regulation 24: as at home under an interim order) the
 * child's record does not say.
 */
export const careVisits = timescale({
  key: 'care-visit',
  label: 'Visit',
  done: 'made',
  source: `${regulations}, regulation 28`,
  reads: [Episode, CareVisit, CareReview],
  recurs: true,
  runs: (history) =>
    careOf(history).flatMap(({ episodes }) => placementsIn(episodes).flatMap((placement) => visitRuns(placement))),
  met: (history) => madeIn(history.all(CareVisit)),
  rules: [{ source: `${regulations}, regulation 28(2), (4) and (5)`, limit: visitLimit }],
})

type Placed = CarePlacement<RecordOf<typeof Episode>>

/** One clock for each placement; at home one for each order under which the child is there. */
function visitRuns({ episodes, startedOn, endedOn }: Placed): readonly Run[] {
  const stretches: { sort: string | undefined; episodes: Placed['episodes'][number][] }[] = []
  for (const episode of episodes) {
    const sort = episode.placement === 'P1' ? AT_HOME[episode.legalStatus ?? ''] : undefined
    const last = stretches.at(-1)
    if (last !== undefined && last.sort === sort) last.episodes.push(episode)
    else stretches.push({ sort, episodes: [episode] })
  }
  const lasts = LONG_TERM.includes(episodes.at(-1)?.placement ?? null) ? { sort: MEANT_TO_LAST } : {}
  return stretches.map(({ sort, episodes: some }, at) => ({
    from: some[0]?.startedOn ?? startedOn,
    until: stretches[at + 1]?.episodes[0]?.startedOn ?? endedOn,
    began: sort === ORDER_AT_HOME && at > 0 ? 'the care order was made' : 'the placement began',
    because: some.slice(0, 1).map(({ id }) => id),
    ...(sort === undefined ? lasts : { sort }),
  }))
}

/** Once for all the child's placements. */
const madeIn = remembered((visits: readonly RecordOf<typeof CareVisit>[]): readonly Met[] =>
  visits.flatMap(({ id, visitedOn, seen }) =>
    visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
  ),
)

function visitLimit({ number, from, run, history }: Occasion): Limit {
  if (number === 1) return { within: '1 week', after: run.began }
  if (run.sort === INTERIM_AT_HOME)
    return reviewedBy(history, run, from)
      ? { within: '4 weeks', after: 'the last visit, at home under an interim order' }
      : { within: '1 week', after: 'the last visit, at home under an interim order until the first review' }
  // In the second year and later, three months where the home is meant to last; the interval changes on the anniversary.
  return run.sort === MEANT_TO_LAST && from >= addMonths(run.from, 12)
    ? { within: '3 months', after: 'the last visit, in a home meant to last until 18' }
    : { within: '6 weeks', after: 'the last visit' }
}

/** Whether the first review of the time in care had been held by a day. */
const reviewedBy = (history: Chronology, run: Run, day: PlainDate): boolean => {
  const began = careOf(history).findLast(({ startedOn }) => startedOn <= run.from)?.startedOn ?? run.from
  return history.all(CareReview).some(({ heldOn }) => heldOn !== null && heldOn >= began && heldOn <= day)
}
