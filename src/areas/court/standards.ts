import type { Interval } from '../../core/dates/interval.ts'

/** How long something may take, with where the number comes from: another authority writes its own where that is a local standard. */
type Standard = { readonly within: Interval; readonly source: string }

const chosen = 'Local standard, chosen: to be confirmed by the authority'
const rules = 'Family Procedure Rules, practice direction 12A'

export const courtStandards = {
  letter: { within: '5 working days', source: chosen },
  firstMeeting: { within: '10 working days', source: chosen },
  review: { within: '6 weeks', source: chosen },
  preProceedings: {
    within: '16 weeks',
    source:
      'Public Law Working Group, best practice guidance 2021 (as a rule 12 weeks, not normally more than 16): known from the field, to be checked against the text',
  },
  /** Nor before the 12th working day, which no list has to ask for: the court lists it. */
  caseManagement: {
    within: '18 working days',
    source: `${rules}: known from the field, to be checked against the text`,
  },
  proceedings: { within: '26 weeks beginning with', source: 'Children Act 1989, section 32(1)(a)(ii)' },
} as const satisfies Record<string, Standard>
