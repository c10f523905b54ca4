import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { CareReview } from '../children-in-care/reviews-and-visits.ts'
import { inCareRuns } from '../children-in-care/timescales.ts'
import { MidwayCheck, ReviewRecord } from './contact-records.ts'
import { reviewingStandards } from './standards.ts'

type Followed = RecordOf<typeof ReviewRecord>

/** Each review of a time in care, until the next was held or the child left: what was not done by then no longer will be. */
const reviewRuns = (history: Chronology): readonly Run[] =>
  inCareRuns(history).flatMap((care) => {
    const held = history
      .all(CareReview)
      .flatMap(({ id, heldOn }) =>
        heldOn === null || heldOn < care.from || (care.until !== null && heldOn > care.until) ? [] : [{ id, heldOn }],
      )
    return held.map(({ id, heldOn }, at) => ({
      from: heldOn,
      until: held[at + 1]?.heldOn ?? care.until,
      began: 'the review',
      because: [id],
      sort: at === 0 ? 'first' : 'later',
    }))
  })

/** What a review's record says was done, and when. */
const followedBy =
  (day: (one: Followed) => PlainDate | null) =>
  (history: Chronology, run: Run): readonly Met[] =>
    history.all(ReviewRecord).flatMap((one) => {
      const on = one.heldOn === run.from ? day(one) : null
      return on === null ? [] : [{ on, because: [one.id] }]
    })

const reads = [Episode, CareReview, ReviewRecord] as const

/** Recommendations go to the manager within five working days. */
export const recommendations = timescale({
  key: 'review-recommendations',
  label: 'Recommendations of a review',
  done: 'sent',
  source: reviewingStandards.recommendations.source,
  reads,
  recurs: false,
  runs: reviewRuns,
  met: followedBy(({ recommendedOn }) => recommendedOn),
  rules: [
    {
      source: reviewingStandards.recommendations.source,
      limit: () => ({ within: reviewingStandards.recommendations.within, after: 'the review' }),
    },
  ],
})

/** The manager accepts or challenges them; without an answer they are decisions when the time is over. */
export const managersAnswer = timescale({
  key: 'review-manager-answer',
  label: 'The manager’s answer to a review',
  done: 'given',
  source: reviewingStandards.answer.source,
  reads,
  recurs: false,
  runs: (history) =>
    reviewRuns(history).flatMap((run) =>
      followedBy(({ recommendedOn }) => recommendedOn)(history, run).map(({ on, because }) => ({
        ...run,
        from: on,
        began: 'the recommendations were sent',
        because,
        sort: String(run.from),
      })),
    ),
  met: (history, { sort }) =>
    history
      .all(ReviewRecord)
      .flatMap(({ id, heldOn, answeredOn }) =>
        answeredOn !== null && String(heldOn) === sort ? [{ on: answeredOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: reviewingStandards.answer.source,
      limit: () => ({
        within: reviewingStandards.answer.within,
        after: 'the recommendations were sent; without an answer they are decisions then',
      }),
    },
  ],
})

export const minutesWritten = timescale({
  key: 'review-minutes-written',
  label: 'Minutes of a review',
  done: 'written',
  source: reviewingStandards.minutesWritten.source,
  reads,
  recurs: false,
  runs: reviewRuns,
  met: followedBy(({ minutesWrittenOn, minutesSentOn }) => minutesWrittenOn ?? minutesSentOn),
  rules: [
    {
      source: reviewingStandards.minutesWritten.source,
      limit: () => ({ within: reviewingStandards.minutesWritten.within, after: 'the review' }),
    },
  ],
})

export const minutesSent = timescale({
  key: 'review-minutes-sent',
  label: 'Minutes of a review sent',
  done: 'sent',
  source: reviewingStandards.minutesSent.source,
  reads,
  recurs: false,
  runs: reviewRuns,
  met: followedBy(({ minutesSentOn }) => minutesSentOn),
  rules: [
    {
      source: reviewingStandards.minutesSent.source,
      limit: () => ({ within: reviewingStandards.minutesSent.within, after: 'the review' }),
    },
  ],
})

/** Halfway to the next review, which is due three months after the first and six after any other. */
export const midwayChecks = timescale({
  key: 'midway-check',
  label: 'Midway check',
  done: 'made',
  source: reviewingStandards.midwayAfterLater.source,
  reads: [Episode, CareReview, MidwayCheck],
  recurs: false,
  runs: reviewRuns,
  met: (history) =>
    history
      .all(MidwayCheck)
      .flatMap(({ id, checkedOn }) => (checkedOn === null ? [] : [{ on: checkedOn, because: [id] }])),
  rules: [
    {
      source: reviewingStandards.midwayAfterLater.source,
      limit: ({ run }) =>
        run.sort === 'first'
          ? { within: reviewingStandards.midwayAfterFirst.within, after: 'the first review' }
          : { within: reviewingStandards.midwayAfterLater.within, after: 'the last review' },
    },
  ],
})

/**
 * The day from which a review may be held, once the social worker's report is out: not a clock that anybody waits for, and so in no list. The report was in
 * time where that day had come.
 */
export const reportKnown = timescale({
  key: 'review-report-known',
  label: 'Report for a review',
  done: 'known for long enough',
  source: reviewingStandards.reportBefore.source,
  reads: [ReviewRecord],
  recurs: false,
  runs: (history) =>
    history
      .all(ReviewRecord)
      .flatMap(({ id, heldOn, reportSentOn }) =>
        reportSentOn === null
          ? []
          : [{ from: reportSentOn, until: null, began: 'the report was sent', because: [id], sort: String(heldOn) }],
      ),
  met: () => [],
  rules: [
    {
      source: reviewingStandards.reportBefore.source,
      limit: () => ({ within: reviewingStandards.reportBefore.within, after: 'the report was sent' }),
    },
  ],
})
