import { firstEnd } from '../core/dates/earlier-later.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'

/** One time in care of a child, and from when on and until when anything about school is told. */
export type Schooling = {
  readonly child: Child
  readonly care: CareMade
  readonly episodes: readonly EpisodeMade[]
  readonly since: PlainDate
  readonly until: PlainDate
  readonly calendar: Calendar
}

/** The first day after what is told: the end of the time in care, or the day after the last. */
export const endOf = ({ care, until }: Schooling): PlainDate =>
  firstEnd(care.endedOn, addDays(until, 1)) ?? care.endedOn
