import type { TrackerFound } from '../../../app/counting/tracker.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { StepState } from '../../../core/counting/tracker.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { nextView, stepText } from './step.ts'

/** The day of a step: when it was taken, or by when it is to be. */
const dayOf = (state: StepState): string | null =>
  state.kind === 'done' ? toText(state.on) : state.kind === 'due' || state.kind === 'overdue' ? toText(state.due) : null

/** A tracker as rows of cells: who, where to, what is next, and each step with its day. */
export function trackerCsv({ tracker, rows }: Pick<TrackerFound, 'tracker' | 'rows'>): CsvTable {
  const { groupedBy, alsoBy, steps } = tracker
  const also = alsoBy === undefined ? [] : [alsoBy.label]
  const heading = ['Number', 'Name', 'Date of birth', groupedBy.label, ...also, 'Note', 'Days past a step', 'Next step']
  return [
    [...heading, 'Why then', 'Whose step', 'Worker', 'Team', ...steps.flatMap(({ label }) => [label, `${label}: day`])],
    ...rows.map((row) => {
      const next = nextView(tracker, row)
      return [
        row.subject,
        row.name,
        row.bornOn === null ? null : toText(row.bornOn),
        row.group,
        ...(alsoBy === undefined ? [] : [row.also]),
        row.note,
        row.past,
        next?.label ?? null,
        next?.why ?? null,
        next?.whose ?? null,
        row.worker?.label ?? null,
        row.team?.label ?? null,
        ...row.steps.flatMap((state) => [stepText(state), dayOf(state)]),
      ]
    }),
  ]
}
