import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Allegation } from './allegation-records.ts'
import { FosteringPanel } from './applications.ts'
import { FosterCarer, FosteringApproval, TermsOfApproval } from './approvals.ts'
import { FosterPlacement, PlacementSearch } from './care-given.ts'
import { STANDARDS, sourceOf } from './standards.ts'
import { CarerTraining } from './supervision.ts'
import { approvalsOf, later } from './times-approved.ts'
import { fullyApprovedRuns } from './timescales.ts'

/** A child placed in an emergency outside what the carers are approved for: within six working days the terms are changed or the child has moved on. */
export const outsideTerms = timescale({
  key: 'placement-outside-terms',
  label: 'Placement outside the terms of approval',
  done: 'put right',
  source: sourceOf(STANDARDS.outsideTerms),
  reads: [FosterPlacement, TermsOfApproval],
  recurs: false,
  runs: (history) =>
    history
      .all(FosterPlacement)
      .flatMap(({ id, startedOn, endedOn, outsideTerms: outside }) =>
        startedOn === null || outside !== 'yes'
          ? []
          : [{ from: startedOn, until: endedOn, began: 'the child came', because: [id] }],
      ),
  met: (history) =>
    history
      .all(TermsOfApproval)
      .flatMap(({ id, startedOn }) => (startedOn === null ? [] : [{ on: startedOn, because: [id] }])),
  rules: [
    {
      source: sourceOf(STANDARDS.outsideTerms),
      limit: () => ({ within: STANDARDS.outsideTerms.within, after: 'the child came' }),
    },
  ],
})

/** Each carer of the household, from the day on which it was approved or they became a carer in it. */
const carerRuns = (history: Chronology): readonly Run[] => {
  const times = fullyApprovedRuns(history)
  return history.all(FosterCarer).flatMap(({ id, startedOn, endedOn, part }) => {
    const time = times.findLast(({ until }) => startedOn !== null && (until === null || until > startedOn))
    if (startedOn === null || time === undefined || part === 'support') return []
    const from = later(time.from, startedOn)
    const isConnected = approvalsOf(history.all(FosteringApproval)).some(
      ({ kind, approvedOn, endedOn: ended }) =>
        kind === 'connected' && approvedOn <= from && (ended === null || ended > from),
    )
    const until = endedOn ?? time.until
    return [{ from, until, began: 'approval', because: [id], ...(isConnected ? { sort: CONNECTED } : {}) }]
  })
}

const CONNECTED = 'a relative or friend'

function trained(history: Chronology, { because }: Run): readonly Met[] {
  const carer = history.all(FosterCarer).find(({ id }) => because.includes(id))?.carer
  return history
    .all(CarerTraining)
    .flatMap(({ id, kind, completedOn, carer: who }) =>
      kind === 'standards' && completedOn !== null && who === carer ? [{ on: completedOn, because: [id] }] : [],
    )
}

export const trainingStandards = timescale({
  key: 'foster-carer-training-standards',
  label: 'Training, support and development standards',
  done: 'completed',
  source: sourceOf(STANDARDS.trainingStandards),
  reads: [FosteringApproval, FosterCarer, CarerTraining],
  recurs: false,
  runs: carerRuns,
  met: trained,
  rules: [
    {
      source: sourceOf(STANDARDS.trainingStandards),
      limit: ({ run }) =>
        run.sort === CONNECTED
          ? { within: STANDARDS.trainingStandardsConnected.within, after: 'approval, of a relative or friend' }
          : { within: STANDARDS.trainingStandards.within, after: 'approval' },
    },
  ],
})

const isOneOf = (ids: readonly RecordId[]) => (one: { readonly id: RecordId }) => ids.includes(one.id)

/** Whatever the outcome of an allegation, the carers go back to panel. */
export const panelsAfterAllegations = timescale({
  key: 'panel-after-allegation',
  label: 'Fostering panel after an allegation',
  done: 'held',
  source: sourceOf(STANDARDS.panelAfterAllegation),
  reads: [FosteringApproval, Allegation, FosteringPanel],
  recurs: false,
  runs: (history) =>
    history.all(Allegation).flatMap(({ id, outcomeOn, role }) => {
      if (outcomeOn === null || role !== 'own-foster-carer') return []
      const time = fullyApprovedRuns(history).findLast(({ from }) => from <= outcomeOn)
      return [{ from: outcomeOn, until: time?.until ?? null, began: 'the outcome', because: [id] }]
    }),
  met: (history) =>
    history
      .all(FosteringPanel)
      .flatMap(({ id, heldOn, about }) =>
        heldOn !== null && about === 'concern' ? [{ on: heldOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: sourceOf(STANDARDS.panelAfterAllegation),
      limit: () => ({ within: STANDARDS.panelAfterAllegation.within, after: 'the outcome' }),
    },
  ],
})

/** Where a child is to live has to be found by the day on which they need it; where nobody said a day, on the day it was asked for. */
export const placementSearches = timescale({
  key: 'placement-search',
  label: 'Placement to be found',
  done: 'found',
  source: PlacementSearch.source,
  reads: [PlacementSearch],
  recurs: false,
  runs: (history) =>
    history.all(PlacementSearch).flatMap(({ id, openedOn, endedOn, outcome }) => {
      const isFound = outcome === 'found' || outcome === 'made-do'
      return openedOn === null
        ? []
        : [{ from: openedOn, until: isFound ? null : endedOn, began: 'the search', because: [id] }]
    }),
  met: (history, { because }) =>
    history
      .all(PlacementSearch)
      .filter(isOneOf(because))
      .flatMap(({ id, endedOn, outcome }) =>
        endedOn !== null && (outcome === 'found' || outcome === 'made-do') ? [{ on: endedOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: PlacementSearch.source,
      limit: ({ run, history }) => {
        const search = history.all(PlacementSearch).find(isOneOf(run.because))
        return { by: search?.neededBy ?? run.from, why: 'the child needs it by then' }
      },
    },
  ],
})
