import { type Agency, type Indicator, indicator } from '../../core/definitions/indicator.ts'
import type { Supply } from '../../core/definitions/supply.ts'

// What the health provider counts of its own work. It looks at other children than we do, and at another day: each has a name of its own.

const source =
  'The health provider’s key performance indicators for children in care; Department for Education and Department of Health, promoting the health and well-being of looked-after children'
const provider: Agency = { key: 'health-provider', label: 'the health provider' }

const common = {
  covers: 'in the period',
  status: 'stated',
  source,
  notKnown: 'As the provider counts: whoever is not known to it is not in it.',
  // How soon is agreed locally.
  sent: { by: provider, every: 'month', within: '10 working days' },
  notForPublic: 'The health provider publishes its own figures.',
} as const

export const healthProviders: readonly Indicator[] = [
  indicator({
    ...common,
    key: 'health-provider-first-assessments-in-time',
    label: 'Health provider: first assessments in 20 working days',
    unit: 'per cent',
    goodIs: 'high',
    who: 'First health assessments that the provider completed in the period.',
    countedIf: 'It was completed within 20 working days of the day on which the child came into care.',
    notes: ['Ours is of the children who came into care in a month, whether or not they have been seen.'],
  }),
  indicator({
    ...common,
    key: 'health-provider-reviews-in-time',
    label: 'Health provider: review assessments in time',
    unit: 'per cent',
    goodIs: 'high',
    who: 'Review health assessments that the provider completed in the period.',
    countedIf: 'It was completed by the day on which it was due.',
  }),
  indicator({
    ...common,
    key: 'health-provider-assessments-completed',
    label: 'Health provider: assessments completed',
    unit: 'count',
    goodIs: 'neither',
    who: 'First and review health assessments that the provider completed in the period, of other authorities’ children too.',
  }),
  indicator({
    ...common,
    key: 'health-provider-dental',
    label: 'Health provider: dental check confirmed at the assessment',
    unit: 'per cent',
    goodIs: 'high',
    who: 'Review health assessments that the provider completed in the period.',
    countedIf: 'It was confirmed that the child had a dental check in the 12 months before.',
  }),
]

/** Checked by the designated nurse, who answers for them in the authority’s returns. */
export const healthProvider: Supply = {
  key: 'health-provider',
  label: 'Figures of the health provider',
  sentBy: provider,
  signedOffBy: 'the designated nurse',
  source,
  indicators: healthProviders,
}
