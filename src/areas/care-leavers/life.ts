import type { Chronology } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { Allocation } from '../organisation/allocation.ts'
import { dutiesEndOn, eligibilityOn, eligibleFrom, type Told } from './eligibility.ts'
import { endingAt18, inCareOn, type TimeInCare } from './time-in-care.ts'
import { eligibilityReads, toldOf } from './told.ts'

// The days in a young person's life by which the clocks of this service run.

/** The days that matter; nothing where the date of birth is not known. */
export type Life = {
  readonly told: Told
  readonly bornOn: PlainDate
  readonly sixteen: PlainDate
  readonly adult: PlainDate
  /** When the duties end: the 25th birthday, the 21st by the law of before. */
  readonly end: PlainDate
  /** Without whatever of it came after 18. */
  readonly care: readonly TimeInCare[]
  /** The first day of being eligible, and the time in care in which it came. */
  readonly eligible: { readonly on: PlainDate; readonly during: TimeInCare } | undefined
}

export const lifeReads = eligibilityReads

export function lifeOf(history: Chronology): Life | undefined {
  const told = toldOf(history)
  const { bornOn } = told
  if (bornOn === null) return undefined
  const care = endingAt18(told.care, bornOn)
  const on = eligibleFrom(told.care, bornOn)
  const during = care.find(({ from, until }) => on !== null && from <= on && (until === null || until > on))
  const adult = birthday(bornOn, 18)
  return {
    told,
    bornOn,
    sixteen: birthday(bornOn, 16),
    adult,
    end: dutiesEndOn(bornOn, birthday(bornOn, 21)),
    care,
    eligible: on === null || during === undefined ? undefined : { on, during },
  }
}

/** Whether somebody was relevant or former relevant on a day: both have a pathway plan, an adviser and visits. */
export function isOwed({ told }: Life, day: PlainDate): boolean {
  const { status } = eligibilityOn(told, day)
  return status === 'relevant' || status === 'former relevant'
}

/** The day on which care ended for the last time, on or after the 16th birthday; undefined while it goes on. */
export function leftCareOn({ care, sixteen, adult }: Life): PlainDate | undefined {
  const last = care.at(-1)
  const until = last?.until ?? adult
  return last === undefined || until <= sixteen ? undefined : until
}

export const wasInCare = ({ care }: Life, day: PlainDate): boolean => inCareOn(care, day) === true

/** A time with a personal adviser, whoever it was; `to` is the first day without, null while it lasts. */
export type Served = { readonly from: PlainDate; to: PlainDate | null; readonly because: readonly RecordId[] }

/** Times with a personal adviser, one after another; a change of adviser from one day to the next is no end. */
export function served(history: Chronology): readonly Served[] {
  const times: Served[] = []
  for (const { id, person, role, worker, startedOn, endedOn } of history.all(Allocation)) {
    if (person !== history.subject || role !== 'personal-adviser' || worker === null || startedOn === null) continue
    const last = times.at(-1)
    if (last === undefined || (last.to !== null && last.to < startedOn))
      times.push({ from: startedOn, to: endedOn, because: [id] })
    else if (last.to !== null) last.to = endedOn === null || endedOn > last.to ? endedOn : last.to
  }
  return times
}

/** The earliest of some days; null, never, is later than any. */
export const earliest = (...days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)

export const latest = (...days: readonly [PlainDate, ...PlainDate[]]): PlainDate => Math.max(...days) as PlainDate
