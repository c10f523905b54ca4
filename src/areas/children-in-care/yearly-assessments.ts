import type { Limit, Occasion } from '../../core/counting/chronology.ts'
import { test } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { later } from '../../core/dates/earlier-later.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs } from '../../core/definitions/field.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from './episodes.ts'
import { childrenInCare } from './populations.ts'
import { careStandards } from './standards.ts'
import { inCareRuns } from './timescales.ts'

const WhyAssessed = codeList('child-and-family-assessment-why', {
  label: 'Why the child was assessed',
  source: 'HM Government, Working Together to Safeguard Children; Dorset Council, child in care standards',
  codes: {
    referral: 'A referral',
    yearly: 'A year since the last, in care',
    change: 'Something changed that matters',
    'going-home': 'The child may go home',
    other: 'Another reason',
  },
})

/** What a social worker found out about a child and the family, and what has to come of it. */
export const ChildAndFamilyAssessment = recordType('child-and-family-assessment', {
  label: 'Child and family assessment',
  plural: 'child and family assessments',
  icon: 'review',
  source: 'Children Act 1989, section 17; HM Government, Working Together to Safeguard Children',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    worker: { kind: 'worker', label: 'Social worker', optional: true },
  },
  dated: 'startedOn',
  ends: 'completedOn',
  headline: 'why',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Begun on', { required: true }),
    why: code('Why', WhyAssessed),
    childSays: paragraphs('What the child says, and how they were'),
    goingWell: paragraphs('What is going well', { trueFrom: 'completedOn' }),
    worries: paragraphs('What worries us', { trueFrom: 'completedOn' }),
    toChange: paragraphs('What has to change, and who does it', { trueFrom: 'completedOn' }),
    completedOn: date('Completed on', { hint: 'The day on which a manager agreed it.' }),
  },
})

/** Once a year in care, from the last on; it begins with the last before the child came. */
export const yearlyAssessments = timescale({
  key: 'yearly-assessment',
  label: 'Child and family assessment',
  done: 'completed',
  source: careStandards.yearlyAssessment.source,
  reads: [Episode, ChildAndFamilyAssessment],
  recurs: true,
  runs: inCareRuns,
  met: (history) =>
    history
      .all(ChildAndFamilyAssessment)
      .flatMap(({ id, completedOn }) => (completedOn === null ? [] : [{ on: completedOn, because: [id] }]))
      .toSorted((one, other) => one.on - other.on),
  rules: [{ source: careStandards.yearlyAssessment.source, limit: assessmentLimit }],
})

function assessmentLimit({ number, run, history }: Occasion): Limit {
  const { within } = careStandards.yearlyAssessment
  if (number > 1) return { within, after: 'the last assessment' }
  const before = history
    .all(ChildAndFamilyAssessment)
    .flatMap(({ completedOn }) => (completedOn !== null && completedOn < run.from ? completedOn : []))
  if (before.length === 0) return { within, after: run.began }
  const last = before.reduce(later)
  const by = later(history.calendar.dueOn(last, within), run.from)
  return { by, why: `12 months after the last assessment, ${shortText(last)}, or as the child came into care` }
}

export const yearlyAssessmentList: WorkList = workList({
  key: 'yearly-assessments',
  label: 'Yearly assessments of children in care',
  source: careStandards.yearlyAssessment.source,
  population: childrenInCare,
  timescale: yearlyAssessments,
})

export const assessedYearly: Indicator = indicator({
  key: 'cic-assessment-up-to-date',
  label: 'Children in care whose assessment is up to date',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'stated',
  who: 'Children in care on the last day of the period. Short breaks are left out.',
  countedIf: 'No child and family assessment was overdue on that day.',
  notKnown: 'An assessment that is not recorded was not made.',
  source: careStandards.yearlyAssessment.source,
  notes: [
    'The first in care is due 12 months after the last before the child came; where there was none, 12 months after coming into care.',
    'One that was begun counts from the day on which it was completed.',
  ],
  counts: {
    population: childrenInCare,
    counted: {
      'no assessment is overdue': test([yearlyAssessments], ({ history }) =>
        history.clocks(yearlyAssessments).every(({ state }) => state !== 'overdue'),
      ),
    },
    whenNotKnown: 'stays',
  },
})
