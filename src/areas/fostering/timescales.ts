import type { Chronology, Met, Run, Timescale } from '../../core/counting/chronology.ts'
import { test } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { FosteringApproval } from './approvals.ts'
import { STANDARDS, sourceOf } from './standards.ts'
import { FosterCarerReview, SupervisingVisit } from './supervision.ts'
import {
  type Approved,
  approvalsOf,
  firstTermEnds,
  isExtended,
  runsFrom,
  runsOutOn,
  timesApproved,
} from './times-approved.ts'

const approvalsIn = (history: Chronology) => approvalsOf(history.all(FosteringApproval))

/** While a household is approved, whichever approval takes the place of which. */
const approvedRuns = (history: Chronology): readonly Run[] => runsOf(approvalsIn(history))

/** While it is approved for more than the time being: a temporary approval is over before anything is due once a year. */
export const fullyApprovedRuns = (history: Chronology): readonly Run[] =>
  runsOf(approvalsIn(history).filter(({ kind }) => kind !== 'temporary'))

const runsOf = (approvals: readonly Approved[]): readonly Run[] =>
  timesApproved(approvals).map(({ from, until, approvals: [first] }) => ({
    from,
    until,
    began: 'approval',
    because: first === undefined ? [] : [first.record.id],
  }))

const AT_HOME: readonly (string | null)[] = ['arranged', 'unannounced']

const visitsOf = (kinds: readonly (string | null)[]) => (history: Chronology) =>
  history
    .all(SupervisingVisit)
    .flatMap(({ id, visitedOn, kind }) =>
      visitedOn !== null && kinds.includes(kind) ? [{ on: visitedOn, because: [id] }] : [],
    )

/** At home, arranged or not; a call is no visit. */
export const supervisingVisits = timescale({
  key: 'supervising-visit',
  label: 'Visit to foster carers',
  done: 'made',
  source: sourceOf(STANDARDS.supervisingVisit),
  reads: [FosteringApproval, SupervisingVisit],
  recurs: true,
  runs: approvedRuns,
  met: visitsOf(AT_HOME),
  rules: [
    {
      source: sourceOf(STANDARDS.supervisingVisit),
      limit: ({ number }) => ({
        within: STANDARDS.supervisingVisit.within,
        after: number === 1 ? 'approval' : 'the last visit',
      }),
    },
  ],
})

export const visitsUpToDate = test([supervisingVisits], ({ history }) =>
  history.clocks(supervisingVisits).every(({ state }) => state !== 'overdue'),
)

export const unannouncedVisits = timescale({
  key: 'unannounced-visit-to-carers',
  label: 'Unannounced visit to foster carers',
  done: 'made',
  source: sourceOf(STANDARDS.unannouncedVisit),
  reads: [FosteringApproval, SupervisingVisit],
  recurs: true,
  runs: fullyApprovedRuns,
  met: visitsOf(['unannounced']),
  rules: [
    {
      source: sourceOf(STANDARDS.unannouncedVisit),
      limit: ({ number }) => ({
        within: STANDARDS.unannouncedVisit.within,
        after: number === 1 ? 'approval' : 'the last unannounced visit',
      }),
    },
  ],
})

/** Within a year of approval, then within a year of the last one, whenever that was. */
export const carerReviews = timescale({
  key: 'foster-carer-review',
  label: 'Annual review of foster carers',
  done: 'completed',
  source: sourceOf(STANDARDS.annualReview),
  reads: [FosteringApproval, FosterCarerReview],
  recurs: true,
  runs: fullyApprovedRuns,
  met: (history) =>
    history
      .all(FosterCarerReview)
      .flatMap(({ id, reviewedOn }) => (reviewedOn === null ? [] : [{ on: reviewedOn, because: [id] }])),
  rules: [
    {
      source: sourceOf(STANDARDS.annualReview),
      limit: ({ number }) => ({
        within: STANDARDS.annualReview.within,
        after: number === 1 ? 'approval' : 'the last review',
      }),
    },
  ],
})

const temporary = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25'

const temporaryOf = (history: Chronology, ids: readonly RecordId[]) =>
  history.all(FosteringApproval).find(({ id }) => ids.includes(id))

/** Settled: approved in full, or ended. An extension settles the first 16 weeks; the 8 weeks more run from the day the child came, not from the extension. */
function settled(history: Chronology, { because }: Run): readonly Met[] {
  const row = temporaryOf(history, because)
  if (row === undefined) return []
  const on = (day: PlainDate | null) => (day === null ? [] : [{ on: day, because: [row.id] }])
  return [...(isExtended(row) ? on(row.extendedOn) : []), ...on(row.endedOn)]
}

/** A temporary approval has to be settled: 16 weeks from the day the child came, and once 8 weeks more from the same day. */
export const temporaryApprovals: Timescale = timescale({
  key: 'temporary-approval',
  label: 'Temporary approval',
  done: 'settled',
  source: temporary,
  reads: [FosteringApproval],
  recurs: true,
  runs: (history) =>
    history.all(FosteringApproval).flatMap((row) => {
      const from = runsFrom(row)
      if (row.kind !== 'temporary' || from === null) return []
      return [{ from, until: row.endedOn, began: 'the child came to live there', because: [row.id] }]
    }),
  met: settled,
  rules: [
    {
      source: temporary,
      limit: ({ number, run, history }) => {
        const row = temporaryOf(history, run.because)
        const first = row === undefined ? null : firstTermEnds(row)
        if (row === undefined || first === null) return { notRequired: 'It is not known when the child came' }
        if (number === 1) return { by: first, why: '16 weeks after the child came to live there' }
        if (number > 2 || !isExtended(row)) return { notRequired: 'It is settled' }
        const last = runsOutOn(row)
        return last === null
          ? { notRequired: 'It was extended until the outcome of the review is known' }
          : { by: last, why: '24 weeks after the child came to live there: extended once, by 8 weeks' }
      },
    },
  ],
})
