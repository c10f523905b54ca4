import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { firstOfMonths } from '../children-in-care/populations.ts'
import { hasVacancy, overApproved } from './places.ts'
import { householdsApproved, onHold } from './populations.ts'
import { CourseNotice } from './supervision.ts'

const toldOfCourse = test([CourseNotice], ({ history, asAt }) => {
  const since = firstOfMonths(asAt, 3)
  return history.howMany(CourseNotice, ({ sentOn }) => sentOn !== null && sentOn >= since) > 0
})

/** Where a child could live today, and what the households need so that it stays so. */
export const vacancies: readonly Indicator[] = [
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
