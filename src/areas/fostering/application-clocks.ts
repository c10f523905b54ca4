import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { FosteringApplication, FosteringPanel } from './applications.ts'
import { STANDARDS, sourceOf } from './standards.ts'

const dayOf = (on: PlainDate | null, id: RecordId): readonly Met[] => (on === null ? [] : [{ on, because: [id] }])

const panelsIn = (history: Chronology, { because }: Run) =>
  history.all(FosteringPanel).filter(({ id }) => because.includes(id))

/** Whoever is found unsuitable once all is known for Stage 1 has to be told; going on to Stage 2 meets it too. */
export const stage1Decisions = timescale({
  key: 'fostering-stage-1-decision',
  label: 'Decision after Stage 1 of an application to foster',
  done: 'made',
  source: sourceOf(STANDARDS.stage1Decision),
  reads: [FosteringApplication],
  recurs: false,
  runs: (history) =>
    history
      .all(FosteringApplication)
      .flatMap(({ id, informationOn, endedOn }) =>
        informationOn === null
          ? []
          : [{ from: informationOn, until: endedOn, began: 'all information was received', because: [id] }],
      ),
  met: (history, { because }) =>
    history
      .all(FosteringApplication)
      .filter(({ id }) => because.includes(id))
      .flatMap(({ id, unsuitableToldOn, stage2BegunOn }) => dayOf(unsuitableToldOn ?? stage2BegunOn, id)),
  rules: [
    {
      source: sourceOf(STANDARDS.stage1Decision),
      limit: () => ({ within: STANDARDS.stage1Decision.within, after: 'all information was received' }),
    },
  ],
})

/** From the application, whatever stage it is in; whoever withdraws before needs none. */
export const panelsOnApplications = timescale({
  key: 'fostering-application-panel',
  label: 'Fostering panel on an application',
  done: 'held',
  source: sourceOf(STANDARDS.panelOnApplication),
  reads: [FosteringApplication, FosteringPanel],
  recurs: false,
  runs: (history) =>
    history
      .all(FosteringApplication)
      .flatMap(({ id, appliedOn, endedOn, kind }) =>
        appliedOn === null || kind === 'temporary'
          ? []
          : [{ from: appliedOn, until: endedOn, began: 'the application was received', because: [id] }],
      ),
  met: (history) =>
    history.all(FosteringPanel).flatMap(({ id, heldOn, about }) => (about === 'approval' ? dayOf(heldOn, id) : [])),
  rules: [
    {
      source: sourceOf(STANDARDS.panelOnApplication),
      limit: () => ({ within: STANDARDS.panelOnApplication.within, after: 'the application was received' }),
    },
  ],
})

/** The decision-maker decides on what the panel recommends; of what it puts off, or only gives its views on, there is nothing to decide. */
export const decisionsAfterPanel = timescale({
  key: 'fostering-decision',
  label: 'Decision after a fostering panel',
  done: 'made',
  source: sourceOf(STANDARDS.decisionAfterPanel),
  reads: [FosteringPanel],
  recurs: false,
  runs: (history) =>
    history
      .all(FosteringPanel)
      .flatMap(({ id, heldOn, about, recommends }) =>
        heldOn === null || about === 'extension' || recommends === 'deferred'
          ? []
          : [{ from: heldOn, until: null, began: 'the panel met', because: [id] }],
      ),
  met: (history, run) => panelsIn(history, run).flatMap(({ id, decidedOn }) => dayOf(decidedOn, id)),
  rules: [
    {
      source: sourceOf(STANDARDS.decisionAfterPanel),
      limit: () => ({ within: STANDARDS.decisionAfterPanel.within, after: 'the panel met' }),
    },
  ],
})

export const toldOfDecisions = timescale({
  key: 'fostering-decision-told',
  label: 'Household told in writing of a decision',
  done: 'told',
  source: sourceOf(STANDARDS.toldInWriting),
  reads: [FosteringPanel],
  recurs: false,
  runs: (history) =>
    history
      .all(FosteringPanel)
      .flatMap(({ id, decidedOn }) =>
        decidedOn === null ? [] : [{ from: decidedOn, until: null, began: 'the decision', because: [id] }],
      ),
  met: (history, run) => panelsIn(history, run).flatMap(({ id, toldOn }) => dayOf(toldOn, id)),
  rules: [
    {
      source: sourceOf(STANDARDS.toldInWriting),
      limit: () => ({ within: STANDARDS.toldInWriting.within, after: 'the decision' }),
    },
  ],
})

const REPRESENTATIONS_DAYS = 28

/**
 * How long a household has to make representations, or to ask for the independent review, once told of a qualifying determination. Not doing so is nobody's
 * failing: after the last day nothing is asked for, and we decide. Adopters have longer: theirs is another rule.
 */
export const representations = timescale({
  key: 'fostering-representations',
  label: 'Representations about a fostering decision',
  done: 'made',
  source: sourceOf(STANDARDS.representations),
  reads: [FosteringPanel],
  recurs: false,
  runs: (history) =>
    history.all(FosteringPanel).flatMap(({ id, toldOn, decision }) =>
      toldOn === null || decision !== 'qualifying-determination'
        ? []
        : [
            {
              from: toldOn,
              until: addDays(toldOn, REPRESENTATIONS_DAYS),
              began: 'notice of the qualifying determination',
              because: [id],
            },
          ],
    ),
  met: (history, run) => panelsIn(history, run).flatMap(({ id, representationsOn }) => dayOf(representationsOn, id)),
  rules: [
    {
      source: sourceOf(STANDARDS.representations),
      limit: () => ({ within: STANDARDS.representations.within, after: 'notice of the qualifying determination' }),
    },
  ],
})
