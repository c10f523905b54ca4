import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import {
  hasSchoolPlace,
  missedATenth,
  missedHalf,
  movedSchool,
  permanentlyExcluded,
  suspendedOver45Days,
} from './education-facts.ts'
import { compulsoryAgeInCare, schoolAgeInCare, suspensionsInCare } from './populations.ts'

const who = 'Children in care on the last day of the period who are of school age (reception to year 11).'
const absence = 'Department for Education, pupil absence in schools in England: methodology'
const exclusions = 'Department for Education, suspensions and permanent exclusions in England: methodology'

const missed = {
  unit: 'per cent',
  goodIs: 'low',
  covers: 'academic year to date',
  status: 'national',
  who,
  notKnown: 'A child without attendance data leaves the figure; how many there are is shown.',
  source: absence,
} as const

/** A place, being there, and staying. */
export const inSchool: readonly Indicator[] = [
  indicator({
    key: 'cic-without-school-place',
    label: 'Without a school place',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'stated',
    who: 'Children in care on the last day of the period who are of school age (reception to year 11), until the last Friday in June of year 11.',
    countedIf: 'They are on the roll of no school on that day.',
    notKnown: 'No school on record counts as no school place.',
    source: 'Children Act 1989, section 22(3A); Local: the virtual school’s own list',
    notes: ['A guest at a school is on no roll there. Alternative provision without a roll is no school place.'],
    counts: {
      population: compulsoryAgeInCare,
      counted: {
        'on no school’s roll': { reads: hasSchoolPlace.reads, ask: (member) => !hasSchoolPlace.ask(member) },
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    ...missed,
    key: 'cic-persistent-absence',
    label: 'Persistently absent this academic year',
    countedIf:
      'They missed 10 per cent or more of the sessions that they themselves could have attended while in care.',
    notes: [
      'Exactly 10 per cent counts.',
      'Severe absence is part of it: the two are never added.',
      'The national figure for all pupils counts school places, this one children; the two do not compare.',
    ],
    counts: {
      population: schoolAgeInCare,
      counted: { 'missed 10 per cent or more of their sessions': missedATenth },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    ...missed,
    key: 'cic-severe-absence',
    label: 'Severely absent this academic year',
    countedIf: 'They missed half or more of the sessions that they themselves could have attended while in care.',
    notes: ['Exactly half counts.', 'Whoever is severely absent is persistently absent too.'],
    counts: {
      population: schoolAgeInCare,
      counted: { 'missed half or more of their sessions': missedHalf },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'cic-suspensions-academic-ytd',
    label: 'Suspensions this academic year',
    unit: 'count',
    goodIs: 'low',
    covers: 'academic year to date',
    status: 'national',
    who: 'Suspensions since 1 September of children who were in care on the first day of it.',
    notKnown: 'Only what is recorded is counted.',
    source: exclusions,
    notes: ['A child suspended three times counts three times.', 'One that the head cancelled does not count.'],
    counts: { population: suspensionsInCare, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-suspended-over-45-days',
    label: 'Suspended for more than 45 days this academic year',
    unit: 'count',
    goodIs: 'low',
    covers: 'academic year to date',
    status: 'national',
    who,
    countedIf: 'Their suspensions since 1 September, at all schools together, are of more than 45 school days.',
    notKnown: 'No suspension on record counts as none.',
    source:
      'Education Act 2002, section 51A; School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
    notes: ['The law allows no more than 45. Half a day counts half.'],
    counts: {
      population: schoolAgeInCare,
      counted: { 'more than 45 school days of suspension': suspendedOver45Days },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-permanently-excluded-academic-ytd',
    label: 'Permanently excluded this academic year',
    unit: 'count',
    goodIs: 'low',
    covers: 'academic year to date',
    status: 'national',
    who,
    countedIf: 'They were permanently excluded from a school since 1 September, while in care.',
    notKnown: 'No exclusion on record counts as none.',
    source: exclusions,
    notes: ['One that the head cancelled, or after which the governors let the child come back, does not count.'],
    counts: {
      population: schoolAgeInCare,
      counted: { 'permanently excluded since 1 September, while in care': permanentlyExcluded },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-moved-school-mid-year',
    label: 'Changed school in the middle of a school year',
    national: { measure: 'children-in-care-who-moved-school-within-the-year', same: true },
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'national',
    who,
    countedIf: 'In the 12 months they began at another school, while in care, outside August and September.',
    notKnown: 'No school on record counts as no move.',
    source: 'Department for Education, stability of children looked after in England: school stability, methodology',
    notes: [
      'From 1 August to 30 September children move up, which is no move.',
      'A move before coming into care does not count. The national figure is of the year to 31 March.',
    ],
    counts: {
      population: schoolAgeInCare,
      counted: { 'began at another school outside August and September': movedSchool },
      whenNotKnown: 'stays',
    },
  }),
]
