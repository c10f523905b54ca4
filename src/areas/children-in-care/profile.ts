import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { childrenInCare, leftCareThen, startedCare } from './populations.ts'
import { excludingUasc, excludingUascOnArrival, unaccompanied } from './unaccompanied.ts'

const rateAtMonthEnd = indicator({
  key: 'cic-rate-month-end',
  label: 'Rate per 10,000 children',
  national: { measure: 'children-in-care', same: true },
  unit: 'per 10,000',
  goodIs: 'low',
  covers: 'at the end',
  status: 'national',
  who: 'Children under 18 in the care of this authority on the last day of the period, each counted once. Children who only have a series of short breaks are left out.',
  countedIf:
    'The number of these children, divided by the number of children aged 0 to 17 who live in the area and multiplied by 10,000.',
  notKnown:
    'A child whose record says that care goes on, and then breaks off, is not counted but shown beside the figure. Without a population for the date no rate is given.',
  source: 'Department for Education, children looked after in England: methodology',
  notes: [
    'When the population is updated the rate moves even if no child does, so the trend shows a break.',
    'Children whom other authorities have placed in the area are not among those counted.',
  ],
  counts: { population: childrenInCare, whenNotKnown: 'stays' },
})

const started = indicator({
  key: 'cic-started',
  label: 'Children who came into care',
  national: {
    measure: 'children-who-came-into-care-in-the-year-number',
    differs: 'The national figure is of a whole year; ours of a month.',
  },
  unit: 'count',
  goodIs: 'low',
  covers: 'in the period',
  status: 'national',
  who: 'Children who came into the care of this authority during the period, each counted once. Short breaks are left out.',
  notKnown:
    'A child whose first known episode does not say that care began with it is not counted but shown beside the figure.',
  source: 'Department for Education, children looked after in England: methodology',
  notes: [
    'A child who comes into care twice counts once in each period, so the months may add up to more than the year.',
    'A child who comes back on the day that care ended has not left, and does not start again.',
    'A transfer from another authority counts, and so does a move from short breaks into full care.',
  ],
  counts: { population: startedCare, whenNotKnown: 'stays' },
})

/** How many children are in care, and who comes and goes. */
export const profile: readonly Indicator[] = [
  indicator({
    key: 'cic-number-month-end',
    label: 'Children in care at month end',
    national: { measure: 'children-in-care-number', same: true },
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who: 'Children under 18 in the care of this authority on the last day of the period, each counted once. Children who only have a series of short breaks are left out.',
    notKnown:
      'A child without an end date is still in care. One whose record says that care goes on, and then breaks off, is not counted but shown beside the figure.',
    source: 'Children Act 1989 section 22(1); Department for Education, children looked after in England: methodology',
    notes: [
      'A child who leaves care or turns 18 on the last day is not counted; a child who comes into care on it is.',
      'Children on remand, placed with their parents, waiting for an adoption order or missing are in care and count.',
    ],
    counts: { population: childrenInCare, whenNotKnown: 'stays' },
  }),
  rateAtMonthEnd,
  excludingUasc(rateAtMonthEnd, {
    status: 'stated',
    notes: [
      'The population beneath the rate stays that of all children.',
      'A young person whose unaccompanied status has ended by the last day is counted again.',
    ],
  }),
  indicator({
    key: 'uasc-number-month-end',
    label: 'Unaccompanied children in care',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'national',
    who: 'Children under 18 in the care of this authority on the last day of the period, without those who only have short breaks.',
    countedIf: 'They have the status of an unaccompanied asylum-seeking child on that day.',
    notKnown: 'A child for whom no such status is recorded is taken not to be unaccompanied.',
    source: 'Department for Education, children looked-after return (SSDA903): guide',
    notes: [
      'The status ends on the 18th birthday at the latest; a child whose status ends on the last day is not counted.',
      'Children who arrive under the National Transfer Scheme count from the day they come into care here.',
    ],
    counts: {
      population: childrenInCare,
      counted: { 'an unaccompanied asylum-seeking child': unaccompanied },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'uasc-percent-of-cic',
    label: 'Unaccompanied, share of children in care',
    national: { measure: 'children-in-care-who-came-alone-seeking-asylum', same: true },
    unit: 'per cent',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'national',
    who: 'Children under 18 in the care of this authority on the last day of the period, without those who only have short breaks.',
    countedIf: 'They have the status of an unaccompanied asylum-seeking child on that day.',
    notKnown: 'A child for whom no such status is recorded is taken not to be unaccompanied.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: ['If nobody is in care there is no share to give; it is not 0.'],
    counts: {
      population: childrenInCare,
      counted: { 'an unaccompanied asylum-seeking child': unaccompanied },
      whenNotKnown: 'stays',
    },
  }),
  started,
  excludingUascOnArrival(started, {
    status: 'stated',
    who: 'Children who came into the care of this authority during the period and were not unaccompanied asylum-seeking children on that day, each counted once. Short breaks are left out.',
    notes: ['The status on the first day in care decides, even if it was recorded later or has ended since.'],
  }),
  indicator({
    key: 'cic-ceased',
    label: 'Children who left care',
    national: {
      measure: 'children-who-left-care-in-the-year-number',
      differs: 'The national figure is of a whole year; ours of a month.',
    },
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'national',
    who: 'Children whose time in the care of this authority ended during the period, for whatever reason, each counted once. Short breaks are left out.',
    notKnown:
      'A child whose reason for leaving is not recorded still counts. One whose record says that care goes on, and then breaks off, does not but is shown beside the figure.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: [
      'Turning 18 ends care and counts even if nobody has closed the record; so do a transfer to another authority and a death.',
      'Going over from care to short breaks is leaving care.',
      'Coming back on the same day is not leaving; coming back later in the period counts as both leaving and coming in.',
      'Endings are often recorded late, so a recount of an earlier month can be higher than what was published.',
    ],
    counts: { population: leftCareThen, whenNotKnown: 'stays' },
  }),
]
