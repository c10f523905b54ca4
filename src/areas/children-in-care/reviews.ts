import { factOfDay, narrow, type RecordMember, test } from '../../core/counting/define.ts'
import { ageOn } from '../../core/dates/age.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { Person } from '../people/person.ts'
import { currentPeriod } from './care-facts.ts'
import { childrenInCare, firstOfMonths, reviewsHeld } from './populations.ts'
import { careReviews } from './review-clock.ts'
import { CareReview } from './reviews-and-visits.ts'
import { noVisitOverdue } from './visit-clock.ts'

type OfReview = RecordMember<typeof CareReview>

const heldInTime = test([careReviews], ({ history, record }: OfReview) => {
  const clock = history.clocks(careReviews).find(({ because }) => because.includes(record.id))
  return clock === undefined || clock.state === 'not known' ? undefined : clock.state === 'in time'
})

/**
 * Of the present period of care: those that fell due in the 12 months up to the day, and one that was overdue for longer in them: it is still, or was when other
 * rules began to ask.
 */
const reviewsDue = factOfDay([careReviews, currentPeriod], (member) => {
  const since = firstOfMonths(member.asAt, 12)
  const began = currentPeriod(member)?.startedOn
  return member.history
    .clocks(careReviews)
    .filter(
      ({ run, due, state }) =>
        began !== undefined &&
        run.from >= began &&
        due !== null &&
        (state === 'overdue' ||
          (state === 'missed' && run.until !== null && since < run.until) ||
          (state !== 'due' && state !== 'not required' && since <= due && due <= member.asAt)),
    )
})

const everyReviewInTime = test([reviewsDue], (member) => reviewsDue(member).every(({ state }) => state === 'in time'))

const aReviewWasDue = test([reviewsDue, currentPeriod], (member) =>
  currentPeriod(member) === undefined ? undefined : reviewsDue(member).length > 0,
)

const underFour = test([Person], ({ history, record }: OfReview) => {
  if (record.participation === 'PN0') return true
  const bornOn = history.latest(Person, ({ person }) => person === history.subject)?.bornOn ?? null
  return bornOn === null || record.heldOn === null ? undefined : ageOn(bornOn, record.heldOn) < 4
})

/** PN4, there and gave no view, is not taking part; no code is not known. */
const tookPart = test([CareReview], ({ record }: OfReview) =>
  record.participation === null ? undefined : ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'].includes(record.participation),
)

const reviewDue = narrow(childrenInCare, {
  key: 'in-care-review-due',
  label: 'Children in care of whom a review fell due in the 12 months',
  source: 'Department for Children, Schools and Families, National Indicator 66',
  include: { 'a review fell due in the 12 months': aReviewWasDue },
})

const ofFourAndOver = narrow(reviewsHeld, {
  key: 'reviews-held-4-and-over',
  label: 'Reviews held of children aged 4 or over',
  source: 'DfE SSDA903, reviews (REVIEW_CODE)',
  exclude: { 'under 4 on the day of the review': underFour },
})

/** Whether children in care are reviewed and visited when the law asks, and take part. */
export const reviews: readonly Indicator[] = [
  indicator({
    key: 'cic-reviews-in-time',
    label: 'Children with every review in time',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period of whom a review fell due in the 12 months up to it, or has been overdue for longer. Short breaks are left out.',
    countedIf: 'Each of these reviews was held by the day it was due.',
    notKnown: 'A review that is not recorded was not held.',
    source: 'National Indicator 66; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
    notes: [
      'A review that is overdue and has not been held counts against the child, unlike in a share of the reviews that were held.',
      'Each is due from the day on which the one before it really was held.',
      'Of a child whom we may place for adoption, or have placed, the reviews of the adoption regulations are asked in place of the others.',
    ],
    counts: { population: reviewDue, counted: { 'every review in time': everyReviewInTime }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'reviews-held-in-time',
    label: 'Reviews held in time',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'stated',
    who: 'Reviews of children in care held in the 12 months up to the last day of the period. Short breaks are left out.',
    countedIf: 'The review was held by the day it was due.',
    notKnown: 'A review that belongs to no known period of care stays in the total and is not counted.',
    source: 'Dorset Council, reviewing officers’ annual report 2022-23',
    notes: [
      'A review that is overdue and has not been held is not among them: see children with every review in time.',
    ],
    counts: { population: reviewsHeld, counted: { 'held in time': heldInTime }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-review-participation',
    label: 'Reviews in which the child took part',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'stated',
    who: 'Reviews of children in care held in the 12 months up to the last day of the period, of children aged 4 or over on the day of the review. Short breaks are left out.',
    countedIf: 'The child spoke, an advocate spoke for them, or they sent their views, whether or not they were there.',
    notKnown: 'A review without a record of how the child took part stays in the total and is not counted.',
    source: 'DfE SSDA903, reviews (REVIEW_CODE); Dorset Council, reviewing officers’ annual report 2022-23',
    notes: ['Being there and giving no view (PN4) does not count.'],
    counts: { population: ofFourAndOver, counted: { 'took part': tookPart }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-visits-up-to-date',
    label: 'Visits up to date',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period. Short breaks are left out.',
    countedIf: 'No visit to the child was overdue on that day.',
    notKnown:
      'A visit that is not recorded was not made. A child placed for adoption of whom no review’s decision about visits is recorded stays in the total and is not counted.',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28; Adoption Agencies Regulations 2005, regulation 36(4)',
    notes: [
      'The visits begin anew with each placement: the first within a week.',
      'A visit at which the child was not seen does not count.',
      'Of a child placed for adoption the visits of the adoption regulations are asked in place of the others: weekly until the first review, then as the reviews decide.',
    ],
    counts: {
      population: childrenInCare,
      counted: { 'no visit is overdue': noVisitOverdue },
      whenNotKnown: 'stays',
    },
  }),
]
