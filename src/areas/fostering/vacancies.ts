import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { firstOfMonths } from '../children-in-care/populations.ts'
import { hasVacancy, overApproved, placesFilled, placesFree } from './places.ts'
import { approvalsNotEnded, householdsApproved, onHold, ranOut } from './populations.ts'
import { CourseNotice } from './supervision.ts'

const toldOfCourse = test([CourseNotice], ({ history, asAt }) => {
  const since = firstOfMonths(asAt, 3)
  return history.howMany(CourseNotice, ({ sentOn }) => sentOn !== null && sentOn >= since) > 0
})

/** Where a child could live today, and what the households need so that it stays so. */
export const vacancies: readonly Indicator[] = [
  indicator({
    key: 'fostering-places-filled',
    label: 'Places filled',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Places for which this authority’s fostering households of every type are approved on the last day of the period.',
    countedIf: 'A child of this or another authority has the place.',
    notKnown: 'A household whose terms of approval are not recorded leaves the total with the children who live there.',
    source: 'Children Act 1989, section 22G (sufficiency)',
    notes: [
      'Young people who stay put after care, and children who come for short breaks, take no place.',
      'Where more children live than a household is approved for, all of them count.',
      'By kind it says how many places there are of each, and how many of them are filled; by “on hold”, how many nobody new can have.',
    ],
    counts: { population: householdsApproved, measure: placesFilled, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'fostering-places-free',
    label: 'Places free',
    unit: 'per cent',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'inferred',
    who: 'Places for which this authority’s fostering households of every type are approved on the last day of the period.',
    countedIf: 'Nobody has the place, and the household is not on hold.',
    notKnown: 'A household whose terms of approval are not recorded leaves the total.',
    source: 'Children Act 1989, section 22G (sufficiency)',
    notes: ['A place is not always one for any child: ages and conditions stand in the terms of approval.'],
    counts: { population: householdsApproved, measure: placesFree, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'fostering-households-with-a-place',
    label: 'Households with a place free',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'inferred',
    who: 'Fostering households of every type approved by this authority on the last day of the period.',
    countedIf: 'They are not on hold, and fewer children live with them than they are approved for.',
    notKnown: 'A household whose terms of approval are not recorded is listed, not counted.',
    source: 'Children Act 1989, section 22G (sufficiency)',
    notes: [
      'Young people who stay put after care, and children who come for short breaks, take no place.',
      'A place is not always one for any child: ages and conditions stand in the terms of approval.',
    ],
    counts: { population: householdsApproved, counted: { 'a place is free': hasVacancy }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'fostering-households-on-hold',
    label: 'Households on hold',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'inferred',
    who: 'Fostering households of every type approved by this authority on the last day of the period.',
    countedIf: 'They take no new child at present.',
    notKnown: 'Cannot arise: a household with no record of it is not on hold.',
    source: 'Children Act 1989, section 22G (sufficiency)',
    counts: { population: householdsApproved, counted: { 'on hold': onHold }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'fostering-households-over-their-terms',
    label: 'Households with more children than approved for',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'inferred',
    who: 'Fostering households of every type approved by this authority on the last day of the period.',
    countedIf: 'More children live with them than their terms of approval say.',
    notKnown: 'A household whose terms of approval are not recorded is listed, not counted.',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 23',
    counts: {
      population: householdsApproved,
      counted: { 'more children than approved for': overApproved },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'temporary-approvals-run-out',
    label: 'Temporary approvals that ran out',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who: 'Households of relatives or friends with a temporary approval that nobody wrote down as ended, on the last day of the period.',
    countedIf:
      'It ran out: 16 weeks after the child came, or 24 where it was extended. The child may not stay there on it.',
    notKnown: 'Cannot arise: the days that it runs from are always recorded.',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25(6)',
    notes: ['Such a household is no longer among those that foster.'],
    counts: { population: approvalsNotEnded, counted: { 'ran out': ranOut }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'fostering-households-told-of-training',
    label: 'Households told of a course in three months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question: 'How often do carers have to hear of training? We ask for once in three months.',
    who: 'Fostering households of every type approved by this authority on the last day of the period.',
    countedIf: 'A notice of a course was sent to them in the three months up to that day.',
    notKnown: 'Somebody to whom no notice is recorded was not told.',
    source: 'Fostering Services: National Minimum Standards 2011, standard 20',
    counts: { population: householdsApproved, counted: { 'told of a course': toldOfCourse }, whenNotKnown: 'stays' },
  }),
]
