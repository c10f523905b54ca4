import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { excludingUasc } from '../children-in-care/unaccompanied.ts'
import { hasPlan, inCareFourMonths, livesWithMatchedCarer, planIsLongTermFostering } from './plan-tests.ts'

const planCompleted = indicator({
  key: 'permanence-plan-completed-4-months-plus',
  label: 'Permanence plan in place, in care 4 months or more',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'inferred',
  who: 'Children in care on the last day of the period who have been in care for four months or more. Short breaks are left out.',
  countedIf: 'A completed plan for a permanent home, of any kind, is in force for them on that day.',
  notKnown: 'No plan on record counts as no plan.',
  source:
    'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review; Dorset Council, Corporate Parenting dataset, September 2023',
  notes: [
    'A plan completed after the fourth month counts from then on: the figure does not ask whether it was in time.',
    'A plan that has ended without a new one does not count; of two parallel plans one completed is enough.',
    'A child who comes back into care starts the four months again.',
  ],
  counts: {
    population: inCareFourMonths,
    counted: { 'a completed plan is in force': hasPlan },
    whenNotKnown: 'stays',
  },
})

const longTermFostering = indicator({
  key: 'long-term-fostering-achieved-permanence',
  label: 'Long-term fostering plan achieved',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'to be confirmed',
  question:
    'What makes a plan for long-term fostering achieved? We count children who live with a carer matched to them for the long term.',
  who: 'Children in care on the last day of the period whose plan for a permanent home is long-term fostering. Short breaks are left out.',
  countedIf: 'They live with the foster carer with whom a recorded decision has matched them for the long term.',
  notKnown: 'No match on record counts as not achieved; a child with no plan on record is not in the group.',
  source:
    'Dorset Council, Corporate Parenting dataset, September 2023; Ofsted, inspecting local authority children’s services: Annex A, list 8',
  notes: [
    'A child whose plan changes, for example to adoption, leaves the group.',
    'A long-term placement without a recorded match does not count and is listed.',
    'A child who has moved since the match does not count.',
  ],
  counts: {
    population: planIsLongTermFostering,
    counted: { 'lives with the carer of the match': livesWithMatchedCarer },
    whenNotKnown: 'stays',
  },
})

/** Plans for a permanent home. */
export const plans: readonly Indicator[] = [
  planCompleted,
  excludingUasc(planCompleted),
  longTermFostering,
  excludingUasc(longTermFostering),
]
