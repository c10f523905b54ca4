import type { KnownRecord } from '../../src/core/counting/records.ts'
import { subjectRecords } from '../../src/core/counting/records.ts'
import { readsOfTracker, type Tracker, trackedOf } from '../../src/core/counting/tracker.ts'
import { plainDate, toText } from '../../src/core/dates/plain-date.ts'
import { calendar } from './counted.ts'
import { child } from './one-child.ts'

/** Where the one child, or household, of a test stands on a tracker: the group, the rest of the row, each step by its key. */
export function trackedIn(tracker: Tracker, known: readonly KnownRecord[], on: string) {
  const found = trackedOf(tracker, subjectRecords(child, known, readsOfTracker(tracker)), calendar)(plainDate(on))
  if (found === undefined) return undefined
  const { group, also, note, next, past } = found
  const steps = found.steps.map((state, at) => {
    const day = state.kind === 'done' ? state.on : state.kind === 'due' || state.kind === 'overdue' ? state.due : null
    return [tracker.steps[at]?.key ?? '', day === null ? state.kind : `${state.kind} ${toText(day)}`] as const
  })
  const nextStep = next === null ? null : (tracker.steps[next]?.key ?? null)
  return { group, also, note, past, next: nextStep, steps: Object.fromEntries(steps) }
}
