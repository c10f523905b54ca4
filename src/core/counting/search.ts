import type { PlainDate } from '../dates/plain-date.ts'
import type { Each } from './define.ts'

/** Which subjects may be members on any of some days, as far as that can be told of each record by itself: what the store finds them by. */
export type Search = Omit<Each, 'member'> & {
  readonly from: PlainDate
  /** The first day after them. */
  readonly to: PlainDate
}

type Days = Pick<Search, 'from' | 'to'>

/** The search for whoever may be a member on any of the days; undefined where there are none. */
export function searchFor({ member: _, ...each }: Each, days: readonly Days[]): Search | undefined {
  const some = days.filter(({ from, to }) => from < to)
  if (some.length === 0) return undefined
  const from = some.reduce((first, one) => (one.from < first.from ? one : first)).from
  const to = some.reduce((last, one) => (one.to > last.to ? one : last)).to
  return { ...each, from, to }
}
