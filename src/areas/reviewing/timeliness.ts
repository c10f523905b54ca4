import type { Occurrence, Timescale } from '../../core/counting/chronology.ts'
import { type Answer, fact, narrow, type RecordMember, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { periodBegun } from '../children-in-care/care-facts.ts'
import { childrenInCare, reviewsHeld, startedCare } from '../children-in-care/populations.ts'
import type { CareReview } from '../children-in-care/reviews-and-visits.ts'
import { ReviewRecord } from './contact-records.ts'
import { formalDispute } from './escalation-clocks.ts'
import { Escalation } from './escalation-records.ts'
import { escalationsClosed } from './escalation-tests.ts'
import { officerAllocated, officerContacts } from './officer-clocks.ts'
import { contactExpected } from './populations.ts'
import { midwayChecks, minutesSent, recommendations, reportKnown } from './review-clocks.ts'
import { reviewingStandards } from './standards.ts'

type OfReview = RecordMember<typeof CareReview>

/** Whether a clock was met in time: not known while there still is time, nor where its day is not. */
const metInTime = (clock: Occurrence | undefined): Answer =>
  clock === undefined || clock.state === 'not known' || clock.state === 'due' ? undefined : clock.state === 'in time'

const inTime = (timescale: Timescale) =>
  test([timescale], ({ history, record }: OfReview) =>
    metInTime(history.clocks(timescale).find(({ run }) => run.because.includes(record.id))),
  )

const reportInTime = test([ReviewRecord, reportKnown], ({ history, record }: OfReview) => {
  const clock = history.clocks(reportKnown).find(({ run }) => run.sort === String(record.heldOn))
  if (clock === undefined) return false
  return clock.due === null || record.heldOn === null ? undefined : clock.due <= record.heldOn
})

/** Of reviews, by the month in which they were held: the minutes of one held at its end are due in the next. */
const ofReviews = {
  unit: 'per cent',
  goodIs: 'high',
  covers: 'the cohort of the period',
  who: 'Reviews of children in care held during the period. Short breaks are left out.',
} as const
const byMonth = (days: number) => [
  `The figure belongs to the month in which the reviews were held, however late they are written up, and is complete ${days} working days after it.`,
]

const firstOfficer = fact([periodBegun, officerAllocated], (member) => {
  const began = periodBegun(member)?.startedOn
  return member.history.clocks(officerAllocated).find(({ run }) => run.from === began)
})

const stayedFiveDays = narrow(startedCare, {
  key: 'started-care-5-days',
  label: 'Children who came into care and stayed for five working days',
  source: reviewingStandards.allocated.source,
  exclude: {
    'left again before the 5th working day': test([periodBegun, firstOfficer], (member) => {
      const [endedOn, due] = [periodBegun(member)?.endedOn ?? null, firstOfficer(member)?.due ?? null]
      return endedOn !== null && due !== null && endedOn < due
    }),
  },
})

const formalOnes = narrow(escalationsClosed, {
  key: 'escalations-closed-formal',
  label: 'Formal escalations that were closed',
  source: reviewingStandards.dispute.source,
  include: {
    'was formal': test([Escalation], ({ record }: RecordMember<typeof Escalation>) => record.formalOn !== null),
  },
})

const concludedInTime = test([formalDispute], ({ history, record }: RecordMember<typeof Escalation>) =>
  metInTime(history.clocks(formalDispute).find(({ run }) => run.because.includes(record.id))),
)

/** Whether reviewing officers do in time what the law and the handbook ask. */
export const timeliness: readonly Indicator[] = [
  indicator({
    ...ofReviews,
    ripeAfter: '5 working days',
    key: 'review-recommendations-in-time',
    label: 'Recommendations sent within 5 working days',
    status: 'stated',
    countedIf: 'Its recommendations went to the manager within five working days.',
    notKnown:
      'Recommendations that are not recorded when the time is over were not sent; until then the review is not in the share.',
    source: reviewingStandards.recommendations.source,
    notes: byMonth(5),
    counts: {
      population: reviewsHeld,
      counted: { 'recommendations within 5 working days': inTime(recommendations) },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    ...ofReviews,
    ripeAfter: '20 working days',
    key: 'review-minutes-in-time',
    label: 'Minutes sent within 20 working days',
    status: 'stated',
    countedIf: 'Its minutes went to everybody within 20 working days.',
    notKnown:
      'Minutes that are not recorded when the time is over were not sent; until then the review is not in the share.',
    source: reviewingStandards.minutesSent.source,
    notes: byMonth(20),
    counts: {
      population: reviewsHeld,
      counted: { 'minutes within 20 working days': inTime(minutesSent) },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    ...ofReviews,
    key: 'review-reports-in-time',
    label: 'Social worker’s report 3 working days before',
    status: 'stated',
    countedIf: 'The social worker’s report was sent at least three working days before the review.',
    notKnown: 'A report that is not recorded was not sent.',
    source: reviewingStandards.reportBefore.source,
    counts: {
      population: reviewsHeld,
      counted: { 'report 3 working days before': reportInTime },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'reviewing-officer-in-time',
    label: 'Reviewing officer within 5 working days',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the cohort of the period',
    ripeAfter: '5 working days',
    status: 'stated',
    who: 'Children who came into care during the period and did not leave again before the 5th working day after. Short breaks are left out.',
    countedIf: 'A named reviewing officer was allocated to them within five working days.',
    notKnown: 'No officer on record when the time is over counts as none; until then the child is not in the share.',
    source: reviewingStandards.allocated.source,
    counts: {
      population: stayedFiveDays,
      counted: {
        'a reviewing officer within 5 working days': test([firstOfficer], (member) => metInTime(firstOfficer(member))),
      },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'reviewing-contact-6-months',
    label: 'Heard from their reviewing officer in 6 months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'In which placements is a contact not expected? We leave out children who live with the family that is to adopt them.',
    who: 'Children in care on the last day of the period who are not placed for adoption. Short breaks are left out.',
    countedIf: 'Their reviewing officer was in touch with them in the last six months, or they came into care since.',
    notKnown: 'A contact that is not recorded was not made.',
    source: reviewingStandards.contact.source,
    notes: ['Any way counts: a visit, a call, a text, a card.'],
    counts: {
      population: contactExpected,
      counted: {
        'no contact is overdue': test([officerContacts], ({ history }) =>
          history.clocks(officerContacts).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'midway-checks-up-to-date',
    label: 'Midway checks up to date',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'stated',
    who: 'Children in care on the last day of the period. Short breaks are left out.',
    countedIf: 'No midway check between two of their reviews was overdue on that day.',
    notKnown: 'A check that is not recorded was not made.',
    source: reviewingStandards.midwayAfterLater.source,
    counts: {
      population: childrenInCare,
      counted: {
        'no midway check is overdue': test([midwayChecks], ({ history }) =>
          history.clocks(midwayChecks).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'formal-disputes-in-time',
    label: 'Formal escalations closed within 20 working days',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'stated',
    who: 'Escalations that had become formal and were closed in the 12 months up to the last day of the period.',
    countedIf: 'All formal stages together took no more than 20 working days.',
    notKnown: 'One that became formal before the years whose bank holidays are known stays in the total.',
    source: reviewingStandards.dispute.source,
    notes: ['The informal stage comes before, and is not inside the 20 working days.'],
    counts: {
      population: formalOnes,
      counted: { 'within 20 working days': concludedInTime },
      whenNotKnown: 'stays',
    },
  }),
]
