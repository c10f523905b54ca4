import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { KINDS, left, recruited } from './populations.ts'

/** Fostering households that join and leave. */
export const households: readonly Indicator[] = [
  indicator({
    key: 'households-recruited-mainstream',
    label: 'Households recruited: mainstream',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'inferred',
    who: 'Mainstream households that this authority’s decision-maker approved to foster during the period. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'The day of the decision counts, not the day of the panel’s recommendation.',
      'A household that comes back after resigning, or comes over from an agency, counts.',
    ],
    counts: {
      population: recruited('households-recruited-mainstream', 'mainstream carers', KINDS.mainstream),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-recruited-connected-person',
    label: 'Households recruited: connected person',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'inferred',
    who: 'Households of relatives or friends given full approval during the period to foster a child they know. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: ['A household whose temporary approval becomes a full one counts here on that day.'],
    counts: {
      population: recruited(
        'households-recruited-connected-person',
        'relatives or friends, in full',
        KINDS.fullyConnected,
      ),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-recruited-foster-to-adopt',
    label: 'Households recruited: foster to adopt',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'inferred',
    who: 'Households of adopters given approval during the period to foster a child whom they may later adopt. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 25A; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: ['The household counts here although it is also among the approved adopters.'],
    counts: {
      population: recruited('households-recruited-foster-to-adopt', 'adopters who foster first', KINDS.fosterToAdopt),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-recruited-temporary',
    label: 'Households recruited: temporary',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'inferred',
    who: 'Households of relatives or friends given temporary approval during the period to foster a child they know. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'An extension of the temporary approval does not count again.',
      'A second child under the same approval does not make a second household.',
    ],
    counts: {
      population: recruited(
        'households-recruited-temporary',
        'relatives or friends, for the time being',
        KINDS.temporary,
      ),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-deregistered-mainstream',
    label: 'Households leaving: mainstream',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    status: 'stated',
    who: 'Mainstream fostering households whose approval ended during the period, because they resigned or because it was ended. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A resignation counts on the day it takes effect, 28 days after notice.',
      'A move to an agency counts as leaving; a change of type does not.',
    ],
    counts: {
      population: left('households-deregistered-mainstream', 'mainstream carers', KINDS.mainstream),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-deregistered-connected-carers',
    label: 'Households leaving: connected carers',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    status: 'inferred',
    who: 'Fostering households of relatives or friends whose approval ended during the period, because they resigned or because it was ended. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Leaving is not always a loss: an approval that ends because the carer became the child’s special guardian counts.',
      'A household that becomes a mainstream one does not count as leaving.',
    ],
    counts: {
      population: left(
        'households-deregistered-connected-carers',
        'relatives or friends, in full',
        KINDS.fullyConnected,
      ),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-deregistered-temporary',
    label: 'Households leaving: temporary',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    status: 'to be confirmed',
    question:
      'Where are endings of temporary approvals recorded? We count here the temporary approvals that ended without a full one.',
    who: 'Households of relatives or friends whose temporary approval ended during the period without becoming a full one. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'An approval that ran out counts, and so does one that ended because the child moved on; one that was extended does not.',
    ],
    counts: {
      population: left(
        'households-deregistered-temporary',
        'relatives or friends, for the time being',
        KINDS.temporary,
      ),
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'households-deregistered-foster-to-adopt',
    label: 'Households leaving: foster to adopt',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    status: 'to be confirmed',
    question: 'Does a household count as leaving when it goes on to adopt the child? We do not count it then.',
    who: 'Households of adopters whose approval to foster ended during the period for any reason but going on to adopt the child. A couple is one household.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 25A; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: ['A household whose foster child went home counts as leaving.'],
    counts: {
      population: left('households-deregistered-foster-to-adopt', 'adopters who foster first', KINDS.fosterToAdopt),
      whenNotKnown: 'stays',
    },
  }),
]
