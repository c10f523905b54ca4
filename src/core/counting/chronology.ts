import type { Instant } from '../dates/instant.ts'
import type { Interval } from '../dates/interval.ts'
import type { Span } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordOf, RecordType } from '../definitions/record-type.ts'

// What a rule reads: a chronology, and the clocks that run in it. The two name each other, and so they stand together.

/**
 * Everything that had happened to one subject by a date, of what was known, in date order. A counting rule reads this and nothing else,
 * and of it only the record types that it says it reads.
 */
export type Chronology = {
  readonly subject: SubjectId
  readonly asAt: PlainDate
  /** Working days and school terms, for a rule whose limit lies in them. */
  readonly calendar: Calendar
  /** All records of a type, the earliest first. */
  all<T extends RecordType>(type: T): readonly RecordOf<T>[]
  /** Those that had not ended. */
  open<T extends RecordType>(type: T, where?: (record: RecordOf<T>) => boolean): readonly RecordOf<T>[]
  latest<T extends RecordType>(type: T, where?: (record: RecordOf<T>) => boolean): RecordOf<T> | undefined
  howMany<T extends RecordType>(type: T, where: (record: RecordOf<T>) => boolean): number
  /** Every occurrence of a timescale up to the date, in order. */
  clocks(timescale: Timescale): readonly Occurrence[]
  /** Says which record decided an answer, where a rule found it by `all`. */
  because(record: { readonly id: RecordId }): void
  /** The same of several that decided it together. */
  becauseOf(records: readonly { readonly id: RecordId }[]): void
}

/** What a rule reads: record types, and whatever the facts read that it is made of. */
export type Reads = readonly (RecordType | { readonly reads: readonly RecordType[] })[]

/** A stretch of time in which a clock runs: a period of care, a placement, a plan. */
export type Run = {
  readonly from: PlainDate
  /** The first day on which it no longer runs; null while it does. */
  readonly until: PlainDate | null
  /** What began, as it stands in a sentence: "coming into care". */
  readonly began: string
  readonly because: readonly RecordId[]
  /** What sort of run it is, where the limit depends on it: in a home that is meant to last. */
  readonly sort?: string
  /** Days that do not count, such as an adjournment that the rule allows. */
  readonly pauses?: readonly Span[]
}

/** Something that meets a clock: a review held, a child seen. `at`: the moment, which decides where the limit has one too. */
export type Met = { readonly on: PlainDate; readonly because: readonly RecordId[]; readonly at?: Instant }

/** Which occurrence a limit is asked for: the first of a run is number 1. */
export type Occasion = {
  readonly number: number
  /** What the limit counts from: the start of the run, or the last time that it was met. */
  readonly from: PlainDate
  readonly run: Run
  readonly history: Chronology
}

/**
 * By when: an interval from the occasion's date (`after` in words), or a fixed day (and the last moment in it, of a limit in hours); or that nothing is
 * required, or that it cannot be said for want of something in the record.
 */
export type Limit =
  | { readonly within: Interval; readonly after: string }
  | { readonly by: PlainDate; readonly why: string; readonly at?: Instant }
  | { readonly notRequired: string }
  | { readonly notKnown: string }

/** What the law said from one day (inclusive) to another (exclusive). The rule in force when the run began goes with it to its end. */
export type Rule = {
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly source: string
  limit(occasion: Occasion): Limit
}

/**
 * A clock: what starts it, what meets it, by when. The same declaration shows what is due on a work list, marks the chronology and
 * yields the figure of timeliness.
 */
export type Timescale = {
  readonly key: string
  readonly label: string
  /** What is done when it is met, in a sentence: "held", "seen". */
  readonly done: string
  readonly source: string
  readonly reads: readonly RecordType[]
  /**
   * Where a record that starts it tells too, in a field, whether it was met: what the answers are called ("interviews on return"). Left out, it is met by records of
   * their own.
   */
  readonly toldIn?: { readonly type: RecordType; readonly field: string; readonly called: string }
  /** Whether it starts again each time it is met, from the day on which it really was. */
  readonly recurs: boolean
  readonly rules: readonly [Rule, ...Rule[]]
  /** Every stretch in which it ran, the earliest first; given the whole history, of which a date sees what had happened by then. */
  runs(history: Chronology): readonly Run[]
  /** Whatever could meet it in a run, the earliest first. */
  met(history: Chronology, run: Run): readonly Met[]
}

/**
 * `due`: not done yet, and still in time. `overdue`: not done, and the day has passed. `missed`: the day passed while the clock ran, and it
 * ended without its being done. `not required`: nothing was asked, or the clock ended before the day came. `not known`: the due day lies
 * outside the years whose bank holidays are loaded, no rule is known for that time, or the record does not say what decides.
 */
export type State = 'due' | 'overdue' | 'in time' | 'late' | 'missed' | 'not required' | 'not known'

/** One time that a clock asks for something, as it stood on a date. */
export type Occurrence = {
  readonly timescale: Timescale
  /** 1 for the first of a run. */
  readonly number: number
  /** What the limit counts from. */
  readonly from: PlainDate
  readonly run: Run
  readonly limit: Limit
  readonly source: string
  /** The last day that is in time; null where it cannot be said. */
  readonly due: PlainDate | null
  readonly done: PlainDate | null
  readonly state: State
  readonly because: readonly RecordId[]
}
