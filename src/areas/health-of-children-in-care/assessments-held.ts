import { attribute, fact, population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { HealthAssessment, HealthAssessmentKind } from '../children-in-care/health.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { PlacedHere } from '../children-in-care/placed-here.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { healthAssessments } from './timescales.ts'

type OfAssessment = RecordMember<typeof HealthAssessment>

const wasDone = test([HealthAssessment], ({ record }: OfAssessment) => record.attendance === 'done')

/** The clock that it met: none of ours where the child is another authority's, or was no longer in care. */
const clockMet = fact([Episode, HealthAssessment, Person], ({ history, record }: OfAssessment) =>
  history.clocks(healthAssessments).find(({ done, because }) => done !== null && because.includes(record.id)),
)

const inTime = { 'in time': 'In time', late: 'Late' } as const

const whenItCame = attribute(
  'In time or late',
  [clockMet],
  (member: OfAssessment) => {
    const state = clockMet(member)?.state
    return state === 'in time' || state === 'late' ? inTime[state] : 'By no clock of ours'
  },
  { order: [...Object.values(inTime), 'By no clock of ours'] },
)

const WHOSE = ['In our care', 'Another authority’s, placed here', 'Neither'] as const

const whoseChild = attribute(
  'Whose child',
  [allPeriods, PlacedHere],
  (member: OfAssessment): (typeof WHOSE)[number] => {
    const { history, record } = member
    const on = record.assessedOn
    if (on !== null && inCareOn(allPeriods(member), on) === 'yes') return 'In our care'
    const isPlacedHere =
      history.howMany(
        PlacedHere,
        ({ startedOn, endedOn }) =>
          on !== null && startedOn !== null && startedOn <= on && (endedOn === null || endedOn > on),
      ) > 0
    return isPlacedHere ? 'Another authority’s, placed here' : 'Neither'
  },
  { order: WHOSE },
)

/** What health did, apart from whether it was in time: the two are never one figure. */
export const assessmentsHeld: readonly Indicator[] = [
  indicator({
    key: 'health-assessments-held',
    label: 'Health assessments held',
    unit: 'count',
    goodIs: 'neither',
    covers: 'in the period',
    status: 'stated',
    who: 'Health assessments that were held in the period: first ones and reviews, in time and late, of children in our care and of other authorities’ children placed here.',
    notKnown: 'Only what is recorded is counted; one that was refused or missed was not held.',
    source:
      'Dorset Council, Corporate Parenting report 2023 (what the health team did, overdue assessments and those of other authorities among it)',
    notes: [
      'It says how much was done. Whether each child was seen in time is another figure, and the two are not added.',
      'An assessment counts in the month in which it was held, whenever it was due.',
    ],
    counts: {
      population: population({
        key: 'health-assessments-held',
        label: 'Health assessments held',
        source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
        each: recordsDated(HealthAssessment, 'child', 'assessedOn'),
        include: { 'it was done': wasDone },
        by: {
          kind: attribute('First or review', [HealthAssessment], ({ record }: OfAssessment) => record.kind, {
            codes: HealthAssessmentKind,
          }),
          inTime: whenItCame,
          whose: whoseChild,
          ...aboutTheChild,
          ...whoseWork,
        },
      }),
      whenNotKnown: 'stays',
    },
  }),
]
