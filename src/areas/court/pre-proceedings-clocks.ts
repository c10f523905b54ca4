import type { Chronology, Run } from '../../core/counting/chronology.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { PreProceedings, PreProceedingsMeeting } from './pre-proceedings.ts'
import { courtStandards } from './standards.ts'

/** Every time that a family was in pre-proceedings about a child. */
const runs = (history: Chronology): readonly Run[] =>
  history
    .all(PreProceedings)
    .flatMap(({ id, decidedOn, endedOn }) =>
      decidedOn === null
        ? []
        : [{ from: decidedOn, until: endedOn, began: 'the decision at the legal planning meeting', because: [id] }],
    )

const recordOf = (history: Chronology, { because }: Run) =>
  history.all(PreProceedings).find(({ id }) => because.includes(id))

export const lettersBefore = timescale({
  key: 'letter-before-proceedings',
  label: 'Letter before proceedings',
  done: 'sent',
  source: courtStandards.letter.source,
  reads: [PreProceedings],
  recurs: false,
  runs,
  met: (history, run) => {
    const on = recordOf(history, run)?.letterOn ?? null
    return on === null ? [] : [{ on, because: run.because }]
  },
  rules: [
    {
      source: courtStandards.letter.source,
      limit: () => ({ within: courtStandards.letter.within, after: 'the decision at the legal planning meeting' }),
    },
  ],
})

/** The first meeting after the letter, then a look at how it goes. */
export const preProceedingsMeetings = timescale({
  key: 'pre-proceedings-meeting',
  label: 'Pre-proceedings meeting',
  done: 'held',
  source: courtStandards.review.source,
  reads: [PreProceedings, PreProceedingsMeeting],
  recurs: true,
  runs: (history) =>
    history
      .all(PreProceedings)
      .flatMap(({ id, letterOn, endedOn }) =>
        letterOn === null
          ? []
          : [{ from: letterOn, until: endedOn, began: 'the letter before proceedings', because: [id] }],
      ),
  met: (history) =>
    history
      .all(PreProceedingsMeeting)
      .flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
  rules: [
    {
      source: courtStandards.review.source,
      limit: ({ number }) =>
        number === 1
          ? { within: courtStandards.firstMeeting.within, after: 'the letter before proceedings' }
          : { within: courtStandards.review.within, after: 'the last meeting' },
    },
  ],
})

/** Stepped down, or a court asked: what was agreed with the family does not move the day. */
export const preProceedingsEnd = timescale({
  key: 'pre-proceedings',
  label: 'End of pre-proceedings',
  done: 'ended',
  source: courtStandards.preProceedings.source,
  reads: [PreProceedings],
  recurs: false,
  runs,
  met: (history, run) => {
    const on = recordOf(history, run)?.endedOn ?? null
    return on === null ? [] : [{ on, because: run.because }]
  },
  rules: [
    {
      source: courtStandards.preProceedings.source,
      limit: () => ({
        within: courtStandards.preProceedings.within,
        after: 'the decision at the legal planning meeting',
      }),
    },
  ],
})
