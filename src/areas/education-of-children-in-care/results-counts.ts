import { attribute, measure, population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { inCareWithoutBreak } from '../children-in-care/in-care.ts'
import { Allocation } from '../organisation/allocation.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { adviserOn } from './advisers.ts'
import { SchoolResults } from './results.ts'

type OfResults = RecordMember<typeof SchoolResults>

/** Results are given in summer: they belong to children who had been in care for 12 months on the 31 March before. */
function marchBefore(date: PlainDate): PlainDate {
  const march = fromParts(partsOf(date).year, 3, 31)
  return march <= date ? march : fromParts(partsOf(date).year - 1, 3, 31)
}

const inCareTwelveMonths = test([allPeriods], (member: OfResults) => {
  const { resultsOn } = member.record
  if (resultsOn === null) return undefined
  const inCare = inCareWithoutBreak(allPeriods(member), marchBefore(resultsOn), 12)
  return inCare === 'not known' ? undefined : inCare === 'yes'
})

/** Whose of the virtual school they were when the results came. */
const adviserThen = attribute(
  'Adviser of the virtual school',
  [Allocation],
  (member: OfResults) => (member.record.resultsOn === null ? null : adviserOn(member, member.record.resultsOn)),
  { named: 'subject' },
)

const atStage = (stage: string) => test([SchoolResults], ({ record }: OfResults) => record.stage === stage)
const source =
  'Department for Education, outcomes for children in need, including children looked after by local authorities in England: methodology'

const resultsAt = (stage: string, label: string) =>
  population({
    key: `results-in-care-${stage.toLowerCase()}`,
    label: `Results of children in care, ${label}`,
    source,
    each: recordsDated(SchoolResults, 'child', 'resultsOn'),
    include: { [label]: atStage(stage), 'in care for 12 months on the 31 March before': inCareTwelveMonths },
    by: { ...aboutTheChild, ...whoseWork, adviser: adviserThen },
  })

const keyStage2 = resultsAt('KS2', 'at the end of key stage 2')
const keyStage4 = resultsAt('KS4', 'at the end of key stage 4')

/** Reading, writing and maths: one that is below is enough for no; one that is not known leaves it open unless another is below. */
const expectedInAll = test([SchoolResults], ({ record }: OfResults) => {
  const standards = [record.reading, record.writing, record.maths]
  if (standards.some((one) => one === 'below' || one === 'absent')) return false
  return standards.includes(null) ? undefined : true
})

const shared = {
  goodIs: 'high',
  covers: 'rolling 12 months',
  status: 'national',
  source,
} as const

const whoAt = (stage: string) =>
  `Children whose results at the end of ${stage} were given in the 12 months, and who had been in care for 12 months or more on the 31 March before them.`

/** What children in care reach at the end of a stage: the latest results. */
export const attainment: readonly Indicator[] = [
  indicator({
    ...shared,
    key: 'cic-ks2-expected-reading-writing-maths',
    label: 'Expected standard in reading, writing and maths at 11',
    national: {
      measure: 'children-in-care-at-the-expected-standard-at-11-reading-writing-and-maths',
      differs: 'The national figure is of children in care for 12 months or more at the end of March.',
    },
    unit: 'per cent',
    who: whoAt('key stage 2'),
    countedIf: 'They reached the expected standard, or a higher one, in all three.',
    notKnown:
      'A child of whom a subject is not recorded leaves the figure, unless another shows that the answer is no.',
    notes: ['Absent or unable to take a test counts as not reached.'],
    counts: {
      population: keyStage2,
      counted: { 'expected standard in all three': expectedInAll },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    ...shared,
    key: 'cic-attainment-8',
    label: 'Attainment 8, average',
    national: {
      measure: 'children-in-care-attainment-8-score-at-16',
      differs: 'The national figure is of children in care for 12 months or more at the end of March.',
    },
    unit: 'score',
    who: whoAt('key stage 4'),
    countedIf: 'The average of their Attainment 8 scores (0 to 90).',
    notKnown: 'A child without a score leaves the average; a missing score is not 0.',
    counts: {
      population: keyStage4,
      measure: measure('mean', [SchoolResults], ({ record }: OfResults) => record.attainment8 ?? undefined),
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    ...shared,
    key: 'cic-progress-8',
    label: 'Progress 8, average',
    unit: 'score',
    who: whoAt('key stage 4'),
    countedIf: 'The average of their Progress 8 scores: 0 is as well as others who began alike.',
    notKnown: 'A child without a score leaves the average; a missing score is not 0.',
    notes: [
      'Progress 8 is not published for 2024/25 and 2025/26: there is no figure for those years, and it is not 0.',
    ],
    counts: {
      population: keyStage4,
      measure: measure('mean', [SchoolResults], ({ record }: OfResults) => record.progress8 ?? undefined),
      whenNotKnown: 'leaves',
    },
  }),
]
