import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'

/** A standard that an authority sets itself, from a day on. */
type Standard<T> = { readonly from: PlainDate; readonly is: T; readonly source: string }

/**
 * Attendance below this share of the sessions, in per cent, is looked into child by child. The authority's own: the one that ships is the example's, and is the
 * other side of persistent absence.
 */
const attendanceThresholds: readonly [Standard<number>, ...Standard<number>[]] = [
  { from: plainDate('2015-09-01'), is: 90, source: 'Department for Education, pupil absence: methodology' },
]

/** The threshold that holds on a day; before the first, the first. */
export const attendanceThresholdOn = (date: PlainDate): number =>
  (attendanceThresholds.findLast(({ from }) => from <= date) ?? attendanceThresholds[0]).is
