import type { Chronology, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Escalation, FormalStage } from './escalation-records.ts'
import { reviewingStandards, stageStandards } from './standards.ts'

type OneEscalation = RecordOf<typeof Escalation>
type Stage = keyof typeof stageStandards
type Begun = { readonly stage: Stage; readonly on: PlainDate }

/** The stages that an escalation went through, in the order of their days; of two on one day the further. */
function stagesOf(one: OneEscalation): readonly Begun[] {
  const { began, startedOn, formalOn, firstStage } = one
  const said: readonly (readonly [Stage, PlainDate | null])[] = [
    ['informal', began === 'informal' ? startedOn : null],
    [firstStage ?? '1', formalOn],
    ['2', one.stage2On],
    ['3', one.stage3On],
    ['4', one.stage4On],
    ['5', one.stage5On],
    ['cafcass', one.cafcassOn],
  ]
  const begun = said.flatMap(([stage, on]) => (on === null ? [] : [{ stage, on }])).toSorted((a, b) => a.on - b.on)
  return begun.filter(({ on }, at) => begun[at + 1]?.on !== on)
}

const nameOf = (stage: string): string => (stage === 'informal' ? 'the informal stage' : labelOf(FormalStage, stage))
const isStage = (stage: string | undefined): stage is Stage => stage !== undefined && stage in stageStandards

/** Each stage asks to be settled in its time, or taken on to the next. */
export const escalationStages = timescale({
  key: 'escalation-stage',
  label: 'Escalation',
  done: 'settled or taken further',
  source: stageStandards.informal.source,
  reads: [Escalation],
  recurs: false,
  runs: (history: Chronology): readonly Run[] =>
    history.all(Escalation).flatMap((one) =>
      stagesOf(one).map(({ stage, on }) => ({
        from: on,
        until: null,
        began: nameOf(stage),
        because: [one.id],
        sort: stage,
      })),
    ),
  met: (history, run) =>
    history.all(Escalation).flatMap((one) => {
      if (!run.because.includes(one.id)) return []
      const next = stagesOf(one).find(({ on }) => on > run.from)?.on ?? one.closedOn
      return next === null ? [] : [{ on: next, because: [one.id] }]
    }),
  rules: [
    {
      source: stageStandards.informal.source,
      limit: ({ run: { sort } }) => {
        const stage = isStage(sort) ? sort : 'informal'
        return { within: stageStandards[stage].within, after: `${nameOf(stage)} began` }
      },
    },
  ],
})

/** All formal stages together. */
export const formalDispute = timescale({
  key: 'formal-dispute',
  label: 'Formal dispute',
  done: 'concluded',
  source: reviewingStandards.dispute.source,
  reads: [Escalation],
  recurs: false,
  runs: (history) =>
    history
      .all(Escalation)
      .flatMap(({ id, formalOn }) =>
        formalOn === null ? [] : [{ from: formalOn, until: null, began: 'the formal process began', because: [id] }],
      ),
  met: (history, run) =>
    history
      .all(Escalation)
      .flatMap(({ id, closedOn }) =>
        closedOn !== null && run.because.includes(id) ? [{ on: closedOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: reviewingStandards.dispute.source,
      limit: () => ({ within: reviewingStandards.dispute.within, after: 'the formal process began' }),
    },
  ],
})
