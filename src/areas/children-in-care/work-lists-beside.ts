import { population, subjectsWithBegun, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { under } from '../people/about-the-child.ts'
import { allPeriods } from './care-facts.ts'
import { EarlyReview, earlyReviews, reviewsOfChange } from './early-reviews.ts'
import { Episode } from './episodes.ts'
import { ceasingApproved } from './leaving-at-16.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { missingNow, missingToClose, withMissingOpen } from './missing-now.ts'
import { NationalTransfer, nationalTransfers } from './national-transfers.ts'
import { returnInterviews } from './return-interviews.ts'
import { beyondShortBreaks, onShortBreaks, shortBreakReviews, shortBreakVisits } from './short-breaks.ts'
import { VisitRequest, visitsAskedFor, visitsInCustody } from './visits-asked-for.ts'

// What comes beside the regular reviews and visits: because somebody asks, goes missing, has short breaks, leaves or moves.

const withReason = population({
  key: 'reason-to-review-early',
  label: 'Children for whom there is a reason to review early',
  source: earlyReviews.source,
  each: subjectsWithOpen(EarlyReview, 'child'),
  by: whoseWork,
})

const visitAskedFor = population({
  key: 'visit-asked-for',
  label: 'Children for whom a visit was asked for',
  source: visitsAskedFor.source,
  each: subjectsWithOpen(VisitRequest, 'child'),
  by: whoseWork,
})

const inCustody = population({
  key: 'left-care-for-custody',
  label: 'Children under 18 who left care for custody',
  source: visitsInCustody.source,
  each: subjectsWithBegun(Episode, 'child'),
  include: {
    'left care for custody': test([allPeriods], (member) => allPeriods(member).at(-1)?.reasonEnded === 'E9'),
    'under 18': under(18),
  },
  by: whoseWork,
})

const cameBack = population({
  key: 'was-missing',
  label: 'Children who were missing',
  source: returnInterviews.source,
  each: subjectsWithBegun(MissingEpisode, 'child'),
  include: { 'under 18': under(18) },
  by: whoseWork,
})

const transferring = population({
  key: 'national-transfer',
  label: 'Children to transfer under the National Transfer Scheme',
  source: nationalTransfers.source,
  each: subjectsWithOpen(NationalTransfer, 'child'),
  by: whoseWork,
})

/** The regular reviews and visits stand in `workLists`. */
export const workListsBeside: readonly WorkList[] = [
  workList({
    key: 'missing-now',
    label: 'Children missing or away now',
    source: withMissingOpen.source,
    population: withMissingOpen,
    test: missingNow,
  }),
  workList({
    key: 'return-interviews',
    label: 'Interviews on return from being missing',
    source: returnInterviews.source,
    population: cameBack,
    timescale: returnInterviews,
  }),
  workList({
    key: 'missing-to-close',
    label: 'Times missing to close',
    source: 'DfE SSDA903, missing (rules 575, 577 and 580)',
    population: withMissingOpen,
    test: missingToClose,
  }),
  workList({
    key: 'early-reviews',
    label: 'Reviews before something happens',
    source: earlyReviews.source,
    population: withReason,
    timescale: earlyReviews,
  }),
  workList({
    key: 'plan-change-reviews',
    label: 'Reviews before a care plan changes',
    source: reviewsOfChange.source,
    population: withReason,
    timescale: reviewsOfChange,
  }),
  workList({
    key: 'ceasing-approvals',
    label: 'Approvals to stop looking after at 16 or 17',
    source: ceasingApproved.source,
    population: withReason,
    timescale: ceasingApproved,
  }),
  workList({
    key: 'visits-asked-for',
    label: 'Visits that were asked for',
    source: visitsAskedFor.source,
    population: visitAskedFor,
    timescale: visitsAskedFor,
  }),
  workList({
    key: 'custody-visits',
    label: 'Visits to children in custody who were in care',
    source: visitsInCustody.source,
    population: inCustody,
    timescale: visitsInCustody,
  }),
  workList({
    key: 'short-break-visits',
    label: 'Visits on short breaks',
    source: shortBreakVisits.source,
    population: onShortBreaks,
    timescale: shortBreakVisits,
  }),
  workList({
    key: 'short-break-reviews',
    label: 'Reviews of short breaks',
    source: shortBreakReviews.source,
    population: onShortBreaks,
    timescale: shortBreakReviews,
  }),
  workList({
    key: 'short-breaks-beyond-limits',
    label: 'Short breaks beyond what the law calls one',
    source: onShortBreaks.source,
    population: onShortBreaks,
    test: beyondShortBreaks,
  }),
  workList({
    key: 'national-transfers',
    label: 'Transfers under the National Transfer Scheme',
    source: nationalTransfers.source,
    population: transferring,
    timescale: nationalTransfers,
  }),
]
