import type { TrackerFound } from '../../../app/counting/tracker.ts'
import type { Tracked, Tracker } from '../../../core/counting/tracker.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { isSoon, manyDays } from '../../due.ts'
import { counted as inNumbers, type Noun, whoNoun } from '../indicator/words.ts'
import { type Asked, trackerAddress } from './asked.ts'
import { nextView } from './step.ts'

/** How many of some on a tracker stand how; each number leads to those behind it. */
export type Row = {
  readonly label: string
  readonly all: number
  readonly allHref: string
  readonly past: number
  readonly pastHref: string
  readonly soon: number
  readonly soonHref: string
  readonly nothing: number
  readonly nothingHref: string
}

type Counted = TrackerFound['counted']

export const nounOfTracker = ({ populations: [first] }: Tracker): Noun => whoNoun(first.each)

const hasSoon = ({ steps }: Tracked, on: PlainDate): boolean =>
  steps.some((state) => state.kind === 'due' && isSoon(state.due, on))

/** Those whom the heading is about: of the group that is asked for, whatever of them is shown. */
export const narrowed = ({ counted }: TrackerFound, { group, also }: Asked): Counted =>
  counted.filter((one) => (group === undefined || one.group === group) && (also === undefined || one.also === also))

/** The finding: `Permanence tracker: 6 of 43 children are past a step`. */
export function headingOf({ tracker, on }: TrackerFound, those: Counted): string {
  const noun = nounOfTracker(tracker)
  const past = those.filter((one) => one.past > 0).length
  if (those.length === 0) return `${tracker.label}: no ${noun.many} on it`
  if (past > 0) {
    const of = `${past} of ${inNumbers(those.length, noun)}`
    return `${tracker.label}: ${of} ${past === 1 ? 'is' : 'are'} past a step`
  }
  const soon = those.filter((one) => hasSoon(one, on)).length
  return `${tracker.label}: none of ${inNumbers(those.length, noun)} is past a step${soon === 0 ? '' : `, ${soon} with one due in the next 7 days`}`
}

/** What to see first, in sentences; none where nobody is past a step. */
export function standsOut({ tracker, rows }: TrackerFound, those: Counted): readonly string[] {
  const past = those.filter((one) => one.past > 0)
  if (past.length === 0) return []
  const [first] = rows.filter((one) => one.past > 0)
  const next = first && nextView(tracker, first)
  const alone = past.filter(({ worker }) => worker === null).length
  const of = past.length === 1 ? 'The one past a step' : `${alone} of the ${past.length} past a step`
  return [
    ...(first === undefined || next === undefined
      ? []
      : [`${first.name} is furthest behind: ${next.label.toLowerCase()}, ${manyDays(first.past)} overdue.`]),
    ...mostOften(tracker, past),
    ...(alone === 0 ? [] : [`${of} ${alone === 1 ? 'waits' : 'wait'} for a worker.`]),
  ]
}

function mostOften({ steps }: Tracker, past: Counted): readonly string[] {
  const overdue = steps.map(({ label }, at) => ({
    label,
    many: past.filter((one) => one.steps[at]?.kind === 'overdue').length,
  }))
  const [most] = overdue.toSorted((a, b) => b.many - a.many)
  if (most === undefined || past.length < 2 || overdue.filter(({ many }) => many > 0).length < 2) return []
  return [`Most often the step is “${most.label.toLowerCase()}”: for ${most.many} of the ${past.length}.`]
}

/** Those on the tracker by where they go to, or how far they are; groups of nobody are left out. */
export function groupRows({ tracker, counted, on }: TrackerFound, asked: Asked): readonly Row[] {
  const { order = [] } = tracker.groupedBy
  const { step: _, page: __, ...rest } = asked
  return order.flatMap((label) => {
    const own = counted.filter(
      ({ group, also }) => group === label && (asked.also === undefined || also === asked.also),
    )
    const to = (show: Asked['show']) => trackerAddress({ ...rest, group: label, show })
    return own.length === 0
      ? []
      : [
          {
            label,
            all: own.length,
            allHref: to('all'),
            past: own.filter((one) => one.past > 0).length,
            pastHref: to('past'),
            soon: own.filter((one) => hasSoon(one, on)).length,
            soonHref: to('soon'),
            nothing: own.filter(({ next }) => next === null).length,
            nothingHref: to('nothing'),
          },
        ]
  })
}

/** The steps of the tracker: of how many each is overdue, due soon, and due at all. */
export function stepRows(
  { tracker, on }: TrackerFound,
  those: Counted,
  asked: Asked,
): readonly Omit<Row, 'nothing' | 'nothingHref'>[] {
  return tracker.steps.flatMap(({ key, label }, at) => {
    const states = those.flatMap((one) => one.steps[at] ?? [])
    const open = states.filter(({ kind }) => kind === 'due' || kind === 'overdue' || kind === 'not known')
    const to = (show: Asked['show']) => trackerAddress({ ...asked, page: 1, step: key, show })
    return open.length === 0
      ? []
      : [
          {
            label,
            all: open.length,
            allHref: to('all'),
            past: states.filter(({ kind }) => kind === 'overdue').length,
            pastHref: to('past'),
            soon: states.filter((state) => state.kind === 'due' && isSoon(state.due, on)).length,
            soonHref: to('soon'),
          },
        ]
  })
}
