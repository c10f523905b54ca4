import { measure } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { fourTo16InCareTwelveMonths, scored, scoreOfConcern, scoreOfYear } from './sdq-tests.ts'

const latestScore = measure('mean', [scoreOfYear], scoreOfYear)

/** How children in care feel and behave, as their carers describe it. */
export const emotionalHealth: readonly Indicator[] = [
  indicator({
    key: 'sdq-completed-4-16',
    label: 'Strengths and difficulties form completed',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period, aged 4 to 16 that day, who have been in care without a break for 12 months or more.',
    countedIf:
      'Their carer’s strengths and difficulties questionnaire has a total score dated in the 12 months up to that day.',
    notKnown: 'No score, for whatever reason, counts as not completed, and the child stays in the total.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: [
      'A score of 0 is a score.',
      'A reason for having no score, such as a severe disability, does not take a child out of the total.',
      'A 17-year-old is not in the group, even with a score from the age of 16.',
      'The yearly return asks about fewer children: those who were 4 as its year began and are not yet 17 as it ends. National figures are printed for ages 5 to 16.',
    ],
    counts: {
      population: fourTo16InCareTwelveMonths,
      counted: { 'a total score in the 12 months': scored },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'sdq-average-score-4-16',
    label: 'Strengths and difficulties score, average',
    unit: 'score',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period, aged 4 to 16 that day, who have been in care without a break for 12 months or more.',
    countedIf:
      'The average of the latest total scores (0 to 40) that their carers gave in the 12 months up to that day. A lower score means fewer difficulties.',
    notKnown: 'A child without a score leaves the average; a missing score is not 0.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: ['A score of 0 is a score and counts.', 'If a child has more than one score, only the latest counts.'],
    counts: { population: fourTo16InCareTwelveMonths, measure: latestScore, whenNotKnown: 'leaves' },
  }),
]

/** Beside what the authority publishes. */
export const moreOfEmotionalHealth: readonly Indicator[] = [
  indicator({
    key: 'sdq-of-concern-4-16',
    label: 'Strengths and difficulties score of concern',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period, aged 4 to 16 that day, who have been in care without a break for 12 months or more.',
    countedIf: 'The latest total score that their carer gave in the 12 months up to that day is 17 or more.',
    notKnown: 'A child without a score leaves the figure; how many there are is shown.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: ['0 to 13 is no cause for concern, 14 to 16 borderline, 17 to 40 a cause for concern.'],
    counts: {
      population: fourTo16InCareTwelveMonths,
      counted: { 'a score of 17 or more': scoreOfConcern },
      whenNotKnown: 'leaves',
    },
  }),
]
