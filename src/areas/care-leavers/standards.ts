import type { Interval } from '../../core/dates/interval.ts'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'

/**
 * A length of time that is no law, or of which we know the law by heart only: what an authority may set otherwise. `from`: since when it holds; what began
 * before is not asked.
 */
export type Standard = { readonly within: Interval; readonly from?: PlainDate; readonly source: string }

const unproven = 'from our own knowledge, to be confirmed'

export const standards = {
  /** The regulation says as soon as possible after the assessment. */
  planMade: {
    within: '3 months',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 43 (as soon as possible); three months is the usual measure',
  },
  relevantAssessed: {
    within: '3 months',
    source: `Care Leavers (England) Regulations 2010, regulation 5 (${unproven})`,
  },
  reviewAfterMove: {
    within: '28 days',
    source: `Care Leavers (England) Regulations 2010, regulation 7(4) (${unproven})`,
  },
  supervision: {
    within: '4 weeks',
    source: 'Local standard: Dorset Council, supervision every four weeks while a home does not suit',
  },
  /** Before 16, so that the adviser is there on the birthday. */
  adviserForeseen: {
    within: '3 months',
    source: 'Children Act 1989, schedule 2, paragraph 19C; Local standard: Dorset Council, advisers allocated at 16',
  },
  passportForeseen: {
    within: '3 months',
    source: 'Local; Dorset Council, Corporate Parenting dataset, September 2023: due by the 18th birthday',
  },
  /** From the 17th birthday. */
  papersForeseen: { within: '12 months', source: 'Local; Dorset Council, Corporate Parenting Board: plan earlier' },
} as const satisfies Readonly<Record<string, Standard>>

/** The duty to tell whoever is 21 to 25 what they can have (Children and Social Work Act 2017, section 3). */
export const ENTITLED_SINCE = plainDate('2018-04-01')

/** Months before and after a birthday in which what is found out belongs to it. */
export const BIRTHDAY_WINDOW = {
  before: 3,
  after: 1,
  source: `DfE SSDA903, care leavers: guide; three months before the birthday to one month after (${unproven})`,
} as const
