import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { remembered } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
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

type Placement = CarePlacement<RecordOf<typeof Episode>>

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
  source: `${regulations}, regulation 28`,
  reads: [Episode, CareVisit, CareReview, VisitingRule],
  recurs: true,
  runs: (history) => careOf(history).flatMap(({ episodes }) => placementsIn(episodes).flatMap(runsOf)),
  met: (history) => madeIn(history.all(CareVisit)),
  rules: [{ source: `${regulations}, regulation 28`, limit: visitLimit }],
})

/** Once for all the child's placements. */
const madeIn = remembered((visits: readonly RecordOf<typeof CareVisit>[]): readonly Met[] =>
  visits.flatMap(({ id, visitedOn, seen }) =>
    visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
  ),
)

/** The interval changes on the day on which what decides it does: the anniversary, the first review, the carer's approval. */
function visitLimit({ number, from, run, history }: Occasion): Limit {
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

const arrangementOn = (history: Chronology, on: PlainDate): RecordOf<typeof VisitingRule>['arrangement'] =>
  history
    .all(VisitingRule)
    .findLast(({ startedOn, endedOn }) => startedOn !== null && startedOn <= on && (endedOn === null || endedOn > on))
    ?.arrangement ?? null

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
