import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { childrenForEach } from './places.ts'
import { householdsApproved, mainstreamHouseholds } from './populations.ts'
import { visitsUpToDate } from './timescales.ts'

/** How well fostering households are used and supported. */
export const sufficiency: readonly Indicator[] = [
  indicator({
    key: 'fostering-utilisation-rate-mainstream',
    label: 'Children per mainstream carer',
    unit: 'ratio',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Which children with mainstream carers are counted? We count every child in care who is placed with one of the mainstream households.',
    who: 'Mainstream fostering households of this authority on the last day of the period, including those with no child placed or on hold.',
    countedIf: 'The number of children in care placed with them that day, divided by the number of households.',
    notKnown: 'A household with no known placement stays in the total with no children.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'It is children for each household, not the share of places that are filled.',
      'Brothers and sisters count one by one.',
      'Children of other authorities, and care leavers who stay on with their carers, do not count.',
    ],
    counts: { population: mainstreamHouseholds, measure: childrenForEach, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'foster-carer-visits-up-to-date',
    label: 'Visits to foster carers up to date',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question: 'How often must a household be visited? The authority sets the interval; we use 6 weeks until it does.',
    who: 'Fostering households of every type approved by this authority on the last day of the period.',
    countedIf: 'Their supervising social worker visited them within the interval that the authority has set.',
    notKnown: 'No visit on record counts as not up to date.',
    source:
      'Fostering Services: National Minimum Standards 2011, standard 21; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A household approved so recently that its first visit is not yet due counts as up to date.',
      'An unannounced visit counts and a telephone call does not; households on hold are still to be visited.',
    ],
    counts: {
      population: householdsApproved,
      counted: { 'no visit is overdue': visitsUpToDate },
      whenNotKnown: 'stays',
    },
  }),
]
