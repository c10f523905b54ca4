import type { StepState, Tracked, Tracker } from '../../../core/counting/tracker.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { explainLimit } from '../../../core/timescales/explain.ts'
import { type DueMark, dueMark, manyDays } from '../../due.ts'
import { upperFirst } from '../../marks.ts'

/** One step of somebody as a cell: a mark or words, and the day beneath. */
export type StepView = {
  readonly label: string
  readonly mark: DueMark | undefined
  readonly done: boolean
  readonly text: string
  readonly small: string
  /** Nothing has been asked yet, or nothing is: on a narrow screen it is left out. */
  readonly isQuiet: boolean
}

/** How a step stands, in words and by when. */
export function stepView(label: string, state: StepState): StepView {
  const quiet = { label, mark: undefined, done: false, small: '', isQuiet: true }
  switch (state.kind) {
    case 'done':
      return { ...quiet, done: true, text: 'Done', small: doneText(state), isQuiet: false }
    case 'due':
    case 'overdue':
      return { ...quiet, mark: dueMark(state.days), text: '', small: shortText(state.due), isQuiet: false }
    case 'not done':
      return { ...quiet, text: 'Was not done', isQuiet: false }
    case 'not known':
      return { ...quiet, text: 'Not known', isQuiet: false }
    case 'not needed':
      return { ...quiet, text: 'Not needed' }
    case 'not yet':
      return { ...quiet, text: 'Not yet' }
  }
}

function doneText({ on, occurrence }: Extract<StepState, { kind: 'done' }>): string {
  const due = occurrence?.due ?? null
  return due === null || on <= due ? shortText(on) : `${shortText(on)}, ${manyDays(on - due)} late`
}

/** The same in words alone, for a file. */
export function stepText(state: StepState): string {
  switch (state.kind) {
    case 'overdue':
      return `${manyDays(state.days)} overdue`
    case 'due':
      return 'due'
    default:
      return state.kind
  }
}

/** The step that comes next, why then, and whose it is; undefined where nothing is due. */
export function nextView(
  { steps }: Tracker,
  one: Tracked & { readonly worker: { readonly label: string } | null },
): { readonly label: string; readonly mark: DueMark; readonly why: string; readonly whose: string } | undefined {
  const [step, state] = one.next === null ? [] : [steps[one.next], one.steps[one.next]]
  if (step === undefined || (state?.kind !== 'due' && state?.kind !== 'overdue')) return undefined
  return {
    label: step.label,
    mark: dueMark(state.days),
    why: upperFirst(explainLimit(state.occurrence)),
    whose: step.whose ?? one.worker?.label ?? 'Nobody yet',
  }
}
