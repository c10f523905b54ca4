import { narrow, type Population } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { inCareTwelveMonths, whereTheyCame } from '../children-in-care/populations.ts'
import { excludingUascOnArrival } from '../children-in-care/unaccompanied.ts'
import {
  assessedInYear,
  dentalCheckInYear,
  firstAssessmentInTime,
  immunised,
  newInCareTwentyDays,
} from './health-tests.ts'
import { whyFirstLate, whyWithoutDentalCheck, whyYearlyLate } from './why-late.ts'

/** A population with more that its figures can be broken down by. */
const withMore = (of: Population, key: string, by: Population['by']): Population => ({
  ...narrow(of, { key, label: of.label, source: of.source }),
  by: { ...of.by, ...by },
})

const firstAssessment = indicator({
  key: 'iha-within-20-days',
  label: 'First health assessment within 20 days',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'the cohort of the period',
  ripeAfter: '20 working days',
  status: 'inferred',
  who: 'Children who came into care during the period and did not leave again before the 20th working day after. Short breaks are left out.',
  countedIf: 'Their first health assessment was held within 20 working days of coming into care.',
  notKnown: 'No date, or a refusal, counts as not held, and the child stays in the total.',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Department for Education and Department of Health, promoting the health and well-being of looked-after children; group worked out from Dorset Council, Corporate Parenting dataset, September 2023',
  notes: [
    'The figure belongs to the month in which the children came into care, and is complete when 20 working days have passed after it.',
    'An assessment on working day 20 is in time, on day 21 it is not; for a child who arrives on a Saturday, Monday is day 1.',
    'An assessment held in time and recorded late counts as in time.',
    'A review health assessment, which a nurse may make, is not a first one.',
  ],
  counts: {
    population: withMore(newInCareTwentyDays, 'first-health-assessments', {
      location: whereTheyCame,
      whyLate: whyFirstLate,
    }),
    counted: { 'first health assessment within 20 working days': firstAssessmentInTime },
    whenNotKnown: 'stays',
  },
})

/** By dated checks; the yearly yes or no of the return is another figure. */
export const dentalInTwelveMonths = indicator({
  key: 'dental-check-within-12-months',
  label: 'Dental check in the last 12 months',
  national: { measure: 'children-in-care-who-saw-a-dentist', same: true },
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'national',
  who: 'Children in care on the last day of the period who have been in care without a break for 12 months or more. Short breaks are left out.',
  countedIf: 'They had a dental check in the 12 months up to that day.',
  notKnown: 'A check that was declined or is not recorded counts as no check, and the child stays in the total.',
  source: 'Department for Education, children looked after in England: methodology',
  notes: [
    'A check exactly 12 months ago counts; an appointment that is only planned does not.',
    'Babies without teeth stay in the total.',
  ],
  counts: {
    population: withMore(inCareTwelveMonths, 'dental-checks', { whyWithout: whyWithoutDentalCheck }),
    counted: { 'a dental check in the 12 months': dentalCheckInYear },
    whenNotKnown: 'stays',
  },
})

/** Checks, assessments and immunisations of children in care. */
export const physicalHealth: readonly Indicator[] = [
  firstAssessment,
  excludingUascOnArrival(firstAssessment, {
    who: 'Children who came into care during the period, were not unaccompanied asylum-seeking children on that day, and did not leave again before the 20th working day after. Short breaks are left out.',
  }),
  indicator({
    key: 'immunisations-up-to-date-12-months-plus',
    label: 'Immunisations up to date',
    national: { measure: 'children-in-care-whose-vaccinations-are-up-to-date', same: true },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period who have been in care without a break for 12 months or more. Short breaks are left out.',
    countedIf:
      'They have had every immunisation that was due for their age by that day, including those due before they came into care.',
    notKnown: 'A refusal, or no record, counts as not up to date, and the child stays in the total.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: [
      'A single dose that is overdue by one day makes a child not up to date.',
      'One day out of care starts the 12 months again.',
      'An unaccompanied child whose history is not known counts as not up to date.',
    ],
    counts: {
      population: inCareTwelveMonths,
      counted: { 'every immunisation given': immunised },
      whenNotKnown: 'stays',
    },
  }),
  dentalInTwelveMonths,
  indicator({
    key: 'annual-health-assessment-on-time-12-months-plus',
    label: 'Annual health assessment on time',
    national: {
      measure: 'children-in-care-who-had-their-yearly-health-check',
      differs:
        'The national figure counts whoever had the assessments due in the year; ours whether the last came on time.',
    },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period who have been in care without a break for 12 months or more. Short breaks are left out.',
    countedIf:
      'Aged 5 or over, they had a health assessment in the 12 months up to that day; younger children had one in each half of the 12 months.',
    notKnown: 'A refusal, or no record, counts as not done, and the child stays in the total.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Department for Education, children looked after in England: methodology',
    notes: [
      'A child under 5 with only one of the two assessments is not up to date.',
      'For a child who turns 5 during the year, the rule on the day each assessment was due decides.',
      'The first assessment on coming into care counts as one of them.',
      'An assessment held later than planned, but within the 12 months, counts.',
    ],
    counts: {
      population: withMore(inCareTwelveMonths, 'yearly-health-assessments', { whyLate: whyYearlyLate }),
      counted: { 'health assessments of the 12 months held': assessedInYear },
      whenNotKnown: 'stays',
    },
  }),
]
