import { birthday } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'

/** A time in care, ours or another authority's, short breaks left out; `until` is the first day after it, null while it is open. */
export type TimeInCare = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** What is known begins later, or ends sooner, than care may have. */
  readonly mayHaveBegunSooner: boolean
  readonly mayHaveGoneOn: boolean
  /** Days within it of which it is not known whether it held. */
  readonly gaps: readonly { readonly from: PlainDate; readonly to: PlainDate }[]
  readonly reasonEnded: string | null
  readonly because: readonly RecordId[]
}

/** Days in care that count: at least, by what is known, and at most, where the record breaks off. */
export type DaysInCare = { readonly least: number; readonly most: number }

/** Care ends on the 18th birthday, whatever was left open or closed later. */
export function endingAt18(times: readonly TimeInCare[], bornOn: PlainDate): readonly TimeInCare[] {
  const adult = birthday(bornOn, 18)
  return times.flatMap((time) => {
    if (time.from >= adult) return []
    if (time.until !== null && time.until <= adult) return [time]
    return [{ ...time, until: adult, mayHaveGoneOn: false, reasonEnded: time.until === null ? null : time.reasonEnded }]
  })
}

/** Days from the 14th birthday to the end of a day, the day itself among them: they need not be one after the other. */
export function daysSince14(times: readonly TimeInCare[], bornOn: PlainDate, on: PlainDate): DaysInCare {
  const [first, last] = [birthday(bornOn, 14), Math.min(on + 1, birthday(bornOn, 18))]
  const counted = (stretches: readonly Stretch[]) =>
    daysIn(stretches.map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, last) })))
  return {
    least: counted(times.flatMap((time) => withoutGaps(time, last))),
    most: counted(
      times.flatMap(({ from, until, mayHaveBegunSooner, mayHaveGoneOn }, at) => [
        { from, to: until ?? last },
        ...(mayHaveBegunSooner ? [{ from: times[at - 1]?.until ?? first, to: from }] : []),
        ...(mayHaveGoneOn && until !== null ? [{ from: until, to: times[at + 1]?.from ?? last }] : []),
      ]),
    ),
  }
}

type Stretch = { readonly from: number; readonly to: number }

function withoutGaps({ from, until, gaps }: TimeInCare, last: number): readonly Stretch[] {
  const ends = [...gaps.map((gap) => gap.from), until ?? last]
  return [from, ...gaps.map((gap) => gap.to)].map((begins, at) => ({ from: begins, to: ends[at] ?? last }))
}

/** Each day once, though two stretches have it. */
function daysIn(stretches: readonly Stretch[]): number {
  let [days, reached] = [0, Number.NEGATIVE_INFINITY]
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    days += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return days
}

/** Whether somebody was in care on a day: not known where the record breaks off and does not say that care had ended. */
export function inCareOn(times: readonly TimeInCare[], day: PlainDate): boolean | undefined {
  const on = times.filter(({ from, until }) => from <= day && (until === null || until > day))
  if (on.some(({ gaps }) => !gaps.some((gap) => gap.from <= day && day < gap.to))) return true
  if (on.length > 0) return undefined
  const before = times.findLast(({ until }) => until !== null && until <= day)
  const after = times.find(({ from }) => from > day)
  return before?.mayHaveGoneOn || after?.mayHaveBegunSooner ? undefined : false
}
