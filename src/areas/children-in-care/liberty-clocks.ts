import type { Chronology, Run } from '../../core/counting/chronology.ts'
import type { Interval } from '../../core/dates/interval.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from './episodes.ts'
import { LibertyAuthorisation, LibertyReview } from './liberty.ts'
import { placementsIn } from './placements.ts'
import { SecureOrder, SecureReview } from './secure.ts'
import { careOf, metIn } from './timescales.ts'

/** No law says how often: an authority’s own. Dorset’s reviewing service tracks every order monthly. */
const libertyReviewEvery = {
  within: '1 month',
  source: 'Dorset Council, reviewing officers’ annual report 2022-23 (orders are tracked monthly): to be confirmed',
} as const satisfies { within: Interval; source: string }

/** Renewed, or ended, before what the court authorised runs out. */
export const libertyExpiry = timescale({
  key: 'liberty-expiry',
  label: 'Deprivation of liberty: authorisation runs out',
  done: 'renewed',
  source: 'Inherent jurisdiction of the High Court; DfE SSDA903, deprivation of liberty orders',
  reads: [LibertyAuthorisation],
  recurs: false,
  runs: (history) =>
    history
      .all(LibertyAuthorisation)
      .flatMap(({ id, authorisedOn, endedOn }) =>
        authorisedOn === null
          ? []
          : [{ from: authorisedOn, until: endedOn, began: 'the court authorised it', because: [id], sort: String(id) }],
      ),
  met: (history, run) =>
    history
      .all(LibertyAuthorisation)
      .flatMap(({ id, authorisedOn }) =>
        authorisedOn !== null && authorisedOn > run.from ? [{ on: authorisedOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: 'The order of the court',
      limit: ({ history, run }) => {
        const one = history.all(LibertyAuthorisation).find(({ id }) => String(id) === run.sort)
        const expiresOn = one?.expiresOn ?? null
        return expiresOn === null
          ? { within: libertyReviewEvery.within, after: 'the court authorised it, and no last day is recorded' }
          : { by: expiresOn, why: 'the last day that the court authorised' }
      },
    },
  ],
})

export const libertyReviews = timescale({
  key: 'liberty-review',
  label: 'Review of the deprivation of liberty',
  done: 'held',
  source: libertyReviewEvery.source,
  reads: [LibertyAuthorisation, LibertyReview],
  recurs: true,
  runs: (history) =>
    history.all(LibertyAuthorisation).flatMap(({ id, authorisedOn, endedOn }, at, all) =>
      authorisedOn === null
        ? []
        : [
            {
              from: authorisedOn,
              until: endedOn ?? all[at + 1]?.authorisedOn ?? null,
              began: 'the court authorised it',
              because: [id],
            },
          ],
    ),
  met: (history) =>
    history
      .all(LibertyReview)
      .flatMap(({ id, reviewedOn }) => (reviewedOn === null ? [] : [{ on: reviewedOn, because: [id] }])),
  rules: [
    {
      source: libertyReviewEvery.source,
      limit: ({ number }) => ({
        within: libertyReviewEvery.within,
        after: number === 1 ? 'the court authorised it' : 'the last review',
      }),
    },
  ],
})

const secureRuns = (history: Chronology): readonly Run[] =>
  careOf(history).flatMap(({ episodes }) =>
    placementsIn(episodes)
      .filter((placement) => placement.episodes.at(-1)?.placement === 'K1')
      .map(({ startedOn, endedOn, episodes: [first] }) => ({
        from: startedOn,
        until: endedOn,
        began: 'the child came to secure accommodation',
        because: first === undefined ? [] : [first.id],
      })),
  )

/**
 * Without a court’s leave no more than 72 hours in 28 days. A placement is known by the day, so the third day after is the last that may be in time, and times there
 * before are not added up.
 */
export const secureAuthority = timescale({
  key: 'secure-authority',
  label: 'Leave of a court for secure accommodation',
  done: 'given',
  source: 'Children (Secure Accommodation) Regulations 1991, regulation 10',
  reads: [Episode, SecureOrder],
  recurs: false,
  runs: secureRuns,
  met: (history, run) =>
    history
      .all(SecureOrder)
      .flatMap(({ id, orderedOn, endedOn }) =>
        orderedOn === null || (endedOn !== null && endedOn <= run.from)
          ? []
          : [{ on: metIn(run, orderedOn), because: [id] }],
      ),
  rules: [
    {
      source: 'Children (Secure Accommodation) Regulations 1991, regulation 10(1)',
      limit: () => ({ within: '3 days', after: 'the child came to secure accommodation' }),
    },
  ],
})

/** Within a month, then every three. */
export const secureReviews = timescale({
  key: 'secure-review',
  label: 'Review of secure accommodation',
  done: 'held',
  source: 'Children (Secure Accommodation) Regulations 1991, regulation 15',
  reads: [Episode, SecureReview],
  recurs: true,
  runs: secureRuns,
  met: (history) =>
    history
      .all(SecureReview)
      .flatMap(({ id, reviewedOn }) => (reviewedOn === null ? [] : [{ on: reviewedOn, because: [id] }])),
  rules: [
    {
      source: 'Children (Secure Accommodation) Regulations 1991, regulation 15',
      limit: ({ number }) =>
        number === 1
          ? { within: '1 month', after: 'the child came to secure accommodation' }
          : { within: '3 months', after: 'the last review' },
    },
  ],
})
