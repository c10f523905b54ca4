import { factOfDay, narrow, test } from '../../core/counting/define.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { currentPlacement } from '../children-in-care/care-facts.ts'
import { childrenInCare, inCareFor } from '../children-in-care/populations.ts'
import { LongTermMatch, PermanencePlan } from './records.ts'

type Plan = RecordOf<typeof PermanencePlan>

/** Completed by the day, and not ended. */
const plansInForce = factOfDay([PermanencePlan], ({ history }): readonly Plan[] =>
  history.open(PermanencePlan, ({ completedOn }) => completedOn !== null),
)

export const hasPlan = test([plansInForce], (member) => plansInForce(member).length > 0)

/** The main plan that was completed last; a parallel plan is not in force beside one. */
export const planInForce = factOfDay(
  [plansInForce],
  (member) => plansInForce(member).findLast(({ part }) => part !== 'parallel') ?? plansInForce(member).at(-1),
)

export const inCareFourMonths = narrow(childrenInCare, {
  key: 'in-care-4-months',
  label: 'In care for four months or more',
  source:
    'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review (a plan by the second review)',
  include: { 'in care for four months without a break': inCareFor(4) },
})

export const planIsLongTermFostering = narrow(childrenInCare, {
  key: 'plan-long-term-fostering',
  label: 'Children in care whose plan is long-term fostering',
  source: 'Ofsted, inspecting local authority children’s services: Annex A, list 8',
  include: {
    'the plan in force is long-term fostering': test(
      [planInForce],
      (member) => planInForce(member)?.option === 'long-term-fostering',
    ),
  },
})

/** Long-term foster homes by the national code. */
const LONG_TERM: readonly (string | null)[] = ['U1', 'U4']

/** With the carer of the match: the child lived there on the day it was decided, or moved in since as it says, and has not moved. */
export const livesWithMatchedCarer = test([LongTermMatch, currentPlacement], (member) => {
  const match = member.history.open(LongTermMatch).at(-1)
  if (match === undefined) return false
  const home = currentPlacement(member)
  const since = match.placedOn ?? match.matchedOn
  if (home === undefined || since === null) return undefined
  return LONG_TERM.includes(home.episodes.at(-1)?.placement ?? null) && home.startedOn <= since
})
