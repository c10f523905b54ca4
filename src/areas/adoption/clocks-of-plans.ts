import type { Chronology, Limit, Occasion, Run } from '../../core/counting/chronology.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareRuns, metIn } from '../children-in-care/timescales.ts'
import { Person } from '../people/person.ts'
import { PermanencePlan } from '../permanence/records.ts'
import { decisionStretches, firstOf, inOrder, ruleBy } from './clock-parts.ts'
import { ChildPermanenceReport, FamilyFinding, MatchingPanel } from './finding-a-family.ts'
import { PlacementConsent } from './orders.ts'
import { adoptionStandards } from './standards.ts'

// From the plan to the match.

/** From the day on which adoption was agreed to be the plan, at a review as a rule, while the child is in care. */
const planRuns = (history: Chronology): readonly Run[] =>
  inCareRuns(history).flatMap((care) =>
    history.all(PermanencePlan).flatMap(({ id, option, completedOn, endedOn }) => {
      const began = option === 'adoption' && completedOn !== null && completedOn >= care.from
      if (!began || (care.until !== null && completedOn >= care.until)) return []
      const run = { from: completedOn, until: firstOf(endedOn, care.until), began: 'adoption became the plan' }
      return [{ ...run, because: [id] }]
    }),
  )

/** The report on which the decision-maker decides. One that was there already meets it. */
export const permanenceReports = timescale({
  key: 'child-permanence-report',
  label: 'Child permanence report',
  done: 'completed',
  source: adoptionStandards.report.source,
  reads: [Episode, PermanencePlan, ChildPermanenceReport],
  recurs: false,
  runs: planRuns,
  met: (history, run) =>
    inOrder(
      history
        .all(ChildPermanenceReport)
        .flatMap(({ id, completedOn }) =>
          completedOn === null ? [] : [{ on: metIn(run, completedOn), because: [id] }],
        ),
    ),
  rules: [ruleBy(adoptionStandards.report, 'adoption became the plan')],
})

/** The decision-maker's decision that the child should be placed for adoption. One that stood already meets it. */
export const adoptionDecisions = timescale({
  key: 'adoption-decision',
  label: 'Decision to place for adoption',
  done: 'made',
  source: adoptionStandards.decision.source,
  reads: [Episode, PermanencePlan, AdoptionDecision],
  recurs: false,
  runs: planRuns,
  met: (history, run) =>
    inOrder(
      history
        .all(AdoptionDecision)
        .flatMap(({ id, decidedOn, reversedOn }) =>
          decidedOn === null || (reversedOn !== null && reversedOn <= run.from)
            ? []
            : [{ on: metIn(run, decidedOn), because: [id] }],
        ),
    ),
  rules: [ruleBy(adoptionStandards.decision, 'adoption became the plan')],
})

const matches = (history: Chronology) =>
  history
    .all(AdoptionMatch)
    .flatMap(({ id, matchedOn }) => (matchedOn === null ? [] : [{ on: matchedOn, because: [id] }]))

const decided = (history: Chronology): readonly Run[] =>
  decisionStretches(history).map((one) => ({ ...one, began: 'it was decided to place the child for adoption' }))

/** Whoever is matched by then needs no register. */
export const registerReferrals = timescale({
  key: 'adoption-register',
  label: 'Referral to the adoption register or a linking service',
  done: 'made',
  source: adoptionStandards.register.source,
  reads: [Episode, AdoptionDecision, AdoptionMatch, FamilyFinding],
  recurs: false,
  runs: (history) =>
    decided(history).map((run) => ({
      ...run,
      until: firstOf(run.until, ...matches(history).flatMap(({ on }) => (on >= run.from ? [on] : []))),
    })),
  met: (history, run) =>
    inOrder(
      history
        .all(FamilyFinding)
        .flatMap(({ id, where, startedOn, endedOn }) =>
          startedOn === null || where !== 'register' || (endedOn !== null && endedOn <= run.from)
            ? []
            : [{ on: metIn(run, startedOn), because: [id] }],
        ),
    ),
  rules: [ruleBy(adoptionStandards.register, 'the decision to place the child for adoption')],
})

/** The match: sooner for a baby whose parents asked for the adoption. */
export const adoptionMatches = timescale({
  key: 'adoption-match',
  label: 'Match with adopters',
  done: 'decided',
  source: adoptionStandards.match.source,
  reads: [Episode, AdoptionDecision, AdoptionMatch, PlacementConsent, Person],
  recurs: false,
  runs: decided,
  met: matches,
  rules: [{ source: adoptionStandards.match.source, limit: matchLimit }],
})

const BABY_MONTHS = 6
/** As long as the shorter limit runs: parents who ask for it later make no match late that was in time. */
const ASKED_WITHIN_MONTHS = 3

function matchLimit({ history, from }: Occasion): Limit {
  const bornOn = history.latest(Person, ({ person }) => person === history.subject)?.bornOn ?? null
  const lastDay = addMonths(from, ASKED_WITHIN_MONTHS)
  const relinquished = history
    .all(PlacementConsent)
    .some(
      ({ relinquished: asked, consentedOn, withdrawnOn }) =>
        asked === 'yes' &&
        consentedOn !== null &&
        consentedOn <= lastDay &&
        (withdrawnOn === null || withdrawnOn > lastDay),
    )
  const isBaby = bornOn !== null && from < addMonths(bornOn, BABY_MONTHS)
  return relinquished && isBaby
    ? {
        within: adoptionStandards.matchOfBaby.within,
        after: 'the decision to place for adoption, of a baby under six months whose parents asked for it',
      }
    : { within: adoptionStandards.match.within, after: 'the decision to place for adoption' }
}

/** A panel that recommended a match, until another panel looked at it again or the decision-maker decided otherwise. */
export const decisionsOnMatches = timescale({
  key: 'decision-on-match',
  label: 'Decision about a match after panel',
  done: 'made',
  source: adoptionStandards.decisionAfterPanel.source,
  reads: [MatchingPanel, AdoptionMatch],
  recurs: false,
  runs: (history) => {
    const panels = history.all(MatchingPanel)
    return panels.flatMap(({ id, heldOn, recommended, refusedOn }) => {
      if (heldOn === null || recommended !== 'match') return []
      const next = panels.find((one) => one.heldOn !== null && one.heldOn > heldOn)
      return [{ from: heldOn, until: firstOf(refusedOn, next?.heldOn), began: 'the panel', because: [id] }]
    })
  },
  met: matches,
  rules: [ruleBy(adoptionStandards.decisionAfterPanel, 'the panel')],
})
