import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { CareReview } from './reviews-and-visits.ts'
import { careStandards } from './standards.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

const WhyEarly = codeList('early-review-why', {
  label: 'Why a review comes first',
  source: `${regulations}, regulations 30, 32(2) and 33(3)`,
  codes: {
    officer: 'The reviewing officer asks for one',
    visit: 'A visit raised a worry about the child’s welfare',
    ceasing: 'We mean to stop accommodating the child, and no parent takes over',
    custody: 'The child leaves custody',
    change: 'The care plan is to change in something that matters',
  },
})

/** What asks for a review before the next would be due. The review itself is a `CareReview`. */
export const EarlyReview = recordType('early-review', {
  label: 'Reason to review early',
  plural: 'reasons to review early',
  icon: 'review',
  source: `${regulations}, regulations 32(2) and 33(3)`,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'askedOn',
  ends: 'withdrawnOn',
  headline: 'why',
  identity: ['child', 'askedOn', 'why'],
  fields: {
    askedOn: date('Since', { required: true, hint: 'The day on which it was asked for, or proposed.' }),
    why: code('Why a review comes first', WhyEarly, { required: true }),
    eventOn: plannedDate('It is meant to happen on', { hint: 'The review has to be held by this day.' }),
    what: paragraphs('What is proposed, and what the child says of it'),
    whyNotBefore: paragraphs('If the plan had to change before a review could be held: why'),
    withdrawnOn: date('No longer so since', { hint: 'The day on which it was given up.' }),
  },
})

const isChange = (why: string | null): boolean => why === 'change'

const runsWhere =
  (which: (why: string | null) => boolean) =>
  (history: Chronology): readonly Run[] =>
    history.all(EarlyReview).flatMap(({ id, askedOn, why, withdrawnOn }) =>
      askedOn === null || !which(why)
        ? []
        : [
            {
              from: askedOn,
              until: withdrawnOn,
              began: isChange(why) ? 'the change was proposed' : 'the reason arose',
              because: [id],
              sort: String(id),
            },
          ],
    )

const reviewsHeld = (history: Chronology): readonly Met[] =>
  history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }]))

const reasonOf = ({ history, run }: Occasion) => history.all(EarlyReview).find(({ id }) => String(id) === run.sort)

/** Whoever asks, a worry at a visit, the end of accommodation, the way out of custody: a review comes first. */
export const earlyReviews = timescale({
  key: 'early-review',
  label: 'Review before something happens',
  done: 'held',
  source: `${regulations}, regulation 33(3)`,
  reads: [EarlyReview, CareReview],
  recurs: false,
  runs: runsWhere((why) => !isChange(why)),
  met: reviewsHeld,
  rules: [
    {
      source: careStandards.earlyReview.source,
      limit: (occasion): Limit => {
        const eventOn = reasonOf(occasion)?.eventOn ?? null
        return eventOn === null
          ? { within: careStandards.earlyReview.within, after: 'it was asked for' }
          : { by: eventOn, why: 'the day on which it is meant to happen' }
      },
    },
  ],
})

/** Nothing that matters in a care plan changes before a review has looked at it, unless that is not reasonably practicable. */
export const reviewsOfChange = timescale({
  key: 'plan-change-review',
  label: 'Review before the care plan changes',
  done: 'held',
  source: `${regulations}, regulation 32(2)`,
  reads: [EarlyReview, CareReview],
  recurs: false,
  runs: runsWhere(isChange),
  met: reviewsHeld,
  rules: [
    {
      source: `${regulations}, regulation 32(2)`,
      limit: (occasion): Limit => {
        const { eventOn = null, whyNotBefore = null } = reasonOf(occasion) ?? {}
        if (whyNotBefore !== null)
          return { notRequired: `A review first was not reasonably practicable: ${whyNotBefore}` }
        return eventOn === null
          ? { notKnown: 'no day is recorded on which the plan is to change' }
          : { by: eventOn, why: 'before the care plan changes' }
      },
    },
  ],
})
