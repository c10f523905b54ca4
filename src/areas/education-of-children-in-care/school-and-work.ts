import { pooled } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { notInEet, sessions, suspended, withEhcPlan } from './education-facts.ts'
import { schoolAgeInCare, years12And13InCare } from './populations.ts'

/** School, special educational needs, and what follows school. */
export const schoolAndWork: readonly Indicator[] = [
  indicator({
    key: 'cic-average-attendance-academic-ytd',
    label: 'Attendance, academic year to date',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'academic year to date',
    status: 'to be confirmed',
    question:
      'Is this the share of everyone’s sessions together, or the average of each child’s own share? We take the sessions together.',
    who: 'Children in care on the last day of the period who are of school age (reception to year 11) and have attendance data.',
    countedIf:
      'Of all the half-day sessions that they could have attended since September while in care, the share that they attended.',
    notKnown: 'A child without attendance data has no sessions and leaves the figure; how many there are is shown.',
    source:
      'Department for Education, pupil absence in schools in England: methodology; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Counting starts again each September, so September does not compare with July.',
      'No sessions are added in August, so it repeats July.',
      'A child who is registered at two schools at once is counted at the main one.',
      'A register of days before coming into care, or partly before it, adds none. School age is judged on 31 August.',
    ],
    counts: {
      population: schoolAgeInCare,
      measure: pooled([sessions], {
        of: (member) => sessions(member)?.attended,
        among: (member) => sessions(member)?.possible,
      }),
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'cic-with-ehcp',
    label: 'With an education, health and care plan',
    unit: 'per cent',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'inferred',
    who: 'Children in care on the last day of the period who are of school age (reception to year 11).',
    countedIf: 'An education, health and care plan is in force for them on that day.',
    notKnown: 'No plan on record counts as no plan.',
    source:
      'Children and Families Act 2014 section 37; Special Educational Needs and Disability Regulations 2014; group worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A plan that another authority keeps counts; an assessment still under way does not.',
      'Children below school age and young people in years 12 and 13 are not in the group, with a plan or without.',
    ],
    counts: {
      population: schoolAgeInCare,
      counted: { 'a plan is in force': withEhcPlan },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-suspended-current-academic-year',
    label: 'Suspended at least once this academic year',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'academic year to date',
    status: 'to be confirmed',
    question:
      'Is the group everyone in care at some time in the academic year, or only children in care now? We use children in care on the last day of the period.',
    who: 'Children in care on the last day of the period who are of school age (reception to year 11).',
    countedIf: 'They were suspended from school at least once, while in care, since 1 September.',
    notKnown: 'No suspension on record counts as none.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Counting starts again each September, so September does not compare with July.',
      'A child counts once however often they were suspended; half a day is enough.',
      'A suspension before coming into care does not count, nor one that the head cancelled.',
    ],
    counts: {
      population: schoolAgeInCare,
      counted: { 'suspended since 1 September, while in care': suspended },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-neet',
    label: 'Not in education, work or training',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Which ages are counted, and does an activity that is not known stay in the total? We use school years 12 and 13, and keep it in.',
    who: 'Children in care on the last day of the period who are 16 or 17 and past compulsory school age (years 12 and 13).',
    countedIf: 'Their main activity is recorded as neither education nor work nor training.',
    notKnown: 'A child whose activity is not known stays in the total, is not counted, and is shown as not known.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A 16-year-old who is still in year 11 is not in the group.',
      'Over the summer, a place for September counts as education.',
      'Unaccompanied children are in the group; one who waits for a course counts as without. Custody is told apart.',
      'The national figure is another measure: an average over December, January and February.',
    ],
    counts: {
      population: years12And13InCare,
      counted: { 'neither in education nor work nor training': notInEet },
      whenNotKnown: 'stays',
    },
  }),
]
