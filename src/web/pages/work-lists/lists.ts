import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type LineView, lineView, worstLineFirst } from './line.ts'

/** What some lists say together: what is overdue by clocks, what is so now by tests, and what is due soon. */
export type Total = { readonly overdue: number; readonly now: number; readonly soon: number }

export type ListsView = View & {
  readonly heading: string
  readonly lead: string
  readonly lines: readonly LineView[]
  readonly total: Total
  readonly someKept: boolean
}

/** Every work list in one table, worst first. */
export function listsView({ on, lists }: WorkListsFound, who: Who): ListsView {
  const lines = lists.map((line) => lineView(line, on)).toSorted(worstLineFirst)
  const total = totalOf(lines)
  return {
    page: { title: 'Work lists', navigation: 'work-lists', who: { name: who.account.name, form: who.form } },
    heading: overdueAndDue(total),
    lead: `${longText(on)}. Of everybody whose record you may open.`,
    lines,
    total,
    someKept: lines.some(({ notShown }) => notShown !== ''),
  }
}

export function totalOf(lines: readonly LineView[]): Total {
  const sum = (some: readonly LineView[], of: (line: LineView) => number) =>
    some.reduce((all, line) => all + of(line), 0)
  return {
    overdue: sum(
      lines.filter(({ isTest }) => !isTest),
      ({ overdue }) => overdue,
    ),
    now: sum(
      lines.filter(({ isTest }) => isTest),
      ({ overdue }) => overdue,
    ),
    soon: sum(lines, ({ soon }) => soon),
  }
}

/** `12 overdue, 20 due in the next 7 days, 3 to see to now`: nothing is overdue by a list that goes by a test. */
export function overdueAndDue({ overdue, now, soon }: Total): string {
  const [late, next] = [overdue.toLocaleString('en-GB'), soon.toLocaleString('en-GB')]
  const besides = now === 0 ? '' : `, ${now.toLocaleString('en-GB')} to see to now`
  if (overdue + soon === 0) return `Nothing is overdue or due in the next 7 days${besides}`
  if (overdue === 0) return `Nothing is overdue, ${next} due in the next 7 days${besides}`
  return `${late} overdue, ${soon === 0 ? 'none' : next} due in the next 7 days${besides}`
}
