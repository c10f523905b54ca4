import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import type { Tracker } from '../../../core/counting/tracker.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import { isSoon } from '../../due.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type LineView, lineView, worstLineFirst } from './line.ts'

export type ListsView = View & {
  readonly heading: string
  readonly lead: string
  readonly lines: readonly LineView[]
  readonly total: Total
  readonly someKept: boolean
  readonly trackers: readonly TrackerLink[]
}

/**
 * Of some lists together: what is overdue by clocks and what is due soon, and of how many something is so by a test that ought not to be; `lines` is what
 * the lists say one by one.
 */
export type Total = {
  readonly overdue: number
  readonly now: number
  readonly soon: number
  readonly lines: number
}

export function totalOf({ lists, on }: Pick<WorkListsFound, 'lists' | 'on'>): Total {
  const needs = lists.flatMap((list) => list.needs)
  const late = needs.filter(({ isNow }) => isNow)
  const now = new Set(late.flatMap((need) => ('holding' in need ? need.subject : [])))
  return {
    overdue: late.filter((need) => 'occurrence' in need).length,
    now: now.size,
    soon: needs.filter(({ due }) => due !== null && isSoon(due, on)).length,
    lines: late.length,
  }
}

/** A tracker, to go to. */
export type TrackerLink = { readonly label: string; readonly href: string }

export const trackerLinks = (trackers: Iterable<Tracker>): readonly TrackerLink[] =>
  [...trackers].map(({ key, label }) => ({ label, href: `/trackers/${key}` }))

/** Every work list in one table, worst first. */
export function listsView({ on, lists }: WorkListsFound, trackers: Iterable<Tracker>, who: Who): ListsView {
  const lines = lists.map((line) => lineView(line, on)).toSorted(worstLineFirst)
  const total = totalOf({ lists, on })
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

/** `12 overdue, 3 in need of somebody now, 20 due in the next 7 days`: what is so by a test is not overdue. */
export function overdueAndDue({ overdue, now, soon }: Total): string {
  const number = (many: number) => many.toLocaleString('en-GB')
  if (overdue + now + soon === 0) return 'Nothing is overdue or due in the next 7 days'
  return [
    overdue === 0 ? 'Nothing is overdue' : `${number(overdue)} overdue`,
    ...(now === 0 ? [] : [`${number(now)} in need of somebody now`]),
    `${soon === 0 ? 'none' : number(soon)} due in the next 7 days`,
  ].join(', ')
}
