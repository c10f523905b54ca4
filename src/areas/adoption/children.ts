import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { adoptedWithOrder, childrenAdopted } from './populations.ts'
import { daysOf } from './scorecard-facts.ts'

/** Children adopted from care, and how long it took. */
export const children: readonly Indicator[] = [
  indicator({
    key: 'children-adopted-last-12-months',
    label: 'Children adopted, last 12 months',
    national: { measure: 'children-adopted-from-care-number', same: true },
    unit: 'count',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Children whose time in care ended with an adoption order in the 12 months up to the last day of the period.',
    notKnown: 'A child whose reason for leaving care is not recorded is not counted.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: [
      'The date of the court’s order decides, not the day on which the child moved in or the order was recorded.',
      'A child who lives with adopters and waits for the order is still in care and does not count.',
      'Adoption by the child’s former foster carer counts.',
      'A child whose identity from before the adoption was sealed is counted all the same, and is on the list for the adoption service alone.',
    ],
    counts: { population: childrenAdopted, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'adoption-days-placement-order-to-match',
    label: 'Days from placement order to match, average',
    unit: 'days',
    goodIs: 'low',
    covers: 'rolling 6 months',
    status: 'to be confirmed',
    question:
      'Is the window 6 or 12 months, and which adopted child is left out of the average? We use 6 months and leave out only children with no placement order or no date of the match.',
    who: 'Children adopted in the six months up to the last day of the period for whom a court had made a placement order.',
    countedIf:
      'The average number of days from the placement order to the decision that matched the child with the adoptive family.',
    notKnown: 'A child with no placement order or no date of the match is left out: there is nothing to average.',
    source:
      'Department for Education, adoption scorecards, indicator A2; window from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A match decided before the placement order counts as 0 days.',
      'Where there were two placement orders, the one in force at the match counts.',
      'Where no order is recorded as such, the day on which the child’s legal status became a placement order (E1) is taken.',
      'Few children are adopted in six months: one can move the average by weeks, and if none was there is no figure, not 0.',
    ],
    counts: {
      population: adoptedWithOrder,
      measure: daysOf.orderToMatch,
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'adoption-days-entering-care-to-moving-in',
    label: 'Days from entering care to moving in, average',
    unit: 'days',
    goodIs: 'low',
    covers: 'rolling 6 months',
    status: 'to be confirmed',
    question:
      'Is the window 6 or 12 months, and which adopted child is left out of the average? We use 6 months and leave out only children with no date of moving in.',
    who: 'Children adopted in the six months up to the last day of the period.',
    countedIf:
      'The average number of days from coming into care for the last time to moving in with the adoptive family. If the foster carer adopts, the clock stops when the child moved in as a foster child.',
    notKnown: 'A child with no date of moving in is left out: there is nothing to average.',
    source:
      'Department for Education, adoption scorecards, indicator A10; window from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Moving in is the day the child was placed with the family, not the day of the adoption order.',
      'Few children are adopted in six months: one can move the average by weeks, and if none was there is no figure, not 0.',
    ],
    counts: {
      population: childrenAdopted,
      measure: daysOf.enteringToMovingIn,
      whenNotKnown: 'leaves',
    },
  }),
]
