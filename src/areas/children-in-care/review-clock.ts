import type { Chronology, Limit, Occasion, Run } from '../../core/counting/chronology.ts'
import { test } from '../../core/counting/define.ts'
import { firstEnd, later } from '../../core/dates/earlier-later.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { placedStretches, waitingStretches } from '../adoption/clock-parts.ts'
import { PlacementConsent, PlacementOrder } from '../adoption/orders.ts'
import { adoptionStandards } from '../adoption/standards.ts'
import { Episode } from './episodes.ts'
import { CareReview } from './reviews-and-visits.ts'
import { careOf } from './timescales.ts'

const regulation33 = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33'
const regulation36 = 'Adoption Agencies Regulations 2005, regulation 36'

/** What asks for the reviews: being in care; that we may place the child for adoption, or placed it; being in care again without that. */
type Sort =
  | 'in care'
  | 'waiting for adoption'
  | 'after a placement for adoption'
  | 'placed for adoption'
  | 'in care again'
type ReviewRun = Run & { readonly sort: Sort }

/** The stretches in which regulation 36 asks for the reviews in place of regulation 33, the earliest first. */
function adoptionRuns(history: Chronology): readonly ReviewRun[] {
  const placed = placedStretches(history).map((one): ReviewRun => {
    return { ...one, began: 'the child was placed for adoption', sort: 'placed for adoption' }
  })
  const waiting = waitingStretches(history).map(({ afterPlacement, ...one }): ReviewRun => {
    return afterPlacement
      ? { ...one, began: 'the placement for adoption ended', sort: 'after a placement for adoption' }
      : { ...one, began: 'we might place the child for adoption', sort: 'waiting for adoption' }
  })
  return [...placed, ...waiting].toSorted((one, other) => one.from - other.from)
}

/** Each time in care, divided by what asks for the reviews: at no time is it asked by two rules. */
function reviewRuns(history: Chronology): readonly ReviewRun[] {
  const adoption = adoptionRuns(history)
  return careOf(history).flatMap(({ startedOn, endedOn, episodes }) => {
    const because = episodes.slice(0, 1).map(({ id }) => id)
    const runs: ReviewRun[] = []
    let from: PlainDate | null = startedOn
    const regular = (until: PlainDate | null) => {
      if (from === null || (until !== null && until <= from)) return
      const again = from > startedOn
      const [began, sort] = again
        ? (['we might no longer place the child for adoption', 'in care again'] as const)
        : (['coming into care', 'in care'] as const)
      runs.push({ from, until, began, because, sort })
    }
    for (const one of adoption) {
      if (from === null || (one.until !== null && one.until <= from) || (endedOn !== null && one.from >= endedOn))
        continue
      regular(one.from)
      const until = firstEnd(one.until, endedOn)
      runs.push({ ...one, from: later(one.from, from), until })
      from = until
    }
    if (from !== endedOn) regular(endedOn)
    return runs
  })
}

/**
 * Reviews of a child in care: within 20 working days, then three months after the first really was, then every six months. While we may place the child for
 * adoption, and once the child is placed, by the rules of that, and by those alone.
 */
export const careReviews = timescale({
  key: 'care-review',
  label: 'Review',
  done: 'held',
  source: `${regulation33}; ${regulation36}`,
  reads: [Episode, CareReview, PlacementOrder, PlacementConsent],
  recurs: true,
  runs: reviewRuns,
  met: (history) =>
    history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
  rules: [{ source: `${regulation33}(1) and (2); ${regulation36}(1) and (3)`, limit: reviewLimit }],
})

const AFTER_LAST = 'the last review'

function reviewLimit(occasion: Occasion): Limit {
  const { number, run } = occasion
  const { firstReviewWaiting, laterReviewWaiting, firstReviewPlaced, secondReviewPlaced, laterReviewPlaced } =
    adoptionStandards
  const first: Readonly<Record<Exclude<Sort, 'in care again'>, Limit>> = {
    'in care': { within: '20 working days', after: 'coming into care' },
    'waiting for adoption': { within: firstReviewWaiting.within, after: 'we might first place the child' },
    'after a placement for adoption': { within: firstReviewWaiting.within, after: 'the placement ended' },
    'placed for adoption': { within: firstReviewPlaced.within, after: 'the child was placed for adoption' },
  }
  const sort = run.sort ?? 'in care'
  if (number === 1) return isFirst(first, sort) ? first[sort] : reviewAgain(occasion)
  if (sort === 'placed for adoption')
    return number === 2
      ? { within: secondReviewPlaced.within, after: 'the first review' }
      : { within: laterReviewPlaced.within, after: AFTER_LAST }
  if (sort === 'in care') return number === 2 ? { within: '3 months', after: 'the first review' } : EVERY
  return sort === 'in care again' ? EVERY : { within: laterReviewWaiting.within, after: AFTER_LAST }
}

const EVERY = { within: '6 months', after: AFTER_LAST } as const
const isFirst = <Key extends string>(all: Readonly<Record<Key, Limit>>, key: string): key is Key => key in all

/** The next after the last there was, by whichever rule that one was held. */
function reviewAgain({ history, run }: Occasion): Limit {
  const last = history.all(CareReview).findLast(({ heldOn }) => heldOn !== null && heldOn < run.from)?.heldOn ?? null
  return last === null
    ? { within: '20 working days', after: run.began }
    : { by: history.calendar.dueOn(last, EVERY.within), why: `6 months after ${AFTER_LAST}, ${shortText(last)}` }
}

/** Whether the child's reviews go by the rules of adoption on the day. */
export const reviewedForAdoption = test([careReviews], ({ history, asAt }) =>
  adoptionRuns(history).some(({ from, until }) => from <= asAt && (until === null || until > asAt)),
)
