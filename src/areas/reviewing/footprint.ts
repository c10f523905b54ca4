import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { reviewsHeld } from '../children-in-care/populations.ts'
import { contactsMade, midwayMade } from './populations.ts'

const source = 'Dorset Council, reviewing officers’ annual report 2022-23 (footprint)'

/** What reviewing officers did: with the escalations, everything of theirs that is written down on a child. */
export const footprint: readonly Indicator[] = [
  indicator({
    key: 'reviews-held',
    label: 'Reviews held',
    unit: 'count',
    goodIs: 'neither',
    covers: 'in the period',
    status: 'stated',
    who: 'Reviews of children in care held during the period. Short breaks are left out.',
    notKnown: 'A review that is not recorded was not held.',
    source,
    notes: ['A review counts in the month in which it was held, however late it is written up.'],
    counts: { population: reviewsHeld, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'reviewing-contacts',
    label: 'Contacts by reviewing officers',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Contacts of reviewing officers with children during the period, in whatever way.',
    notKnown: 'A contact that is not recorded was not made.',
    source,
    counts: { population: contactsMade, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'midway-checks',
    label: 'Midway checks by reviewing officers',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Midway checks between two reviews that reviewing officers made during the period.',
    notKnown: 'A check that is not recorded was not made.',
    source,
    counts: { population: midwayMade, whenNotKnown: 'stays' },
  }),
]
