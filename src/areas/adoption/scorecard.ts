import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { leftCareThen } from '../children-in-care/populations.ts'
import { adoptedWithOrder, childrenAdopted, leftByAdoption } from './populations.ts'
import { daysOf, placedWithinFourteenMonths, placedWithinYearOfDecision } from './scorecard-facts.ts'
import { adoptedOrWaiting } from './scorecard-populations.ts'

const scorecards = 'Department for Education, adoption scorecards'
const threeYears = 'Children adopted in the three years up to the last day of the period'
const leftOut = 'A child of whom one of the two days is not known is left out: there is nothing to average.'
const pooled = 'All children of the three years count alike: it is not the average of three yearly averages.'
const ofThreeYears = { unit: 'days', goodIs: 'low', covers: 'rolling 36 months', status: 'national' } as const

/** Over three years, so that one child does not move the average much. */
const threeYearAverages: readonly Indicator[] = [
  indicator({
    ...ofThreeYears,
    key: 'adoption-scorecard-a1',
    label: 'Days from entering care to placement for adoption, three years',
    who: `${threeYears}.`,
    countedIf:
      'The average number of days from coming into care for the last time to being placed for adoption with the family.',
    notKnown: leftOut,
    source: `${scorecards}, indicator A1`,
    notes: [pooled, 'A child who was never placed for adoption before the order is left out.'],
    counts: { population: childrenAdopted, measure: daysOf.enteringToPlacement, whenNotKnown: 'leaves' },
  }),
  indicator({
    ...ofThreeYears,
    key: 'adoption-scorecard-a10',
    label: 'Days from entering care to moving in, three years',
    who: `${threeYears}.`,
    countedIf:
      'The average number of days from coming into care for the last time to moving in with the adoptive family. If the foster carer adopts, the clock stops when the child moved in as a foster child.',
    notKnown: leftOut,
    source: `${scorecards}, indicator A10`,
    notes: [pooled, 'The board’s own figure has the same rule over six months.'],
    counts: { population: childrenAdopted, measure: daysOf.enteringToMovingIn, whenNotKnown: 'leaves' },
  }),
  indicator({
    ...ofThreeYears,
    key: 'adoption-scorecard-a2',
    label: 'Days from placement order to match, three years',
    who: `${threeYears} for whom a court had made a placement order.`,
    countedIf:
      'The average number of days from the placement order to the decision that matched the child with the adoptive family.',
    notKnown: leftOut,
    source: `${scorecards}, indicator A2`,
    notes: [
      pooled,
      'A match decided before the placement order counts as 0 days.',
      'The board’s own figure has the same rule over six months.',
    ],
    counts: { population: adoptedWithOrder, measure: daysOf.orderToMatch, whenNotKnown: 'leaves' },
  }),
]

type Stage = Pick<Indicator, 'key' | 'label' | 'countedIf'> & { readonly days: (typeof daysOf)[keyof typeof daysOf] }

/** One step of the national table, for children adopted in a year. */
const stage = ({ days, ...words }: Stage): Indicator =>
  indicator({
    ...words,
    unit: 'days',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Children adopted in the 12 months up to the last day of the period.',
    notKnown: leftOut,
    source: 'Department for Education, children looked after in England: adoption, average time between stages',
    notes: ['The national table writes the averages as years and months.'],
    counts: { population: childrenAdopted, measure: days, whenNotKnown: 'leaves' },
  })

const stages: readonly Indicator[] = [
  stage({
    key: 'adoption-days-entering-care-to-decision',
    label: 'Days from entering care to the decision for adoption',
    countedIf: 'The average number of days from coming into care to the decision that adoption is the plan.',
    days: daysOf.enteringToDecision,
  }),
  stage({
    key: 'adoption-days-decision-to-match',
    label: 'Days from the decision for adoption to match',
    countedIf: 'The average number of days from the decision that adoption is the plan to the match with the family.',
    days: daysOf.decisionToMatch,
  }),
  stage({
    key: 'adoption-days-match-to-placement',
    label: 'Days from match to placement for adoption',
    countedIf: 'The average number of days from the match to being placed for adoption with the family.',
    days: daysOf.matchToPlacement,
  }),
  stage({
    key: 'adoption-days-placement-to-order',
    label: 'Days from placement for adoption to adoption order',
    countedIf: 'The average number of days from being placed for adoption to the adoption order.',
    days: daysOf.placementToOrder,
  }),
  stage({
    key: 'adoption-days-entering-care-to-order',
    label: 'Days from entering care to adoption order',
    countedIf: 'The average number of days from coming into care to the adoption order.',
    days: daysOf.enteringToOrder,
  }),
]

/** What the national scorecards and tables count about children who are adopted. */
export const scorecard: readonly Indicator[] = [
  ...threeYearAverages,
  ...stages,
  indicator({
    key: 'adopted-placed-within-12-months-of-decision',
    label: 'Placed within 12 months of the decision for adoption',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Children adopted in the 12 months up to the last day of the period.',
    countedIf: 'They were placed for adoption within 12 months of the decision that adoption was the plan.',
    notKnown: 'A child of whom one of the two days is not known is left out.',
    source: 'Department for Education, children looked after in England: adoption, average time between stages',
    notes: ['Exactly 12 months after the decision is within them.'],
    counts: {
      population: childrenAdopted,
      counted: { 'placed within 12 months of the decision': placedWithinYearOfDecision },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'left-care-adopted-12-months',
    label: 'Left care by adoption, 12 months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Children who left care in the 12 months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
    countedIf: 'They left because an adoption order was made.',
    notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: ['The board’s own figure has the same rule over six months.'],
    counts: { population: leftCareThen, counted: { adopted: leftByAdoption }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'adoption-scorecard-a3',
    label: 'Placed within 14 months of entering care, three years',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 36 months',
    status: 'to be confirmed',
    question:
      'How do the scorecards count a child who still waits? We count one who has waited longer than 14 months as not placed in time, and leave out one who has not waited so long yet.',
    who: `${threeYears}, and children who wait on that day to be placed for adoption.`,
    countedIf: 'They were placed for adoption within 14 months (426 days) of coming into care.',
    notKnown: 'A child who has not waited 14 months yet, or of whom a day is not known, is left out.',
    source: `${scorecards}, indicator A3 (no longer published)`,
    notes: ['Superseded, and kept for the years in which it was published.'],
    counts: {
      population: adoptedOrWaiting,
      counted: { 'placed within 14 months of entering care': placedWithinFourteenMonths },
      whenNotKnown: 'leaves',
    },
  }),
]
