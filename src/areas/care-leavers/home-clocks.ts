import { addDays } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { CareLeaverHome, HomeRiskAssessment, HomeSupervision } from './homes.ts'
import { latest } from './life.ts'
import { isEmergency, movesIn, unsuitableTimes } from './moves.ts'
import { standards } from './standards.ts'

/** Made in the week before the move, it is there on the day. */
const DAYS_BEFORE = 7

/** Whoever moves into bed and breakfast has a risk assessment on that day. */
export const homeRiskAssessments = timescale({
  key: 'home-risk-assessment',
  label: 'Risk assessment of bed and breakfast',
  done: 'made',
  source:
    'Care Leavers (England) Regulations 2010, regulation 9(2); statutory guidance: bed and breakfast is not suitable',
  reads: [CareLeaverHome, HomeRiskAssessment],
  recurs: false,
  runs: (history) =>
    movesIn(history)
      .filter(isEmergency)
      .map(({ from, until, because }) => ({ from, until, began: 'the move into it', because })),
  met: (history, { from }) =>
    history
      .all(HomeRiskAssessment)
      .flatMap(({ id, assessedOn }) =>
        assessedOn === null || assessedOn < addDays(from, -DAYS_BEFORE)
          ? []
          : [{ on: latest(assessedOn, from), because: [id] }],
      ),
  rules: [
    {
      source: 'Local standard: Dorset Council, every placement in bed and breakfast has a risk assessment at once',
      limit: ({ run }) => ({ by: run.from, why: 'the day of the move into bed and breakfast or an emergency bed' }),
    },
  ],
})

const MOVE_ON =
  'Local standard: Dorset Council, moves into and out of emergency accommodation are overseen by a manager'

/** The plan of how they move on is there as they move in: nobody is to stay in an emergency bed. */
export const moveOnPlans = timescale({
  key: 'move-on-plan',
  label: 'Plan to move on from bed and breakfast or an emergency bed',
  done: 'made',
  source: MOVE_ON,
  reads: [CareLeaverHome],
  recurs: false,
  runs: (history) =>
    movesIn(history)
      .filter(isEmergency)
      .map(({ from, until, because }) => ({ from, until, began: 'the move into it', because })),
  met: (history, { from, until }) =>
    history
      .all(CareLeaverHome)
      .flatMap(({ id, startedOn, exitPlan, exitPlanOn }) =>
        startedOn === null || exitPlan === null || startedOn < from || (until !== null && startedOn >= until)
          ? []
          : [{ on: latest(exitPlanOn ?? startedOn, from), because: [id] }],
      ),
  rules: [
    {
      source: MOVE_ON,
      limit: ({ run }) => ({ by: run.from, why: 'the day of the move into bed and breakfast or an emergency bed' }),
    },
  ],
})

/** While a home does not suit, the manager looks every four weeks at what it does to the young person. */
export const homeSupervisions = timescale({
  key: 'home-supervision',
  label: 'Supervision about an unsuitable home',
  done: 'held',
  source: standards.supervision.source,
  reads: [CareLeaverHome, HomeSupervision],
  recurs: true,
  runs: (history) =>
    unsuitableTimes(history).map(({ from, until, because }) => ({
      from,
      until,
      began: 'the home did not suit',
      because,
    })),
  met: (history) =>
    history.all(HomeSupervision).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
  rules: [
    {
      source: standards.supervision.source,
      limit: ({ number }) => ({
        within: standards.supervision.within,
        after: number === 1 ? 'living there began' : 'the last supervision',
      }),
    },
  ],
})
