import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { FosterHome } from './foster-homes.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of

/** From when to when a household fostered, whatever the kind; `until` where it still does. */
export function fosteredFor({ approvals }: FosterHome, until: PlainDate) {
  const [first] = approvals
  const last = approvals.at(-1) ?? first
  return { from: first.approvedOn, to: last.endedOn !== null && last.endedOn < until ? last.endedOn : until, last }
}

function next(random: Random, due: PlainDate, late: number, lateBy: number, early: number): PlainDate {
  return random.chance(late) ? addDays(due, random.whole(1, lateBy)) : addDays(due, -random.whole(0, early))
}

/** Visits of the supervising social worker since a day: every few weeks, once in a year unannounced. */
export function supervisingVisitsOf(random: Random, home: FosterHome, since: PlainDate, until: PlainDate) {
  const { from, to } = fosteredFor(home, until)
  const visits: { readonly visitedOn: PlainDate; readonly kind: string }[] = []
  let unannounced = from > since ? from : addDays(since, -random.whole(0, 330))
  let on = addDays(from > since ? from : since, random.whole(3, 42))
  while (on <= to && on < until) {
    const isUnannounced = on - unannounced > 270 && random.chance(0.45)
    if (isUnannounced) unannounced = on
    visits.push({ visitedOn: on, kind: isUnannounced ? 'unannounced' : 'arranged' })
    if (random.chance(0.15)) visits.push({ visitedOn: addDays(on, random.whole(1, 9)), kind: 'call' })
    on = next(random, addDays(on, 42), rates.visitLate, rates.visitLateBy, 14)
  }
  return visits.filter(({ visitedOn }) => visitedOn <= to)
}

/** Annual reviews of a household that is approved for more than the time being. */
export function carerReviewsOf(random: Random, home: FosterHome, until: PlainDate): readonly PlainDate[] {
  const full = home.approvals.find(({ kind }) => kind !== 'temporary')
  if (full === undefined) return []
  const { to } = fosteredFor(home, until)
  const reviews: PlainDate[] = []
  let on = next(random, addMonths(full.approvedOn, 12), rates.reviewLate, rates.reviewLateBy, 25)
  while (on <= to && on < until) {
    reviews.push(on)
    on = next(random, addMonths(on, 12), rates.reviewLate, rates.reviewLateBy, 25)
  }
  return reviews
}

/** A time in which a household takes nobody new: of those in which no child lives, one goes on now. */
export function holdsOf(random: Random, home: FosterHome, until: PlainDate) {
  const { from, to, last } = fosteredFor(home, until)
  const empty = home.stays.every(({ endedOn }) => endedOn !== null)
  if (last.kind !== 'mainstream' || last.endedOn !== null || !empty || to - from < 200) return []
  if (!random.chance(rates.onHoldWhenEmpty)) return []
  const free = Math.max(from, ...home.stays.map(({ endedOn }) => endedOn ?? from))
  const startedOn = addDays(until, -random.whole(10, 150))
  if (startedOn < free) return []
  const why = random.pick(['Illness', 'A new baby', 'Work on the house', 'Looking after a parent', 'A bereavement'])
  return [{ startedOn, why }]
}
