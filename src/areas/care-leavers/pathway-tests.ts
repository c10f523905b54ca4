import { factOfDay, test } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { PathwayPlan, PathwayReview } from './pathway.ts'

/** The day on which the pathway plan was last made or reviewed; null where neither is recorded. */
const lastPlanned = factOfDay([PathwayPlan, PathwayReview], ({ history }): PlainDate | null => {
  const made = history.latest(PathwayPlan)?.madeOn ?? null
  const reviewed = history.latest(PathwayReview)?.reviewedOn ?? null
  return made === null || (reviewed !== null && reviewed > made) ? reviewed : made
})

/** Six months to the day is up to date. */
export const planUpToDate = test([lastPlanned], (member) => {
  const on = lastPlanned(member)
  return on !== null && addMonths(on, 6) >= member.asAt
})
