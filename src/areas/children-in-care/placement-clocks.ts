import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { PLACED_FOR_ADOPTION } from '../adoption/adopted-facts.ts'
import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from './care-plans.ts'
import { DelegatedAuthority } from './delegated-authority.ts'
import { Episode } from './episodes.ts'
import { type CarePlacement, placementsIn } from './placements.ts'
import { careOf, inCareRuns, metIn } from './timescales.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

type Placement = CarePlacement<RecordOf<typeof Episode>>

/**
 * Regulations 9 to 11 are of placements under section 22C of the Children Act 1989. Adopters are not among them: their plan is that of the Adoption Agencies
 * Regulations 2005, regulation 35, which has a clock of its own.
 */
const isNotWithAdopters = ({ episodes: [first] }: Placement): boolean =>
  !PLACED_FOR_ADOPTION.includes(first?.placement ?? null)

const placementRuns = (history: Chronology, which: (placement: Placement) => boolean = () => true): readonly Run[] =>
  careOf(history).flatMap(({ episodes }) =>
    placementsIn(episodes)
      .filter(which)
      .map(({ startedOn, endedOn, episodes: [first] }) => ({
        from: startedOn,
        until: endedOn,
        began: 'the placement began',
        because: first === undefined ? [] : [first.id],
      })),
  )

/** What was done in the run, or before it and said to be for it. */
const doneFor = (
  run: Run,
  { id }: Pick<RecordOf<typeof PlacementPlan>, 'id'>,
  on: PlainDate | null,
  forDay: PlainDate | null,
): readonly Met[] =>
  on === null || (on < run.from && forDay !== run.from) ? [] : [{ on: metIn(run, on), because: [id] }]

const A_COURT_HAS_IT: readonly (string | null)[] = ['C1', 'C2']

/** Before the first placement or, where that cannot be, within ten working days; a plan before a court is another matter. */
export const carePlanPrepared = timescale({
  key: 'care-plan',
  label: 'Care plan',
  done: 'prepared',
  source: `${regulations}, regulation 4`,
  reads: [Episode, CarePlan],
  recurs: false,
  runs: inCareRuns,
  met: (history, run) =>
    history
      .all(CarePlan)
      .flatMap(({ id, preparedOn, endedOn }) =>
        preparedOn === null || (endedOn !== null && endedOn <= run.from)
          ? []
          : [{ on: metIn(run, preparedOn), because: [id] }],
      ),
  rules: [
    {
      source: `${regulations}, regulation 4(2)`,
      limit: ({ run, history }) => {
        const first = history.all(Episode).find(({ startedOn }) => startedOn === run.from)
        return A_COURT_HAS_IT.includes(first?.legalStatus ?? null)
          ? { notRequired: 'The care plan is before the court (Children Act 1989, section 31A)' }
          : { within: '10 working days', after: 'coming into care' }
      },
    },
  ],
})

/** Before each placement or, where that cannot be, within five working days. */
export const placementPlanSigned = timescale({
  key: 'placement-plan',
  label: 'Placement plan',
  done: 'signed',
  source: `${regulations}, regulation 9`,
  reads: [Episode, PlacementPlan],
  recurs: false,
  runs: (history) => placementRuns(history, isNotWithAdopters),
  met: (history, run) =>
    history.all(PlacementPlan).flatMap((plan) => doneFor(run, plan, plan.signedOn, plan.placementOn)),
  rules: [
    {
      source: `${regulations}, regulation 9(3)`,
      limit: () => ({ within: '5 working days', after: 'the placement began' }),
    },
  ],
})

/** Everybody who has to know is told in writing. */
export const placementNotices = timescale({
  key: 'placement-notice',
  label: 'Notice of the placement',
  done: 'sent',
  source: `${regulations}, regulation 13`,
  reads: [Episode, PlacementNotice],
  recurs: false,
  runs: (history) => placementRuns(history),
  met: (history, run) =>
    history.all(PlacementNotice).flatMap((notice) => doneFor(run, notice, notice.sentOn, notice.placementOn)),
  rules: [
    {
      source: `${regulations}, regulation 13`,
      limit: () => ({ within: '5 working days', after: 'the placement began' }),
    },
  ],
})

/** Homes in which somebody other than the parents decides about everyday life: foster carers, children’s homes. */
const hasCarers = ({ episodes }: Placement): boolean => {
  const placement = episodes.at(-1)?.placement ?? null
  return placement !== null && (placement.startsWith('U') || placement === 'K2')
}

/** What the carers may decide, in the placement plan or by itself. */
export const delegatedAuthority = timescale({
  key: 'delegated-authority',
  label: 'Delegated authority',
  done: 'recorded',
  source: `${regulations}, regulation 9 and schedule 2`,
  reads: [Episode, PlacementPlan, DelegatedAuthority],
  recurs: false,
  runs: (history) => placementRuns(history, hasCarers),
  met: (history, run) =>
    [
      ...history
        .all(PlacementPlan)
        .flatMap((plan) => (plan.delegated === 'yes' ? doneFor(run, plan, plan.signedOn, plan.placementOn) : [])),
      ...history.all(DelegatedAuthority).flatMap((one) => doneFor(run, one, one.agreedOn, null)),
    ].toSorted((one, other) => one.on - other.on),
  rules: [
    {
      source: `${regulations}, schedule 2`,
      limit: () => ({ within: '5 working days', after: 'the placement began' }),
    },
  ],
})

const isOutside = (placement: Placement): boolean =>
  placement.episodes[0]?.placementLocation === 'OUT' && isNotWithAdopters(placement)

/** A placement outside the area is approved before the child moves. */
export const outsideApproved = timescale({
  key: 'out-of-area-approval',
  label: 'Approval of a placement outside the area',
  done: 'given',
  source: `${regulations}, regulation 11`,
  reads: [Episode, CareApproval],
  recurs: false,
  runs: (history) => placementRuns(history, isOutside),
  met: (history, run) =>
    history
      .all(CareApproval)
      .flatMap((one) =>
        one.what === 'out-of-area' || one.what === 'distance'
          ? doneFor(run, one, one.approvedOn, one.takesPlaceOn)
          : [],
      ),
  rules: [
    {
      source: `${regulations}, regulation 11`,
      limit: ({ run }) => ({ by: run.from, why: 'before the child moves outside the area' }),
    },
  ],
})
