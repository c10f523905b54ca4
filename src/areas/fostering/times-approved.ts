import { remembered } from '../../core/counting/define.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import type { FosteringApproval } from './approvals.ts'

/** An approval with the day on which it really ends. */
export type Approved = {
  readonly record: RecordOf<typeof FosteringApproval>
  readonly kind: string | null
  readonly approvedOn: PlainDate
  /** The first day on which it no longer holds, whether written down or by law; null while none is known. */
  readonly endedOn: PlainDate | null
  readonly whyEnded: string | null
}

/** Regulation 28(13): 28 days after notice of resignation was received. */
const NOTICE = 28
/** Regulation 24: 16 weeks from the day on which the child came to live there. */
const TEMPORARY = 112
/** Regulation 25: 8 weeks more, once, counted from the same day. */
const EXTENDED = 168

type Row = RecordOf<typeof FosteringApproval>

/** From when a temporary approval runs: the child may have been there before it was given. */
export const runsFrom = ({ placedOn, approvedOn }: Row): PlainDate | null => placedOn ?? approvedOn

/** The first day on which a temporary approval no longer holds: by when it has to be settled; null where the law gives no such day. */
export function runsOutOn(row: Row): PlainDate | null {
  const from = runsFrom(row)
  if (row.kind !== 'temporary' || from === null) return null
  const first = addDays(from, TEMPORARY)
  if (!isExtended(row)) return first
  return row.whyExtended === 'review' ? null : addDays(from, EXTENDED)
}

/** The first 16 weeks, however it went on. */
export const firstTermEnds = (row: Row): PlainDate | null => {
  const from = runsFrom(row)
  return from === null ? null : addDays(from, TEMPORARY)
}

/** An extension that was given when it had run out already is none. */
export function isExtended(row: Row): boolean {
  const end = firstTermEnds(row)
  return row.extendedOn !== null && end !== null && row.extendedOn < end
}

/**
 * A household's approvals, the earliest first, each with its end as the law has it: 28 days after a resignation, and for a temporary approval when it runs
 * out, even where a later end was written down.
 */
export const approvalsOf = remembered((rows: readonly Row[]): readonly Approved[] =>
  rows.flatMap((record) => {
    const { approvedOn, kind } = record
    return approvedOn === null ? [] : [{ record, kind, approvedOn, ...endOf(record) }]
  }),
)

function endOf(row: Row): Pick<Approved, 'endedOn' | 'whyEnded'> {
  const runsOut = runsOutOn(row)
  const written = row.endedOn ?? (row.resignedOn === null ? null : addDays(row.resignedOn, NOTICE))
  if (runsOut !== null && (written === null || written > runsOut)) return { endedOn: runsOut, whyEnded: 'ran-out' }
  return { endedOn: written, whyEnded: row.endedOn === null && written !== null ? 'resigned' : row.whyEnded }
}

/** Whether an approval goes on in another: full approval, or one of another kind, from the same day. */
export const goesOn = (one: Approved, all: readonly Approved[]): boolean =>
  one.whyEnded === 'other-kind' ||
  one.whyEnded === 'fully-approved' ||
  all.some((other) => other !== one && other.approvedOn === one.endedOn)

/** A stretch of approvals without a day between them. */
export type TimeApproved = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly approvals: readonly Approved[]
}

/** The times for which a household was approved, whatever the kind, joined where one approval took the place of another. */
export function timesApproved(approvals: readonly Approved[]): readonly TimeApproved[] {
  const times: TimeApproved[] = []
  for (const one of approvals) {
    const last = times.at(-1)
    if (last !== undefined && (last.until === null || last.until >= one.approvedOn)) {
      times.pop()
      const until = last.until === null || one.endedOn === null ? null : later(last.until, one.endedOn)
      times.push({ from: last.from, until, approvals: [...last.approvals, one] })
    } else times.push({ from: one.approvedOn, until: one.endedOn, approvals: [one] })
  }
  return times
}

export const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)
