import { type Indicator, indicator } from '../../core/definitions/indicator.ts'

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
    ],
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
  }),
]
