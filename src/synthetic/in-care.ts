import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'

/** One time in care of a child, and the last day of which anything is known. */
export type InCare = {
  readonly child: Child
  readonly care: CareMade
  readonly episodes: readonly EpisodeMade[]
  readonly until: PlainDate
}

/** One home after another: whatever the order or the code, until the child moves. `to` may lie ahead. */
export type Stay = { readonly placement: string; readonly from: PlainDate; readonly to: PlainDate }

export function staysOf({ episodes, care }: InCare): readonly Stay[] {
  const moves = episodes.filter(({ reasonStarted }) => reasonStarted === 'S' || reasonStarted === 'P')
  return moves.map(({ placement, startedOn }, at) => ({
    placement,
    from: startedOn,
    to: moves[at + 1]?.startedOn ?? care.endedOn,
  }))
}

/** A day that lies ahead is not known. */
export const by = (until: PlainDate, on: PlainDate): PlainDate | null => (on <= until ? on : null)

/** Each so many days after the one before. */
export function every(from: PlainDate, before: PlainDate, days: () => number): readonly PlainDate[] {
  const all: PlainDate[] = []
  for (let on = addDays(from, days()); on < before; on = addDays(on, days())) all.push(on)
  return all
}
