import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { remembered, test } from '../../core/counting/define.ts'
import { firstEnd } from '../../core/dates/earlier-later.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { PLACED_FOR_ADOPTION } from '../adoption/adopted-facts.ts'
import { adoptionStandards } from '../adoption/standards.ts'
import { Episode } from './episodes.ts'
import { type CarePlacement, placementsIn } from './placements.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { careOf } from './timescales.ts'
import { VisitingRule } from './visiting.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** Long-term foster homes are those meant to last until the child is 18. */
const LONG_TERM: readonly (string | null)[] = ['U1', 'U4']
/** What sort of placement with parents it is, as far as the child’s legal status says. */
const [WITH_PARENTS, INTERIM_ORDER, CARE_ORDER] = [
  'with parents',
  'with parents, interim care order',
  'with parents, care order',
] as const
/** Placed for adoption, the child is visited by regulation 36 of those regulations alone: every week until the first review, then as each review decides. */
const [UNTIL_REVIEW, AS_DECIDED] = ['placed for adoption', 'placed for adoption, as the reviews decide'] as const

type Placement = CarePlacement<RecordOf<typeof Episode>>

/** Until the child is placed for adoption with those they live with, and from then on. */
function runsWith(history: Chronology, placement: Placement): readonly Run[] {
  const at = placement.episodes.findIndex((one) => PLACED_FOR_ADOPTION.includes(one.placement))
  const placed = placement.episodes[at]
  if (placed === undefined) return runsOf(placement)
  const before = { ...placement, endedOn: placed.startedOn, episodes: placement.episodes.slice(0, at) }
  const runs = [...(at === 0 ? [] : runsOf(before)), ...adoptionRuns(history, placed, placement.endedOn)]
  return runs.filter(({ from, until }) => until === null || until > from)
}

/** What a review decides counts from the day on which it is written down to begin. */
function adoptionRuns(
  history: Chronology,
  { id, startedOn }: Placement['episodes'][number],
  endedOn: PlainDate | null,
): readonly Run[] {
  const review = history.all(CareReview).find(({ heldOn }) => heldOn !== null && heldOn >= startedOn)
  const reviewedOn = review?.heldOn ?? null
  const weekly = { from: startedOn, began: 'the child was placed for adoption', because: [id], sort: UNTIL_REVIEW }
  if (review === undefined || reviewedOn === null) return [{ ...weekly, until: endedOn }]
  const since = { from: reviewedOn, began: 'the first review', because: [id, review.id], sort: AS_DECIDED }
  const decided = history
    .all(VisitingRule)
    .flatMap((one) =>
      one.arrangement !== 'adoption' || one.startedOn === null || one.startedOn <= reviewedOn
        ? []
        : [{ from: one.startedOn, began: 'it was decided how often', because: [id, one.id], sort: AS_DECIDED }],
    )
  const all = [weekly, since, ...decided].filter(({ from }) => endedOn === null || from < endedOn)
  return all.map((one, at) => ({ ...one, until: firstEnd(all[at + 1]?.from ?? null, endedOn) }))
}

/** Each placement. At home with parents it begins anew when the legal status becomes another: those visits run from the order (regulation 28(5)). */
const runsOf = ({ startedOn, endedOn, episodes }: Placement): readonly Run[] => {
  const [first, last] = [episodes[0], episodes.at(-1)]
  const whole = { from: startedOn, until: endedOn, began: 'the placement began', because: first ? [first.id] : [] }
  if (last?.placement !== 'P1') return [whole]
  const orders = episodes.filter(
    (one, at) => at > 0 && sortAtHome(one.legalStatus) !== sortAtHome(episodes[at - 1]?.legalStatus ?? null),
  )
  return [first, ...orders].flatMap((one, at): readonly Run[] => {
    if (one === undefined) return []
    const began = at === 0 ? whole : { ...whole, from: one.startedOn, began: 'the order was made', because: [one.id] }
    return [{ ...began, until: orders[at]?.startedOn ?? endedOn, sort: sortAtHome(one.legalStatus) }]
  })
}

const sortAtHome = (legalStatus: string | null): string =>
  legalStatus === 'C1' ? INTERIM_ORDER : legalStatus === 'C2' ? CARE_ORDER : WITH_PARENTS

/** Visits to where a child in care lives: they begin anew with each placement. A visit at which the child was not seen does not meet them. */
export const careVisits = timescale({
  key: 'care-visit',
  label: 'Visit',
  done: 'made',
  source: `${regulations}, regulation 28; ${adoptionStandards.firstVisit.source}`,
  reads: [Episode, CareVisit, CareReview, VisitingRule],
  recurs: true,
  runs: (history) =>
    careOf(history).flatMap(({ episodes }) => placementsIn(episodes).flatMap((one) => runsWith(history, one))),
  // What is not decided is not met either: the question stays open, whoever visits meanwhile.
  met: (history, run) => (isUndecided(history, run) ? [] : madeIn(history.all(CareVisit))),
  rules: [{ source: `${regulations}, regulation 28; ${adoptionStandards.firstVisit.source}`, limit: visitLimit }],
})

