import type { Chronology, Limit, Met, Run } from '../../core/counting/chronology.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareRuns, metIn } from '../children-in-care/timescales.ts'
import { GuardianshipSupportPlan, GuardianshipSupportReview } from './guardianship.ts'
import { LongTermMatch, PermanenceOption, PermanencePlan, PermanencePlanReview } from './records.ts'
import { permanenceStandards } from './standards.ts'

type Plan = RecordOf<typeof PermanencePlan>

const guidance =
  'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review'

/** When something ended: by itself or, before that, because the child left care. */
const until = (own: Plan['endedOn'], { until: left }: Run): Plan['endedOn'] =>
  own === null ? left : left === null || own < left ? own : left

/** Completed plans, each in the time in care in which it was, until it ended or the child left. */
const inForceRuns = (history: Chronology) =>
  inCareRuns(history).flatMap((care) =>
    history.all(PermanencePlan).flatMap((plan) => {
      const { completedOn, endedOn } = plan
      if (completedOn === null || (care.until !== null && completedOn >= care.until)) return []
      const from = metIn(care, completedOn)
      const ends = until(endedOn, care)
      return ends !== null && ends <= from ? [] : [{ plan, from, until: ends, care }]
    }),
  )

/** Plans completed in a run, and one that was in force as it began. */
const agreedIn = (history: Chronology, run: Run): readonly Met[] =>
  history
    .all(PermanencePlan)
    .flatMap(({ id, completedOn, endedOn }) =>
      completedOn === null || (endedOn !== null && endedOn <= run.from)
        ? []
        : [{ on: metIn(run, completedOn), because: [id] }],
    )
    .toSorted((one, other) => one.on - other.on)

/** Children whose plan ended while they stayed in care, and who had no other then: they need another. */
function withoutPlanRuns(history: Chronology): readonly Run[] {
  const inForce = inForceRuns(history)
  return inForce.flatMap(({ plan, until: ended, care }) => {
    const stays = ended !== null && ended === plan.endedOn && (care.until === null || ended < care.until)
    const another = inForce.some(
      (one) => ended !== null && one.from <= ended && (one.until === null || one.until > ended),
    )
    return stays && !another
      ? [{ from: ended, until: care.until, began: 'the plan before ended', because: [plan.id], sort: 'another' }]
      : []
  })
}

/**
 * A plan for permanence agreed by the second review: 20 working days and three months after coming into care, which practice and the authority's own figure
 * read as four months. Again when a plan ends, and the child stays without one.
 */
export const permanencePlanAgreed = timescale({
  key: 'permanence-plan',
  label: 'Permanence plan',
  done: 'agreed',
  source: guidance,
  reads: [Episode, PermanencePlan],
  recurs: false,
  runs: (history) =>
    [...inCareRuns(history), ...withoutPlanRuns(history)].toSorted((one, other) => one.from - other.from),
  met: agreedIn,
  rules: [
    {
      source: guidance,
      limit: ({ run }) =>
        run.sort === 'another'
          ? { within: permanenceStandards.anotherPlan.within, after: 'the plan before ended' }
          : { within: permanenceStandards.plan.within, after: 'coming into care' },
    },
  ],
})

const planRuns = (history: Chronology): readonly Run[] =>
  inForceRuns(history)
    .filter(({ plan }) => plan.part !== 'parallel')
    .map(({ plan, from, until: ends }) => ({
      from,
      until: ends,
      began: 'the plan was agreed',
      because: [plan.id],
      sort: String(plan.id),
    }))

const planOf = (history: Chronology, { sort }: Run): Plan | undefined =>
  history.all(PermanencePlan).find(({ id }) => String(id) === sort)

/** What a plan asks next: the step that it names or, later than that or without one, the home itself. */
export const permanenceAchieved = timescale({
  key: 'permanence-achieved',
  label: 'Permanence',
  done: 'achieved',
  source: guidance,
  reads: [Episode, PermanencePlan, LongTermMatch],
  recurs: false,
  runs: planRuns,
  met: (history, run) => {
    const plan = planOf(history, run)
    const said = plan?.achievedOn ?? null
    if (plan === undefined || plan.option !== 'long-term-fostering' || said !== null)
      return plan === undefined || said === null ? [] : [{ on: said, because: [plan.id] }]
    return history
      .all(LongTermMatch)
      .flatMap(({ id, matchedOn, endedOn }) =>
        matchedOn !== null && (endedOn === null || endedOn > run.from)
          ? [{ on: metIn(run, matchedOn), because: [id] }]
          : [],
      )
  },
  rules: [{ source: guidance, limit: ({ history, run }) => nextOf(planOf(history, run)) }],
})

function nextOf(plan: Plan | undefined): Limit {
  const home = plan?.option === null || plan === undefined ? 'Permanence' : labelOf(PermanenceOption, plan.option)
  const { nextStepBy = null, nextStep = null, achieveBy = null } = plan ?? {}
  if (nextStepBy !== null && (achieveBy === null || nextStepBy <= achieveBy))
    return { by: nextStepBy, why: `${home}: ${nextStep ?? 'the next step'}` }
  if (achieveBy !== null) return { by: achieveBy, why: `${home}, as the plan says` }
  return { within: permanenceStandards.undated.within, after: 'the plan was agreed, which names no day' }
}

/** That a plan which has not been achieved is looked at again, at least as often as the child's care is reviewed. */
export const permanencePlanReviews = timescale({
  key: 'permanence-plan-review',
  label: 'Review of the permanence plan',
  done: 'held',
  source: `Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33 and schedule 7; ${guidance}`,
  reads: [Episode, PermanencePlan, PermanencePlanReview],
  recurs: true,
  runs: (history) =>
    planRuns(history).map((run) => {
      const achieved = planOf(history, run)?.achievedOn ?? null
      return achieved === null || (run.until !== null && run.until < achieved) ? run : { ...run, until: achieved }
    }),
  met: (history) =>
    history
      .all(PermanencePlanReview)
      .flatMap(({ id, reviewedOn }) => (reviewedOn === null ? [] : [{ on: reviewedOn, because: [id] }])),
  rules: [
    {
      source: permanenceStandards.review.source,
      limit: ({ number }) => ({
        within: permanenceStandards.review.within,
        after: number === 1 ? 'the plan was agreed' : 'the last review of it',
      }),
    },
  ],
})

/** Support that is paid regularly is reviewed every year. */
export const guardianshipSupport = timescale({
  key: 'guardianship-support-review',
  label: 'Review of special guardianship support',
  done: 'held',
  source: 'Special Guardianship Regulations 2005, regulation 18',
  reads: [GuardianshipSupportPlan, GuardianshipSupportReview],
  recurs: true,
  runs: (history) =>
    history
      .all(GuardianshipSupportPlan)
      .flatMap(({ id, startedOn, endedOn, services }) =>
        startedOn !== null && services?.includes('money')
          ? [{ from: startedOn, until: endedOn, began: 'the support plan', because: [id] }]
          : [],
      ),
  met: (history) =>
    history
      .all(GuardianshipSupportReview)
      .flatMap(({ id, reviewedOn }) => (reviewedOn === null ? [] : [{ on: reviewedOn, because: [id] }])),
  rules: [
    {
      source: 'Special Guardianship Regulations 2005, regulation 18(2)',
      limit: ({ number }) => ({
        within: '12 months',
        after: number === 1 ? 'the support plan began' : 'the last review of it',
      }),
    },
  ],
})
