import { type Need, type WorkList, worstFirst } from '../../../core/counting/work-list.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { isSoon, manyDays } from '../../due.ts'
import { isOfPeople } from '../indicator/words.ts'
import { listAddress } from './asked.ts'

/** A work list as one line of a table, on whatever page: every number leads to those behind it. */
export type LineView = {
  readonly label: string
  readonly href: string
  readonly open: number
  readonly overdue: number
  readonly overdueHref: string
  /** Whether it is by a test: what stands under “overdue” is what is so and ought not to be. */
  readonly isTest: boolean
  readonly soon: number
  readonly soonHref: string
  readonly notKnown: number
  readonly notKnownHref: string
  readonly longest: string | undefined
  readonly longestWho: string | undefined
  readonly longestHref: string | undefined
  readonly notShown: string
}

export type Line = {
  readonly work: WorkList
  readonly needs: readonly Need[]
  readonly notKnown: number
  readonly longest: (Need & { readonly name: string }) | undefined
  readonly notShown?: { readonly needs: number; readonly overdue: number; readonly unknown: number }
}

export function lineView(
  { work, needs, notKnown, longest, notShown }: Line,
  on: PlainDate,
  whose?: 'mine' | 'team',
): LineView {
  const asked = { key: work.key, whose }
  const kept = notShown === undefined ? 0 : notShown.needs + notShown.unknown
  return {
    label: work.label,
    href: listAddress({ ...asked, show: 'all' }),
    open: needs.length,
    overdue: needs.filter(({ isNow }) => isNow).length,
    overdueHref: listAddress({ ...asked, show: work.test === undefined ? 'overdue' : 'soon' }),
    isTest: work.test !== undefined,
    soon: needs.filter(({ due }) => due !== null && isSoon(due, on)).length,
    soonHref: listAddress({ ...asked, show: 'week' }),
    notKnown,
    notKnownHref: listAddress({ ...asked, show: 'unknown' }),
    longest: longest && (longest.days === null ? 'Since when is not known' : manyDays(longest.days)),
    longestWho: longest?.name,
    longestHref: longest && workHref(work, longest.subject),
    notShown:
      kept === 0
        ? ''
        : `${kept} more${work.test === undefined && notShown?.overdue ? `, ${notShown.overdue} overdue` : ''}`,
  }
}

/** Lines with the most overdue first, then the most due soon. */
export const worstLineFirst = (a: LineView, b: LineView): number => b.overdue - a.overdue || b.soon - a.soon

/** The longest overdue of some needs. */
export const longestOf = <One extends Need>(needs: readonly One[]): One | undefined =>
  needs.filter(({ isNow }) => isNow).toSorted(worstFirst)[0]

/** Where somebody on a work list leads to: to their clocks, or by a test to their page; a household to its own. */
export function workHref({ population: { each }, test }: WorkList, subject: SubjectId): string {
  if (!isOfPeople(each)) return `/things/${subject}`
  return test === undefined ? `/people/${subject}/clocks` : `/people/${subject}`
}
