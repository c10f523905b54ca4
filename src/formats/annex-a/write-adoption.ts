import { ADOPTED, PLACED_FOR_ADOPTION, placementOrders } from '../../areas/adoption/adopted-facts.ts'
import { AdoptiveFamily } from '../../areas/adoption/finding-a-family.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { type AsAt, dateOf, textOf } from './as-at.ts'
import { type TimeInCare, timesInCare } from './write-in-care.ts'
import { type Said, who } from './write-who.ts'

// List 10: children adopted in the 12 months to the day, children who should be placed for adoption and are not adopted, and those of whom that was reversed
// in the 12 months.

/** Foster carers who may adopt: early permanence. */
export const FOSTERED_FIRST: readonly (string | null)[] = ['U2', 'U5']

export const adoptionRows = (asAt: AsAt): readonly Said[] =>
  [...new Set([...asAt.subjects(Episode), ...asAt.subjects(AdoptionDecision)])].flatMap((child) => {
    const period = timesInCare(asAt, child).at(-1)
    const adoptedOn = period !== undefined && ADOPTED.includes(period.reasonEnded) ? period.endedOn : null
    return isListed(asAt, child, period, adoptedOn) ? [rowOf(asAt, child, period, adoptedOn)] : []
  })

function isListed(asAt: AsAt, child: string, period: TimeInCare | undefined, adoptedOn: PlainDate | null): boolean {
  const since = addMonths(addDays(asAt.day, 1), -12)
  if (adoptedOn !== null) return adoptedOn >= since
  const decision = asAt.of(AdoptionDecision, child).at(-1)
  if (decision === undefined) return false
  const reversedOn = dateOf(decision, 'reversedOn')
  // Whoever left care otherwise is no longer to be placed, though nobody reversed the decision.
  return reversedOn === null ? period === undefined || period.endedOn === null : reversedOn >= since
}

function rowOf(asAt: AsAt, child: string, period: TimeInCare | undefined, adoptedOn: PlainDate | null): Said {
  const decision = asAt.of(AdoptionDecision, child).at(-1)
  const match = asAt.of(AdoptionMatch, child).at(-1)
  return {
    ...who(asAt, child),
    family: asAt.of(AdoptiveFamily, child).at(-1)?.subjects['household']?.[0] ?? null,
    startedOn: period?.startedOn ?? null,
    decidedOn: dateOf(decision, 'decidedOn'),
    orderOn: placementOrders(asAt.member(child)).at(-1)?.madeOn ?? null,
    matchedOn: dateOf(match, 'matchedOn'),
    placedOn: placedSince(period, PLACED_FOR_ADOPTION),
    adoptedOn,
    reversedOn: dateOf(decision, 'reversedOn'),
    reasonReversed: textOf(decision, 'reasonReversed'),
    earlyPlacedOn: placedSince(period, FOSTERED_FIRST),
  }
}

/** Since when the child was last in a placement of such a kind, whatever changed meanwhile. */
export function placedSince(period: TimeInCare | undefined, kinds: readonly (string | null)[]): PlainDate | null {
  const episodes = period?.episodes ?? []
  const last = episodes.findLastIndex(({ placement }) => kinds.includes(placement))
  if (last < 0) return null
  const before = episodes.slice(0, last + 1).findLastIndex(({ placement }) => !kinds.includes(placement))
  return episodes[before + 1]?.startedOn ?? null
}
