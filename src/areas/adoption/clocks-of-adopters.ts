import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { Span } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { metIn } from '../children-in-care/timescales.ts'
import {
  AdopterEnquiry,
  AdopterPanel,
  AdopterPause,
  AdopterReview,
  AdopterStage,
  AdoptersLeft,
  QualifyingDetermination,
  SuitabilityDecision,
} from './adopter-records.ts'
import { firstOf, inOrder, ruleBy } from './clock-parts.ts'
import { AdoptiveFamily } from './finding-a-family.ts'
import { adopterStandards } from './standards.ts'

/** The first day on or after another on which the household left. */
const leftAfter = (history: Chronology, from: PlainDate): PlainDate | null =>
  firstOf(...history.all(AdoptersLeft).flatMap(({ leftOn }) => (leftOn !== null && leftOn >= from ? [leftOn] : [])))

/** The days of some records, each with the record that says so; one without a day meets nothing. */
const metOn = (all: readonly (readonly [RecordId, PlainDate | null])[]): readonly Met[] =>
  all.flatMap(([id, on]) => (on === null ? [] : [{ on, because: [id] }]))

type Enquiry = RecordOf<typeof AdopterEnquiry>

/** What an enquiry asks of us: begun by one of its dates, met by another. */
const answerTo = (begins: 'enquiredOn' | 'registeredOn', meets: 'informationOn' | 'followedUpOn' | 'answeredOn') => ({
  reads: [AdopterEnquiry, AdoptersLeft],
  recurs: false,
  runs: (history: Chronology): readonly Run[] =>
    history.all(AdopterEnquiry).flatMap((one) => {
      const from = one[begins]
      const began = begins === 'enquiredOn' ? 'they asked about adopting' : 'they registered their interest'
      return from === null
        ? []
        : [{ from, until: leftAfter(history, from), began, because: [one.id], sort: sortOf(one) }]
    }),
  met: (history: Chronology, run: Run): readonly Met[] =>
    history.all(AdopterEnquiry).flatMap((one) => {
      const on = one[meets]
      return on === null || sortOf(one) !== run.sort ? [] : [{ on: metIn(run, on), because: [one.id] }]
    }),
})

const sortOf = ({ id }: Enquiry): string => String(id)

export const enquiriesAnswered = timescale({
  ...answerTo('enquiredOn', 'informationOn'),
  key: 'adopter-information',
  label: 'Information for people who ask about adopting',
  done: 'sent',
  source: adopterStandards.information.source,
  rules: [ruleBy(adopterStandards.information, 'they asked')],
})

export const enquiriesFollowedUp = timescale({
  ...answerTo('enquiredOn', 'followedUpOn'),
  key: 'adopter-follow-up',
  label: 'Visit, meeting or call after an enquiry',
  done: 'made',
  source: adopterStandards.followUp.source,
  rules: [ruleBy(adopterStandards.followUp, 'they asked')],
})

export const registrationsAnswered = timescale({
  ...answerTo('registeredOn', 'answeredOn'),
  key: 'adopter-registration',
  label: 'Answer to a registration of interest',
  done: 'given',
  source: adopterStandards.registration.source,
  rules: [ruleBy(adopterStandards.registration, 'they registered their interest')],
})

type Stage = RecordOf<typeof AdopterStage>

/**
 * A stage rests while a pause lasts that the household asked for: its days do not count. While nobody knows how long it will last nothing is asked.
 */
function stageRun(history: Chronology, { id, stage, startedOn, endedOn, howEnded }: Stage): readonly Run[] {
  if (startedOn === null || stage === null) return []
  const pauses = history.all(AdopterPause).filter((one) => one.startedOn !== null && one.startedOn >= startedOn)
  const open = pauses.find((one) => one.endedOn === null)?.startedOn
  const stopped = howEnded === 'withdrew' || (stage !== 'one' && howEnded === 'may-not') ? endedOn : null
  const run = {
    from: startedOn,
    until: firstOf(stopped, leftAfter(history, startedOn), open),
    began: stage === 'fast-track' ? 'the fast track began' : stage === 'one' ? 'Stage 1 began' : 'Stage 2 began',
    because: [id],
    sort: stage,
    pauses: pauses.flatMap(({ startedOn: from, endedOn: to }): readonly Span[] =>
      from === null || to === null ? [] : [{ from, to }],
    ),
  }
  return [run]
}

/** The first stage ends by our telling them whether they may go on, the second and the fast track by the decision. */
export const adopterStages = timescale({
  key: 'adopter-stage',
  label: 'Stage of an adopters’ assessment',
  done: 'decided',
  source: 'Adoption Agencies Regulations 2005, regulations 27 and 30B',
  reads: [AdopterStage, AdopterPause, SuitabilityDecision, AdoptersLeft],
  recurs: false,
  runs: (history) => history.all(AdopterStage).flatMap((stage) => stageRun(history, stage)),
  met: (history, { sort, from }) =>
    sort === 'one'
      ? history
          .all(AdopterStage)
          .flatMap(({ id, stage, startedOn, endedOn, howEnded }) =>
            stage === 'one' && startedOn === from && endedOn !== null && howEnded !== 'withdrew'
              ? [{ on: endedOn, because: [id] }]
              : [],
          )
      : decisions(history),
  rules: [
    {
      source: 'Adoption Agencies Regulations 2005, regulations 27 and 30B(1)',
      limit: ({ run }) =>
        run.sort === 'one'
          ? { within: adopterStandards.stageOne.within, after: 'we told them that we go on' }
          : { within: adopterStandards.stageTwo.within, after: 'they told us that they wish to go on' },
    },
  ],
})

