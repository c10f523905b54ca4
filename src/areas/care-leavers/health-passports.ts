import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { passportGiven, turned18InCare } from './passport-tests.ts'

/** The summary of their health record that young people take with them when they leave care. */
export const healthPassports: readonly Indicator[] = [
  indicator({
    key: 'health-passports-completed',
    label: 'Health passports completed',
    unit: 'count',
    goodIs: 'neither',
    covers: 'the cohort of the period',
    ripeAfter: '2 months',
    status: 'to be confirmed',
    question:
      'Who is due a passport, and which month does the figure speak of? We count those who turn 18 in care, under the month of their birthday.',
    who: 'Children in care who turn 18 during the period.',
    countedIf: 'They were given their health passport no later than two months after the end of the period.',
    notKnown: 'No date on record counts as not given.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A passport given before the birthday counts.',
      'A passport that the young person declined does not count; the reason is kept.',
      'A passport given to somebody who was not due one does not count.',
    ],
    counts: {
      population: turned18InCare,
      counted: { 'given their health passport': passportGiven },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'health-passports-due',
    label: 'Health passports due',
    unit: 'count',
    goodIs: 'neither',
    covers: 'the cohort of the period',
    ripeAfter: '2 months',
    status: 'to be confirmed',
    question:
      'Who is due a passport, and which month does the figure speak of? We count those who turn 18 in care, under the month of their birthday.',
    who: 'Children in care who turn 18 during the period: each is due a summary of their health record to take with them.',
    notKnown: 'Cannot arise: the date of birth is always recorded.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A child who left care before turning 18 is not due one.',
      'Unaccompanied children are due one like everyone else.',
    ],
    counts: { population: turned18InCare, whenNotKnown: 'leaves' },
  }),
]
