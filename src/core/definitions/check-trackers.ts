import type { Tracker } from '../counting/tracker.ts'
import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

/** Faults of trackers: keys that stand twice, empty words, clocks of no area, members that are records, groups without an order. */
export function trackersProblems(areas: readonly Area[]): readonly Problem[] {
  const trackers = areas.flatMap((area) =>
    (area.trackers ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key, one })),
  )
  const clocks = new Set(areas.flatMap(({ timescales = [] }) => timescales))
  return [
    ...keyProblems(trackers),
    ...trackers.flatMap(({ path, one }) => [
      ...emptyProblems(path, { label: one.label, source: one.source }),
      ...populationsProblems(`${path} > populations`, one),
      ...groupsProblems(path, one),
      ...keyProblems(one.steps.map(({ key }) => ({ path: `${path} > ${key}`, key }))),
      ...one.steps.flatMap((step) => [
        ...emptyProblems(`${path} > ${step.key}`, { label: step.label }),
        ...(step.clocks ?? [])
          .filter(({ timescale }) => !clocks.has(timescale))
          .map(({ timescale }) => ({
            path: `${path} > ${step.key}`,
            problem: `its timescale ${timescale.key} is not one of any area`,
          })),
      ]),
    ]),
  ]
}

/** Somebody stands on a tracker once: all its populations are of subjects, of one kind. */
function populationsProblems(path: string, { populations }: Tracker): readonly Problem[] {
  const kinds = new Set(populations.map(({ each: { type, role } }) => type.subjects[role]?.kind))
  return [
    ...populations
      .filter(({ each }) => each.member !== 'subject')
      .map(({ key }) => ({ path, problem: `${key} is of records, and a tracker is of whom they are about` })),
    ...(kinds.size > 1 ? [{ path, problem: `are of several kinds: ${[...kinds].join(', ')}` }] : []),
  ]
}

const groupsProblems = (path: string, { groupedBy, alsoBy }: Tracker): readonly Problem[] =>
  [groupedBy, alsoBy].flatMap((one) =>
    one === undefined || (one.order ?? []).length > 0
      ? []
      : [{ path, problem: `${one.label} has no order, so its values would stand in none` }],
  )