const decisions = (history: Chronology): readonly Met[] =>
  metOn(history.all(SuitabilityDecision).map(({ id, decidedOn }) => [id, decidedOn]))

/** How long a household may take to say that it wishes to go on. Whoever takes longer begins anew. */
export const betweenStages = timescale({
  key: 'adopter-between-stages',
  label: 'Beginning of Stage 2 after Stage 1',
  done: 'made',
  source: adopterStandards.betweenStages.source,
  reads: [AdopterStage, AdoptersLeft],
  recurs: false,
  runs: (history) =>
    history
      .all(AdopterStage)
      .flatMap(({ id, stage, endedOn, howEnded }) =>
        stage === 'one' && howEnded === 'goes-on' && endedOn !== null
          ? [{ from: endedOn, until: leftAfter(history, endedOn), began: 'Stage 1 ended', because: [id] }]
          : [],
      ),
  met: (history) =>
    history
      .all(AdopterStage)
      .flatMap(({ id, stage, startedOn }) =>
        stage === 'two' && startedOn !== null ? [{ on: startedOn, because: [id] }] : [],
      ),
  rules: [ruleBy(adopterStandards.betweenStages, 'the end of Stage 1')],
})

/** The day on which the notice was sent is day 1. */
export const representations = timescale({
  key: 'adopter-representations',
  label: 'Answer to a notice that we do not mean to approve',
  done: 'given',
  source: adopterStandards.representations.source,
  reads: [QualifyingDetermination, SuitabilityDecision, AdoptersLeft],
  recurs: false,
  runs: (history) =>
    history.all(QualifyingDetermination).flatMap(({ id, sentOn }) => {
      if (sentOn === null) return []
      const decided = decisions(history).find(({ on }) => on >= sentOn)?.on
      return [
        {
          from: sentOn,
          until: firstOf(decided, leftAfter(history, sentOn)),
          began: 'the notice was sent',
          because: [id],
        },
      ]
    }),
  met: (history) => metOn(history.all(QualifyingDetermination).map(({ id, answeredOn }) => [id, answeredOn])),
  rules: [ruleBy(adopterStandards.representations, 'the day of the notice')],
})

/** A panel that put the question off is followed by another, and asks for no decision. */
export const decisionsOnAdopters = timescale({
  key: 'decision-on-adopters',
  label: 'Decision about adopters after panel',
  done: 'made',
  source: adopterStandards.decisionAfterPanel.source,
  reads: [AdopterPanel, SuitabilityDecision, QualifyingDetermination, AdoptersLeft],
  recurs: false,
  runs: (history) =>
    history
      .all(AdopterPanel)
      .flatMap(({ id, heldOn, about, recommended }) =>
        heldOn === null || about !== 'suitability' || recommended === 'deferred'
          ? []
          : [{ from: heldOn, until: leftAfter(history, heldOn), began: 'the panel', because: [id] }],
      ),
  met: (history) =>
    inOrder([
      ...decisions(history),
      ...metOn(history.all(QualifyingDetermination).map(({ id, sentOn }) => [id, sentOn])),
    ]),
  rules: [ruleBy(adopterStandards.decisionAfterPanel, 'the panel')],
})

/** While no child is matched with the household; after a match that came to nothing, a year from its end. */
export const approvalReviews = timescale({
  key: 'adopter-review',
  label: 'Review of adopters’ approval',
  done: 'held',
  source: adopterStandards.review.source,
  reads: [SuitabilityDecision, AdopterReview, AdoptiveFamily, AdoptersLeft],
  recurs: true,
  runs: (history) =>
    history.all(SuitabilityDecision).flatMap(({ id, decidedOn, suitable, endedOn }) => {
      if (decidedOn === null || suitable !== 'yes') return []
      const next = history.all(SuitabilityDecision).find((one) => one.decidedOn !== null && one.decidedOn > decidedOn)
      const until = firstOf(endedOn, leftAfter(history, decidedOn), next?.decidedOn)
      return unmatched(history, decidedOn, until).map((stretch) => ({ ...stretch, because: [id] }))
    }),
  met: (history) => metOn(history.all(AdopterReview).map(({ id, heldOn }) => [id, heldOn])),
  rules: [
    {
      source: adopterStandards.review.source,
      limit: ({ number, run }) => ({
        within: adopterStandards.review.within,
        after: number === 1 ? run.began : 'the last review',
      }),
    },
  ],
})

/** The stretches of an approval in which the household is matched with nobody. */
function unmatched(history: Chronology, from: PlainDate, until: PlainDate | null): readonly Omit<Run, 'because'>[] {
  const matches = history
    .all(AdoptiveFamily)
    .flatMap(({ matchedOn, endedOn }) => (matchedOn !== null && matchedOn >= from ? [{ matchedOn, endedOn }] : []))
  const starts = [
    { from, began: 'the approval' },
    ...matches.flatMap(({ endedOn }) => (endedOn === null ? [] : [{ from: endedOn, began: 'the match ended' }])),
  ]
  return starts
    .filter(
      (start) =>
        !matches.some((one) => one.matchedOn <= start.from && (one.endedOn === null || one.endedOn > start.from)),
    )
    .map((start) => ({
      ...start,
      until: firstOf(until, ...matches.flatMap(({ matchedOn }) => (matchedOn >= start.from ? [matchedOn] : []))),
    }))
    .filter((run) => run.until === null || run.until > run.from)
}
