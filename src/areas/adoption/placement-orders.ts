import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { ordersRevoked } from './populations.ts'

/** Orders that allow a child to be placed for adoption. */
export const placementOrders: readonly Indicator[] = [
  indicator({
    key: 'adoption-placement-order-revocations-last-12-months',
    label: 'Placement orders revoked, last 12 months',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'stated',
    who: 'Placement orders of this authority that a court revoked in the 12 months up to the last day of the period. One order is one child.',
    notKnown:
      'An order that ended and does not say how is listed, not counted. A revocation without a date is not recorded: it is told among the faults of the file or form.',
    source: 'Adoption and Children Act 2002 section 24; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A change of plan while the order stands is not a revocation, and neither is an order that ends because the child is adopted.',
      'An order that is revoked and later made again counts once.',
    ],
    counts: { population: ordersRevoked, whenNotKnown: 'leaves' },
  }),
]
