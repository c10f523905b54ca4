import type { Interval } from '../../core/dates/interval.ts'

/**
 * How long something may take where no text of the law that we have seen says it, with where the number comes from. An authority that goes by another
 * writes its own here.
 */
type Standard = { readonly within: Interval; readonly source: string }

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const chosen = 'no number of days in the law; chosen: to be confirmed by the authority'

export const careStandards = {
  /** For a review that somebody asks for without a day. */
  earlyReview: { within: '20 working days', source: `${regulations}, regulation 33(3): ${chosen}` },
  /** As soon as is practicable. */
  visitOnRequest: { within: '1 week', source: `${regulations}, regulation 28(7): ${chosen}` },
  visitOnNotice: { within: '1 week', source: `${regulations}, regulation 28(8): from the field, to be checked` },
  visitInCustody: {
    within: '10 working days',
    source:
      'Visits to Former Looked After Children in Detention (England) Regulations 2010: from the field, to be checked',
  },
  transfer: {
    within: '5 working days',
    source:
      'Home Office, National Transfer Scheme protocol (10 working days in earlier ones): from the field, to be checked',
  },
  yearlyAssessment: {
    within: '12 months',
    source:
      'Local standard: Dorset Council, Corporate Parenting Board papers 2023 (a child and family assessment every year in care); Children Act 1989, section 17',
  },
  /** Later than this an interview tells nothing of the time away any more: it is missed. */
  interviewAtTheLatest: {
    within: '3 months',
    source: `Statutory guidance on missing children names no last day: ${chosen}`,
  },
} as const satisfies Record<string, Standard>
