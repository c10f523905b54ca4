import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { matchedAfterThreeMonths, waitedThreeMonths } from './scorecard-facts.ts'
import { adoptersMatched, adoptersWaiting } from './scorecard-populations.ts'

const source = 'Department for Education, adoption scorecards, adopter indicators'

/** Approved families, and how long they wait for a child. */
export const familiesWaiting: readonly Indicator[] = [
  indicator({
    key: 'adopters-approved-waiting',
    label: 'Approved adopters waiting for a match',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Do the scorecards count families who are matched and not placed yet? We do not: we count those who are approved and not matched.',
    who: 'Households approved as suitable to adopt on the last day of the period who are not matched with a child. A couple is one household.',
    notKnown: 'Cannot arise: no match on record is no match.',
    source: `${source} (A11)`,
    notes: ['A household whose match ended without an adoption waits again.'],
    counts: { population: adoptersWaiting, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'adopters-matched-after-3-months',
    label: 'Adopters matched who had waited three months or more',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Households matched with a child in the 12 months up to the last day of the period. A couple is one household.',
    countedIf: 'The match was decided three months or more after they were approved.',
    notKnown: 'A household whose approval is not recorded is left out.',
    source: `${source} (A12)`,
    notes: ['Of several matches in the 12 months the first counts.'],
    counts: {
      population: adoptersMatched,
      counted: { 'three months or more from approval to match': matchedAfterThreeMonths },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'adopters-waiting-3-months',
    label: 'Approved adopters who have waited three months or more',
    unit: 'per cent',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Is this what the scorecards’ indicator A13 says? We take those who are approved, not matched, and have waited three months or more.',
    who: 'Households approved as suitable to adopt on the last day of the period who are not matched with a child. A couple is one household.',
    countedIf: 'They were approved three months ago or more.',
    notKnown: 'Cannot arise: a decision has a date.',
    source: `${source} (A13)`,
    counts: {
      population: adoptersWaiting,
      counted: { 'approved three months ago or more': waitedThreeMonths },
      whenNotKnown: 'leaves',
    },
  }),
]