/** Whether the child is visited by the rules of adoption on the day. */
export const visitedForAdoption = test([Episode], ({ history, asAt }) =>
  careOf(history)
    .flatMap(({ episodes }) => placementsIn(episodes))
    .some(
      ({ endedOn, episodes }) =>
        (endedOn === null || endedOn > asAt) && episodes.some((one) => PLACED_FOR_ADOPTION.includes(one.placement)),
    ),
)

/** Not known where a child placed for adoption was reviewed, and how often to visit from then on is not written down. */
export const noVisitOverdue = test([careVisits], ({ history, asAt }) => {
  const running = history.clocks(careVisits).filter(({ run: { until } }) => until === null || until > asAt)
  if (running.some(({ state }) => state === 'overdue')) return false
  return running.some(({ state }) => state === 'not known') ? undefined : true
})

/** Once for all the child's placements. */
const madeIn = remembered((visits: readonly RecordOf<typeof CareVisit>[]): readonly Met[] =>
  visits.flatMap(({ id, visitedOn, seen }) =>
    visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
  ),
)

/** The interval changes on the day on which what decides it does: the anniversary, the first review, the carer's approval. */
function visitLimit(occasion: Occasion): Limit {
  const { number, from, run, history } = occasion
  if (run.sort === UNTIL_REVIEW || run.sort === AS_DECIDED) return adoptionVisitLimit(occasion)
  if (number === 1) return { within: '1 week', after: run.began }
  const arrangement = arrangementOn(history, from)
  if (arrangement === 'temporary-carer' || run.sort === INTERIM_ORDER)
    return beforeFirstReview(history, from)
      ? { within: '1 week', after: 'the last visit, until the first review' }
      : { within: '4 weeks', after: 'the last visit' }
  if (arrangement === 'parent-unassessed')
    return beforeFirstReview(history, from)
      ? { within: '1 week', after: 'the last visit, until the first review' }
      : { within: '6 weeks', after: 'the last visit' }
  if (run.sort === CARE_ORDER || from < addMonths(run.from, 12)) return { within: '6 weeks', after: 'the last visit' }
  if (arrangement === 'long-term-agreed')
    return { within: '6 months', after: 'the last visit, in a long-term foster home, as the child agrees' }
  if (arrangement === 'others') return { within: '3 months', after: 'the last visit, where others are responsible' }
  return isMeantToLast(history, from)
    ? { within: '3 months', after: 'the last visit, in a home meant to last until 18' }
    : { within: '6 weeks', after: 'the last visit' }
}

function adoptionVisitLimit({ number, run, history }: Occasion): Limit {
  const { firstVisit, laterVisit } = adoptionStandards
  const after = number === 1 ? run.began : 'the last visit'
  if (run.sort === UNTIL_REVIEW) return { within: number === 1 ? firstVisit.within : laterVisit.within, after }
  const weeks = weeksDecided(history, run)
  return weeks === null
    ? { notKnown: 'how often to visit is decided at each review, and what was decided is not recorded' }
    : { within: `${weeks} weeks`, after }
}

function weeksDecided(history: Chronology, { from }: Run): number | null {
  const rule = ruleOn(history, from)
  return rule?.arrangement === 'adoption' ? rule.everyWeeks : null
}

const isUndecided = (history: Chronology, run: Run): boolean =>
  run.sort === AS_DECIDED && weeksDecided(history, run) === null

const ruleOn = (history: Chronology, on: PlainDate): RecordOf<typeof VisitingRule> | undefined =>
  history
    .all(VisitingRule)
    .findLast(({ startedOn, endedOn }) => startedOn !== null && startedOn <= on && (endedOn === null || endedOn > on))

const arrangementOn = (history: Chronology, on: PlainDate) => ruleOn(history, on)?.arrangement ?? null

/** Whether the home was meant to last on that day: it may become so while the child lives there, and earlier visits were not for that. */
const isMeantToLast = (history: Chronology, on: PlainDate): boolean =>
  LONG_TERM.includes(
    careOf(history)
      .flatMap(({ episodes }) => episodes)
      .findLast(({ startedOn }) => startedOn !== null && startedOn <= on)?.placement ?? null,
  )

/** Of the time in care on that day. */
function beforeFirstReview(history: Chronology, on: PlainDate): boolean {
  const began = careOf(history).findLast(({ startedOn }) => startedOn <= on)?.startedOn
  const first = history.all(CareReview).find(({ heldOn }) => began !== undefined && heldOn !== null && heldOn >= began)
  return first?.heldOn === undefined || first.heldOn === null || on < first.heldOn
}
