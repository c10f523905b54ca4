import { type Fact, factOfDay, type Member, measure, test } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { currentPeriod } from '../children-in-care/care-facts.ts'
import {
  adoptedOn,
  daysFromEnteringToMovingIn,
  daysFromOrderToMatch,
  decidedOn,
  enteredCareOn,
  matchedOn,
  placedForAdoptionOn,
} from './adopted-facts.ts'
import { SuitabilityDecision } from './adopter-records.ts'
import { AdoptiveFamily } from './finding-a-family.ts'

type Step = Fact<Member, PlainDate | undefined>

/** The mean of the days from one step to another; a child of whom either day is not known is left out. */
const daysBetween = (from: Step, to: Step) =>
  measure('mean', [from, to], (member) => {
    const [began, ended] = [from(member), to(member)]
    return began === undefined || ended === undefined ? undefined : ended - began
  })

/** How long each step took for children who were adopted. */
export const daysOf = {
  orderToMatch: measure('mean', [daysFromOrderToMatch], daysFromOrderToMatch),
  enteringToMovingIn: measure('mean', [daysFromEnteringToMovingIn], daysFromEnteringToMovingIn),
  enteringToDecision: daysBetween(enteredCareOn, decidedOn),
  enteringToPlacement: daysBetween(enteredCareOn, placedForAdoptionOn),
  enteringToOrder: daysBetween(enteredCareOn, adoptedOn),
  decisionToMatch: daysBetween(decidedOn, matchedOn),
  matchToPlacement: daysBetween(matchedOn, placedForAdoptionOn),
  placementToOrder: daysBetween(placedForAdoptionOn, adoptedOn),
} as const

export const placedWithinYearOfDecision = test([decidedOn, placedForAdoptionOn], (member) => {
  const [decided, placed] = [decidedOn(member), placedForAdoptionOn(member)]
  return decided === undefined || placed === undefined ? undefined : placed <= addMonths(decided, 12)
})

/** The threshold of the scorecards: 14 months, which they count as 426 days. */
const FOURTEEN_MONTHS = 426

/** Whoever waits in care has waited too long, or not yet: how it will end nobody knows. */
export const placedWithinFourteenMonths = test([currentPeriod, enteredCareOn, placedForAdoptionOn], (member) => {
  const waiting = currentPeriod(member)
  if (waiting !== undefined) return member.asAt - waiting.startedOn > FOURTEEN_MONTHS ? false : undefined
  const [entered, placed] = [enteredCareOn(member), placedForAdoptionOn(member)]
  return entered === undefined || placed === undefined ? undefined : placed - entered <= FOURTEEN_MONTHS
})

/** The household’s approval on the day. */
const approval = factOfDay([SuitabilityDecision], ({ history }) =>
  history.open(SuitabilityDecision, ({ suitable }) => suitable === 'yes').at(-1),
)

export const approved = test([approval], (member) => approval(member) !== undefined)

/** Matched with a child since the approval, and the match has not ended otherwise than with an adoption. */
export const matchedSinceApproval = test([approval, AdoptiveFamily], (member) => {
  const since = approval(member)?.decidedOn ?? null
  return (
    since !== null && member.history.open(AdoptiveFamily, ({ matchedOn: on }) => on !== null && on >= since).length > 0
  )
})

/** Of the scorecards: a wait of three months or more, from the decision. */
const LONG_WAIT_MONTHS = 3

export const waitedThreeMonths = test([approval], (member) => {
  const since = approval(member)?.decidedOn ?? null
  return since === null ? undefined : addMonths(since, LONG_WAIT_MONTHS) <= member.asAt
})

/** A household’s first match in the days looked at, and the approval that it followed. */
export const matchedAfterThreeMonths = test([AdoptiveFamily, SuitabilityDecision], ({ history, from, to }: Member) => {
  const match = history.all(AdoptiveFamily).find(({ matchedOn: on }) => on !== null && from <= on && on < to)
  const on = match?.matchedOn ?? null
  if (match === undefined || on === null) return undefined
  history.because(match)
  const decision = history.latest(
    SuitabilityDecision,
    ({ suitable, decidedOn: day }) => suitable === 'yes' && day !== null && day <= on,
  )
  const since = decision?.decidedOn ?? null
  return since === null ? undefined : addMonths(since, LONG_WAIT_MONTHS) <= on
})
