import type { Chronology, Limit, Met, Rule } from '../../core/counting/chronology.ts'
import type { Interval } from '../../core/dates/interval.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { AdoptionDecision } from '../children-in-care/adoption-plans.ts'
import { periodsIn } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { placementsIn } from '../children-in-care/placements.ts'
import { ordersIn, PLACED_FOR_ADOPTION } from './adopted-facts.ts'
import { PlacementConsent } from './orders.ts'

/** The first of some days; null where none of them has come. */
export const firstOf = (...days: readonly (PlainDate | null | undefined)[]): PlainDate | null =>
  days.reduce<PlainDate | null>(
    (first, day) => (day === null || day === undefined || (first !== null && first <= day) ? first : day),
    null,
  )

/** What happened on these days, in order. */
export const inOrder = (all: readonly Met[]): readonly Met[] => all.toSorted((one, other) => one.on - other.on)

type Standard = { readonly within: Interval; readonly source: string }

/** A rule with one limit, counted from what began. */
export const ruleBy = ({ within, source }: Standard, after: string): Rule => ({
  source,
  limit: (): Limit => ({ within, after }),
})

/** A stretch of time, of a child, and the records that say so. */
type Stretch = { readonly from: PlainDate; readonly until: PlainDate | null; readonly because: readonly RecordId[] }

/** The time in care in which a day lies, or that comes next after it, ends here; null while it goes on. */
function careEndsAfter(history: Chronology, day: PlainDate): PlainDate | null {
  const periods = periodsIn(history.all(Episode)).filter(({ kind }) => kind === 'care')
  return periods.find(({ endedOn }) => endedOn === null || endedOn > day)?.endedOn ?? null
}

/** From the decision that a child should be placed for adoption until it was reversed, or the child left care. */
export const decisionStretches = (history: Chronology): readonly Stretch[] =>
  history
    .all(AdoptionDecision)
    .flatMap(({ id, decidedOn, reversedOn }) =>
      decidedOn === null
        ? []
        : [{ from: decidedOn, until: firstOf(reversedOn, careEndsAfter(history, decidedOn)), because: [id] }],
    )

/** From when we might place a child for adoption, by order or consent, until we no longer might. */
export function authorityStretches(history: Chronology): readonly Stretch[] {
  const orders = ordersIn(history).map(({ madeOn, endedOn, because }) => ({ from: madeOn, until: endedOn, because }))
  const consents = history
    .all(PlacementConsent)
    .flatMap(({ id, consentedOn, withdrawnOn }) =>
      consentedOn === null ? [] : [{ from: consentedOn, until: withdrawnOn, because: [id] }],
    )
  // An order made while the parents' consent stands begins nothing anew.
  const further = orders.filter(
    ({ from }) => !consents.some((one) => one.from <= from && (one.until === null || one.until > from)),
  )
  return [...consents, ...further]
    .map((one) => ({ ...one, until: firstOf(one.until, careEndsAfter(history, one.from)) }))
    .toSorted((one, other) => one.from - other.from)
}

/** From the day on which a child was placed for adoption with a family until that placement ended. */
export const placedStretches = (history: Chronology): readonly Stretch[] =>
  periodsIn(history.all(Episode))
    .filter(({ kind }) => kind === 'care')
    .flatMap(({ episodes }) =>
      placementsIn(episodes).flatMap((placement) => {
        const first = placement.episodes.find((one) => PLACED_FOR_ADOPTION.includes(one.placement))
        return first === undefined ? [] : [{ from: first.startedOn, until: placement.endedOn, because: [first.id] }]
      }),
    )

/** From when we might place a child, or a placement broke down, until the child was placed for adoption or we no longer might. */
export function waitingStretches(history: Chronology): readonly (Stretch & { readonly afterPlacement: boolean })[] {
  const placed = placedStretches(history)
  return authorityStretches(history).flatMap((authority) => {
    const { until } = authority
    const inside = placed.filter(({ from }) => from >= authority.from && (until === null || from < until))
    const starts = [
      { from: authority.from, because: authority.because, afterPlacement: false },
      ...inside.flatMap((one) =>
        one.until === null ? [] : [{ from: one.until, because: one.because, afterPlacement: true }],
      ),
    ]
    return starts.flatMap((start) => {
      const end = firstOf(until, ...inside.filter(({ from }) => from >= start.from).map(({ from }) => from))
      return end !== null && end <= start.from ? [] : [{ ...start, until: end }]
    })
  })
}
