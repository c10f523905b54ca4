import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { EpisodeRow } from './episode-rows.ts'
import type { PeriodOfCare } from './periods-of-care.ts'

/** `short breaks`: the child has nothing but short breaks on that day, and is left out. */
export type InCare = 'yes' | 'no' | 'not known' | 'short breaks'

/**
 * Whether a child was in care on a day: began by then and not ended by then, so whoever leaves on the day was not, and whoever comes was. Not known
 * on a day from which no episode is known while those beside it say that there was one.
 */
export function inCareOn<E extends EpisodeRow>(periods: readonly PeriodOfCare<E>[], date: PlainDate): InCare {
  let [isInCare, hasShortBreak] = [false, false]
  for (const period of periods) {
    if (!covers(period, date)) continue
    if (period.kind === 'short breaks') hasShortBreak = true
    else if (!isInGap(period, date)) return 'yes'
    else isInCare = true
  }
  if (isInCare || isBetweenUnknowns(periods, date)) return 'not known'
  return hasShortBreak ? 'short breaks' : 'no'
}

/** The period of care that a child was in on a day; undefined where `inCareOn` says anything but yes. */
export const periodOn = <E extends EpisodeRow>(
  periods: readonly PeriodOfCare<E>[],
  date: PlainDate,
): PeriodOfCare<E> | undefined =>
  periods.find((period) => period.kind === 'care' && covers(period, date) && !isInGap(period, date))

/**
 * Whether a child in care on a day had been so without a break for so many months: one day out of care breaks it, and so does a short break that ended
 * meanwhile. Not known where the period may have begun before the first episode that is known, or where whether they are in care is not.
 */
export function inCareWithoutBreak<E extends EpisodeRow>(
  periods: readonly PeriodOfCare<E>[],
  date: PlainDate,
  months: number,
): InCare {
  const inCare = inCareOn(periods, date)
  const period = periods.findLast(({ kind, startedOn }) => kind === 'care' && startedOn <= date)
  if (period === undefined || inCare === 'no' || inCare === 'short breaks') return inCare
  const since = addMonths(date, -months)
  if (periods.some((one) => isShortBreakEnding(one, since, date))) return 'no'
  if (addMonths(period.startedOn, months) > date) return period.startIs === 'known' ? 'no' : 'not known'
  return inCare === 'not known' || period.gaps.some(({ to }) => to > since) ? 'not known' : 'yes'
}

const isShortBreakEnding = ({ kind, endedOn }: PeriodOfCare<EpisodeRow>, after: PlainDate, by: PlainDate): boolean =>
  kind === 'short breaks' && endedOn !== null && endedOn > after && endedOn <= by

const covers = ({ startedOn, endedOn }: PeriodOfCare<EpisodeRow>, date: PlainDate): boolean =>
  startedOn <= date && (endedOn === null || endedOn > date)

const isInGap = ({ gaps }: PeriodOfCare<EpisodeRow>, date: PlainDate): boolean =>
  gaps.some(({ from, to }) => from <= date && date < to)

/** A day before a period whose beginning is not known, or after one whose end is not, up to the next that has one. */
function isBetweenUnknowns(periods: readonly PeriodOfCare<EpisodeRow>[], date: PlainDate): boolean {
  const before = periods.findLast(({ kind, endedOn }) => kind === 'care' && endedOn !== null && endedOn <= date)
  const after = periods.find(({ kind, startedOn }) => kind === 'care' && startedOn > date)
  return before?.endIs === 'on or after' || after?.startIs === 'on or before'
}
