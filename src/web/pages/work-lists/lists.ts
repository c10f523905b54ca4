import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import type { Tracker } from '../../../core/counting/tracker.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type LineView, lineView, worstLineFirst } from './line.ts'

export type ListsView = View & {
  readonly heading: string
  readonly lead: string
  readonly lines: readonly LineView[]
  readonly total: { readonly overdue: number; readonly soon: number }
  readonly someKept: boolean
  readonly trackers: readonly TrackerLink[]
}

/** A tracker, to go to. */
export type TrackerLink = { readonly label: string; readonly href: string }

export const trackerLinks = (trackers: Iterable<Tracker>): readonly TrackerLink[] =>
  [...trackers].map(({ key, label }) => ({ label, href: `/trackers/${key}` }))

/** Every work list in one table, worst first. */
export function listsView({ on, lists }: WorkListsFound, trackers: Iterable<Tracker>, who: Who): ListsView {
  const lines = lists.map((line) => lineView(line, on)).toSorted(worstLineFirst)
  const total = {
    overdue: lines.reduce((sum, { overdue }) => sum + overdue, 0),
    soon: lines.reduce((sum, { soon }) => sum + soon, 0),
  }
  return {
    page: { title: 'Work lists', navigation: 'work-lists', who: { name: who.account.name, form: who.form } },
    heading: overdueAndDue(total),
    lead: `${longText(on)}. Of everybody whose record you may open.`,
    lines,
    total,
    trackers: trackerLinks(trackers),
    someKept: lines.some(({ notShown }) => notShown !== ''),
  }
}

/** `12 overdue, 20 due in the next 7 days`. */
export function overdueAndDue({ overdue, soon }: ListsView['total']): string {
  const [late, next] = [overdue.toLocaleString('en-GB'), soon.toLocaleString('en-GB')]
  if (overdue + soon === 0) return 'Nothing is overdue or due in the next 7 days'
  if (overdue === 0) return `Nothing is overdue, ${next} due in the next 7 days`
  return soon === 0 ? `${late} overdue, none due in the next 7 days` : `${late} overdue, ${next} due in the next 7 days`
}
