import type { Chronology } from '../../core/counting/chronology.ts'
import { fact, factOfDay } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { periodEnded, periodsIn, placements } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { PlacementOrder } from './orders.ts'

// How long each step took for a child who was adopted in the days looked at: of the period of care that the adoption order ended, and no other.

/** Both are adoption: unopposed, or with the parents’ consent dispensed with. */
export const ADOPTED: readonly (string | null)[] = ['E11', 'E12']
/** Placed for adoption, with the carers the child lives with already or with a new family, by consent or by order. */
export const PLACED_FOR_ADOPTION: readonly (string | null)[] = ['A3', 'A4', 'A5', 'A6']

/** The period of care that ended with an adoption order; undefined where the last that ended did otherwise. */
const adoptedPeriod = fact([periodEnded], (member) => {
  const period = periodEnded(member)
  return period !== undefined && ADOPTED.includes(period.reasonEnded) ? period : undefined
})

/** The match that led to the adoption: the last one before the order. */
const match = fact([adoptedPeriod, AdoptionMatch], (member) => {
  const { endedOn = null } = adoptedPeriod(member) ?? {}
  if (endedOn === null) return undefined
  return member.history.latest(AdoptionMatch, ({ matchedOn }) => matchedOn !== null && matchedOn <= endedOn)
})

/** When the decision-maker matched the child with the family; undefined where that is not known. */
export const matchedOn = fact([match], (member) => match(member)?.matchedOn ?? undefined)

type Order = {
  readonly madeOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly because: readonly RecordId[]
}

/**
 * Placement orders, the earliest first. Where none is recorded as such, those that the child’s legal status tells of (E1): what is read from the national
 * return has no others.
 */
export function ordersIn(history: Chronology): readonly Order[] {
  const recorded = history.all(PlacementOrder)
  return recorded.length === 0
    ? periodsIn(history.all(Episode)).flatMap(({ episodes }) => ordersOfStatus(episodes))
    : recorded.flatMap(({ id, madeOn, endedOn }) => (madeOn === null ? [] : [{ madeOn, endedOn, because: [id] }]))
}

/** Of episodes one after another with that status the first began with the order. */
function ordersOfStatus(episodes: readonly RecordOf<typeof Episode>[]): readonly Order[] {
  const orders: Order[] = []
  for (const [at, { id, startedOn, endedOn, legalStatus }] of episodes.entries()) {
    if (legalStatus !== 'E1' || startedOn === null) continue
    const before = episodes[at - 1]?.legalStatus === 'E1' ? orders.pop() : undefined
    orders.push({ madeOn: before?.madeOn ?? startedOn, endedOn, because: before?.because ?? [id] })
  }
  return orders
}

export const placementOrders = factOfDay([PlacementOrder, Episode], ({ history }) => {
  const orders = ordersIn(history)
  history.becauseOf(orders.flatMap(({ because }) => because.map((id) => ({ id }))))
  return orders
})

/** The order in force when the child was matched; where the match came first, the next one after it. */
const orderOfMatch = fact([placementOrders, matchedOn], (member) => {
  const matched = matchedOn(member)
  if (matched === undefined) return undefined
  const orders = placementOrders(member)
  return (
    orders.findLast(({ madeOn, endedOn }) => madeOn <= matched && (endedOn === null || endedOn > matched)) ??
    orders.find(({ madeOn }) => madeOn > matched)
  )
})

/** Days from the placement order to the match: none where the match came first. */
export const daysFromOrderToMatch = fact([orderOfMatch, matchedOn], (member) => {
  const [order, matched] = [orderOfMatch(member), matchedOn(member)]
  return order === undefined || matched === undefined ? undefined : Math.max(0, matched - order.madeOn)
})

/** The home from which the child was adopted. */
const lastHome = fact([placements, adoptedPeriod], (member) => {
  const { startedOn, endedOn = null } = adoptedPeriod(member) ?? {}
  if (startedOn === undefined || endedOn === null) return undefined
  return placements(member).findLast((one) => one.startedOn >= startedOn && one.startedOn < endedOn)
})

/** When the child was placed for adoption with the family; undefined for one who never was before the order, or where that is not known. */
export const placedForAdoptionOn = fact(
  [lastHome],
  (member) => lastHome(member)?.episodes.find(({ placement }) => PLACED_FOR_ADOPTION.includes(placement))?.startedOn,
)

/**
 * When the child came to live with those who adopted them. Foster carers who adopt: when they began to foster the child, placed for adoption with them later
 * or not at all.
 */
const movedInOn = fact([lastHome, placedForAdoptionOn, match], (member) => {
  const placed = placedForAdoptionOn(member)
  const home = lastHome(member)
  if (placed === undefined && match(member)?.fosterCarersAdopt !== 'yes') return undefined
  const [first] = home?.episodes ?? []
  if (first !== undefined) member.history.because(first)
  return home?.startedOn
})

/** The first day of the time in care; undefined where it began before what is known. */
export const enteredCareOn = fact([adoptedPeriod], (member) => {
  const period = adoptedPeriod(member)
  return period?.startIs === 'known' ? period.startedOn : undefined
})

/** Days from coming into care to moving in with the family. */
export const daysFromEnteringToMovingIn = fact([enteredCareOn, movedInOn], (member) => {
  const [entered, movedIn] = [enteredCareOn(member), movedInOn(member)]
  return entered === undefined || movedIn === undefined ? undefined : movedIn - entered
})

/** When it was decided that the child should be placed for adoption: the last decision, for one that was reversed led nowhere. */
export const decidedOn = fact([AdoptionDecision, adoptedPeriod], (member) => {
  const { endedOn = null } = adoptedPeriod(member) ?? {}
  if (endedOn === null) return undefined
  const decision = member.history.latest(AdoptionDecision, (one) => one.decidedOn !== null && one.decidedOn <= endedOn)
  return decision?.decidedOn ?? undefined
})

export const adoptedOn = fact([adoptedPeriod], (member) => adoptedPeriod(member)?.endedOn ?? undefined)
