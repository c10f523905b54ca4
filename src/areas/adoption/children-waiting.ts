import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { adoptionPlanned, waitingForFamily } from './populations.ts'

const source = 'Adoption Agencies Regulations 2005, regulation 19; Ofsted, Annex A, list 10'

/** Children whose plan is adoption. */
export const childrenWaiting: readonly Indicator[] = [
  indicator({
    key: 'children-with-adoption-plan',
    label: 'Children whose plan is adoption',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period of whom the decision-maker has decided that they should be placed for adoption, and has not reversed it.',
    notKnown: 'No decision on record is no decision.',
    source,
    notes: ['A child who lives with adopters and waits for the order is among them.'],
    counts: { population: adoptionPlanned, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'children-waiting-for-adopters',
    label: 'Children waiting to be placed for adoption',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who: 'Children whose plan is adoption, whom we may place by a placement order or their parents’ consent, and who do not live with adopters yet.',
    notKnown: 'No order or consent on record, and no such legal status, is none.',
    source:
      'Department for Education, adoption scorecards (children waiting); Adoption and Children Act 2002, section 18',
    notes: ['A child who is fostered by those who may adopt them waits until they are placed with them for adoption.'],
    counts: { population: waitingForFamily, whenNotKnown: 'leaves' },
  }),
]
