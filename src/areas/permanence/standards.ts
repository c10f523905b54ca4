import type { Interval } from '../../core/dates/interval.ts'

/** How long something may take where no law gives a number: the authority's own, with where it comes from. */
type Standard = { readonly within: Interval; readonly source: string }

/** Dorset's ship as the example; another authority writes its own here. */
export const permanenceStandards = {
  plan: {
    within: '4 months',
    source:
      'Guidance asks for a plan by the second review; four months as in Dorset Council, Corporate Parenting dataset, September 2023',
  },
  anotherPlan: { within: '20 working days', source: 'Local standard, chosen: to be confirmed by the authority' },
  undated: { within: '6 months', source: 'Local standard, chosen: to be confirmed by the authority' },
  review: {
    within: '6 months',
    source:
      'Guidance asks each review of care for it; six months as the reviews of regulation 33. To be confirmed by the authority',
  },
} as const satisfies Record<string, Standard>
