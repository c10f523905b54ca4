import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { carersAccused, carersAccusedDecided, substantiated } from './accused.ts'

/** Allegations about the authority’s own foster carers. */
export const allegations: readonly Indicator[] = [
  indicator({
    key: 'foster-carer-allegations-last-12-months',
    label: 'Allegations against foster carers, 12 months',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'to be confirmed',
    question: 'Does every contact about a carer count, or only those that became referrals? We count referrals.',
    who: 'Allegations about this authority’s foster carers that met the threshold and were referred to the designated officer in the 12 months up to the last day of the period.',
    notKnown: 'An allegation that does not record the adult’s role is listed, not counted.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'If both carers of a household are accused, that is two allegations.',
      'A concern about standards of care alone is not an allegation.',
      'A carer of an agency who lives in the area is not one of this authority’s carers.',
    ],
    counts: { population: carersAccused, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'foster-carer-allegations-substantiated',
    label: 'Allegations found substantiated, in the month',
    unit: 'count',
    goodIs: 'neither',
    covers: 'in the period',
    status: 'inferred',
    who: 'Allegations about this authority’s foster carers that were referred to the designated officer, whenever they were made.',
    countedIf: 'It was decided during the period that the allegation is substantiated.',
    notKnown: 'An allegation with no outcome yet is not counted.',
    source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'This is a figure for the period alone, by the date of the outcome; the allegations above it cover 12 months.',
      'An outcome that is changed on review changes the earlier figure.',
    ],
    counts: { population: carersAccusedDecided, counted: { substantiated }, whenNotKnown: 'stays' },
  }),
]
