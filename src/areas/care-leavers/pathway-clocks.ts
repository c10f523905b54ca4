import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Allocation } from '../organisation/allocation.ts'
import { earliest, isOwed, leftCareOn, lifeOf, lifeReads, served } from './life.ts'
import { isAMoveNobodyRegulates, movesIn } from './moves.ts'
import { PathwayAssessment, PathwayPlan, PathwayReview } from './pathway.ts'
import { standards } from './standards.ts'

const inCare = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const afterCare = 'Care Leavers (England) Regulations 2010'

const assessments = (history: Chronology): readonly Met[] =>
  history.all(PathwayAssessment).flatMap(({ id, completedOn }) => metOn(id, completedOn))
const plans = (history: Chronology): readonly Met[] =>
  history.all(PathwayPlan).flatMap(({ id, madeOn }) => metOn(id, madeOn))
const reviews = (history: Chronology): readonly Met[] =>
  history.all(PathwayReview).flatMap(({ id, reviewedOn }) => metOn(id, reviewedOn))

const metOn = (id: RecordId, on: PlainDate | null): readonly Met[] => (on === null ? [] : [{ on, because: [id] }])

/** From the first day of being eligible to the end of that time in care. */
function eligibleRuns(history: Chronology): readonly Run[] {
  const { eligible, adult } = lifeOf(history) ?? {}
  if (eligible === undefined || adult === undefined) return []
  const { on, during } = eligible
  return [{ from: on, until: during.until ?? adult, began: 'becoming eligible', because: during.because }]
}

/** The needs assessment of whoever is 16 and has been in care for 13 weeks. */
export const pathwayAssessments = timescale({
  key: 'pathway-assessment',
  label: 'Needs assessment for the pathway plan',
  done: 'completed',
  source: `${inCare}, regulation 42(1)`,
  reads: [...lifeReads, PathwayAssessment],
  recurs: false,
  runs: eligibleRuns,
  met: assessments,
  rules: [
    {
      source: `${inCare}, regulation 42(1)`,
      limit: () => ({ within: '3 months', after: 'turning 16 in care, or 13 weeks in it if that was later' }),
    },
  ],
})

/** The first pathway plan of whoever is eligible. */
export const pathwayPlans = timescale({
  key: 'pathway-plan',
  label: 'First pathway plan',
  done: 'made',
  source: standards.planMade.source,
  reads: [...lifeReads, PathwayPlan],
  recurs: false,
  runs: eligibleRuns,
  met: plans,
  rules: [
    {
      source: standards.planMade.source,
      limit: () => ({
        within: standards.planMade.within,
        after: 'turning 16 in care, or 13 weeks in it if that was later',
      }),
    },
  ],
})

/** Whoever left care at 16 or 17 without a plan is assessed and has one all the same. */
export const relevantPlans = timescale({
  key: 'pathway-plan-of-relevant',
  label: 'Pathway plan after leaving care before 18',
  done: 'made',
  source: standards.relevantAssessed.source,
  reads: [...lifeReads, PathwayPlan],
  recurs: false,
  runs: (history) => {
    const life = lifeOf(history)
    const left = life === undefined ? undefined : leftCareOn(life)
    if (life === undefined || left === undefined || left >= life.adult || !isOwed(life, left)) return []
    if (plans(history).some(({ on }) => on < left)) return []
    return [{ from: left, until: life.adult, began: 'leaving care', because: life.care.at(-1)?.because ?? [] }]
  },
  met: plans,
  rules: [
    {
      source: standards.relevantAssessed.source,
      limit: () => ({ within: standards.relevantAssessed.within, after: 'leaving care without a plan' }),
    },
  ],
})

/** Every six months from the plan on, while the young person is served; a new plan is as good as a review. */
export const pathwayReviews = timescale({
  key: 'pathway-review',
  label: 'Review of the pathway plan',
  done: 'held',
  source: `${afterCare}, regulation 7; ${inCare}, part 6 for those still in care`,
  reads: [...lifeReads, Allocation, PathwayPlan, PathwayReview],
  recurs: true,
  runs: (history) => {
    const [first] = plansAndReviews(history)
    const life = lifeOf(history)
    if (first === undefined || life === undefined) return []
    return [
      { from: first.on, until: servedUntil(history, life.end), began: 'the plan was made', because: first.because },
    ]
  },
  met: (history, run) => plansAndReviews(history).filter(({ on }) => on > run.from),
  rules: [
    {
      source: `${afterCare}, regulation 7`,
      limit: ({ number }) => ({ within: '6 months', after: number === 1 ? 'the plan was made' : 'the last review' }),
    },
  ],
})

const plansAndReviews = (history: Chronology): readonly Met[] =>
  [...plans(history), ...reviews(history)].toSorted((one, other) => one.on - other.on)

/** The end of the last time with an adviser, or of the duties. */
const servedUntil = (history: Chronology, end: PlainDate): PlainDate =>
  earliest(served(history).at(-1)?.to ?? null, end) ?? end

/** A review beside the six-monthly ones, after a move to a home that nobody regulates. */
export const reviewsAfterMove = timescale({
  key: 'pathway-review-after-move',
  label: 'Review after a move to a home that nobody regulates',
  done: 'held',
  source: standards.reviewAfterMove.source,
  reads: [...lifeReads, PathwayPlan, PathwayReview],
  recurs: false,
  runs: (history) => {
    const life = lifeOf(history)
    if (life === undefined) return []
    return movesIn(history)
      .filter((move) => isAMoveNobodyRegulates(move) && isOwed(life, move.from))
      .map(({ from, until, because }) => ({ from, until, began: 'the move', because }))
  },
  met: plansAndReviews,
  rules: [
    {
      source: standards.reviewAfterMove.source,
      limit: () => ({ within: standards.reviewAfterMove.within, after: 'the move' }),
    },
  ],
})
