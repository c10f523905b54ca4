import type { Chronology, Limit, Run } from '../../core/counting/chronology.ts'
import { ageOn } from '../../core/dates/age.ts'
import { firstEnd } from '../../core/dates/earlier-later.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { bornOnOf } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { CareApproval } from './care-plans.ts'
import { EarlyReview } from './early-reviews.ts'
import { Episode } from './episodes.ts'
import { careOf, metIn } from './timescales.ts'

/** Leaving that is a decision of ours: home, to relatives, to a life of one's own. A court's order, a sentence, a move to another council is not. */
const DECIDED_BY_US: readonly (string | null)[] = ['E4A', 'E4B', 'E13', 'E5', 'E6', 'E8']
const ACCOMMODATED = 'V2'

const NO_BIRTHDAY = 'birthday not known'

type Period = ReturnType<typeof careOf>[number]

/** The plan that was made in a time in care to end it, and was not given up while it went on. */
const planIn = (history: Chronology, { startedOn, endedOn }: Period) =>
  history
    .all(EarlyReview)
    .findLast(
      ({ why, askedOn, withdrawnOn }) =>
        why === 'ceasing' &&
        askedOn !== null &&
        askedOn >= startedOn &&
        (endedOn === null || (askedOn <= endedOn && (withdrawnOn === null || withdrawnOn > endedOn))),
    )

/** An end of accommodation that is planned or has been; of one that nobody planned the clock runs on its day alone. */
function runOf(history: Chronology, period: Period): Run | undefined {
  const { endedOn, reasonEnded, episodes } = period
  const last = episodes.at(-1)
  if (last?.legalStatus !== ACCOMMODATED || (endedOn !== null && !DECIDED_BY_US.includes(reasonEnded))) return undefined
  const plan = planIn(history, period)
  const day = endedOn ?? plan?.eventOn ?? null
  if (day === null) return undefined
  const until = endedOn === null ? (plan?.withdrawnOn ?? null) : addDays(endedOn, 1)
  const planned = plan?.askedOn ?? null
  return planned === null || plan === undefined
    ? { from: day, until, began: 'the young person left care', because: [last.id] }
    : { from: planned, until, began: 'it was proposed that they leave care', because: [plan.id, last.id] }
}

function runsOf(history: Chronology): readonly Run[] {
  const bornOn = bornOnOf(history)
  return careOf(history).flatMap((period): readonly Run[] => {
    const run = runOf(history, period)
    if (run === undefined) return []
    if (bornOn === null) return [{ ...run, sort: NO_BIRTHDAY }]
    return [16, 17].includes(ageOn(bornOn, dayOf(history, run))) ? [run] : []
  })
}

/** The day on which they left or, before that, are to leave. */
function dayOf(history: Chronology, { from, because }: Run): PlainDate {
  const planned = history.all(EarlyReview).find(({ id }) => because.includes(id))?.eventOn ?? null
  const left = careOf(history).find(({ episodes }) =>
    episodes.slice(-1).some(({ id }) => because.includes(id)),
  )?.endedOn
  return firstEnd(planned, left ?? null) ?? from
}

/** A young person of 16 or 17 who is accommodated leaves care when the director, or whom the director names, has approved it. */
export const ceasingApproved = timescale({
  key: 'ceasing-approval',
  label: 'Approval to stop looking after at 16 or 17',
  done: 'given',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39',
  reads: [Episode, Person, EarlyReview, CareApproval],
  recurs: false,
  runs: runsOf,
  met: (history, run) =>
    history
      .all(CareApproval)
      .flatMap(({ id, what, approvedOn, takesPlaceOn }) =>
        what !== 'cease-16' || approvedOn === null || (approvedOn < run.from && (takesPlaceOn ?? approvedOn) < run.from)
          ? []
          : [{ on: metIn(run, approvedOn), because: [id] }],
      ),
  rules: [
    {
      source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39',
      limit: ({ run, history }): Limit => {
        if (run.sort === NO_BIRTHDAY) return { notKnown: 'the date of birth, and with it whether they were 16 or 17' }
        return { by: dayOf(history, run), why: 'before the young person leaves care' }
      },
    },
  ],
})
