import type { Chronology, Limit, Met, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { periodsIn } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { metIn } from '../children-in-care/timescales.ts'
import { ADOPTED } from './adopted-facts.ts'
import {
  authorityStretches,
  decisionStretches,
  firstOf,
  inOrder,
  placedStretches,
  waitingStretches,
} from './clock-parts.ts'
import { AdoptionApplication, PlacementConsent, PlacementOrder } from './orders.ts'
import { milestoneStandards } from './standards.ts'

// Where each child whose plan is adoption stands: one step is always the next, and everybody on the way has one.

type Step = keyof typeof milestoneStandards
type Stretch = { readonly from: PlainDate; readonly until: PlainDate | null; readonly because: Run['because'] }

const startedBy: Readonly<Record<Step, string>> = {
  authority: 'the decision to place for adoption',
  match: 'we might place the child, or a placement ended',
  placement: 'the match',
  application: 'the placement for adoption',
  order: 'the application',
}
const nextIs: Readonly<Record<Step, string>> = {
  authority: 'the decision (next: placement order or consent)',
  match: 'we might place the child (next: match)',
  placement: 'the match (next: placement with the family)',
  application: 'the placement (next: application for the adoption order)',
  order: 'the application (next: adoption order)',
}

/** What two stretches have in common; undefined where that is nothing. */
function overlap(one: Stretch, other: Stretch): Stretch | undefined {
  const from = Math.max(one.from, other.from) as PlainDate
  const until = firstOf(one.until, other.until)
  return until !== null && until <= from ? undefined : { from, until, because: [...one.because, ...other.because] }
}

const run = (step: Step, { from, until, because }: Stretch): Run => ({
  from,
  until,
  began: startedBy[step],
  because,
  sort: step,
})

/** One of these records was made while a stretch lasted: the step after it begins there. */
const since = (step: Step, stretch: Stretch, met: Met | undefined): readonly Run[] =>
  met === undefined || (stretch.until !== null && met.on >= stretch.until)
    ? []
    : [run(step, { ...stretch, from: met.on, because: [...stretch.because, ...met.because] })]

function runsOf(history: Chronology): readonly Run[] {
  const runs = decisionStretches(history).flatMap((decision) => {
    const inDecision = (stretches: readonly Stretch[]) => stretches.flatMap((one) => overlap(decision, one) ?? [])
    const waiting = inDecision(waitingStretches(history))
    const placed = inDecision(placedStretches(history))
    return [
      run('authority', decision),
      ...waiting.flatMap((one) => [run('match', one), ...since('placement', one, matches(history, one)[0])]),
      ...placed.flatMap((one) => [run('application', one), ...since('order', one, applications(history, one)[0])]),
    ]
  })
  return runs.toSorted((one, other) => one.from - other.from)
}

/** Matches of a stretch of waiting: also one that came before the order, but none that led to a placement which ended before. */
function matches(history: Chronology, { from, until }: Pick<Run, 'from' | 'until'>): readonly Met[] {
  const before = placedStretches(history).flatMap((one) => (one.until !== null && one.until <= from ? [one.until] : []))
  const last = Math.max(...before, 0)
  return inOrder(
    history
      .all(AdoptionMatch)
      .flatMap(({ id, matchedOn }) =>
        matchedOn === null || matchedOn < last || (until !== null && matchedOn > until)
          ? []
          : [{ on: matchedOn < from ? from : matchedOn, because: [id] }],
      ),
  )
}

const applications = (history: Chronology, { from, until }: Pick<Run, 'from' | 'until'>): readonly Met[] =>
  history
    .all(AdoptionApplication)
    .flatMap(({ id, appliedOn, outcome }) =>
      appliedOn === null || appliedOn < from || (until !== null && appliedOn > until) || isLost(outcome)
        ? []
        : [{ on: appliedOn, because: [id] }],
    )

const isLost = (outcome: string | null): boolean => outcome === 'refused' || outcome === 'withdrawn'

const adoptions = (history: Chronology): readonly Met[] =>
  periodsIn(history.all(Episode)).flatMap(({ endedOn, reasonEnded, episodes }) =>
    endedOn !== null && ADOPTED.includes(reasonEnded)
      ? [{ on: endedOn, because: episodes.slice(-1).map(({ id }) => id) }]
      : [],
  )

function metBy(history: Chronology, of: Run): readonly Met[] {
  switch (of.sort) {
    case 'authority':
      return authorityStretches(history).flatMap(({ from, until, because }) =>
        until !== null && until <= of.from ? [] : [{ on: metIn(of, from), because }],
      )
    case 'match':
      return matches(history, of)
    case 'placement':
      return placedStretches(history).map(({ from, because }) => ({ on: from, because }))
    case 'application':
      return applications(history, of)
    default:
      return adoptions(history)
  }
}

const limitOf = (step: Step): Limit => ({ within: milestoneStandards[step].within, after: nextIs[step] })
const isStep = (sort: string | undefined): sort is Step => sort !== undefined && Object.hasOwn(milestoneStandards, sort)

/** The step that a child is at on the way to an adoption, and by when the next is to be taken. */
export const adoptionMilestones = timescale({
  key: 'adoption-milestone',
  label: 'Next step to adoption',
  done: 'taken',
  source: 'Department for Education, adoption: statutory guidance 2013; days between the steps are local standards',
  reads: [Episode, AdoptionDecision, AdoptionMatch, PlacementOrder, PlacementConsent, AdoptionApplication],
  recurs: false,
  runs: runsOf,
  met: metBy,
  rules: [
    {
      source: 'Department for Education, adoption: statutory guidance 2013; days between the steps are local standards',
      limit: ({ run: of }) => (isStep(of.sort) ? limitOf(of.sort) : { notRequired: 'No step is known' }),
    },
  ],
})
