import type { Chronology, Reads } from '../counting/define.ts'
import type { Interval } from '../dates/interval.ts'
import type { Span } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { RecordId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'

/** A stretch of time in which a clock runs: a period of care, a placement, a plan. */
export type Run = {
  readonly from: PlainDate
  /** The first day on which it no longer runs; null while it does. */
  readonly until: PlainDate | null
  /** What began, as it stands in a sentence: "coming into care". */
  readonly began: string
  readonly because: readonly RecordId[]
  /** Days that do not count, such as an adjournment that the rule allows. */
  readonly pauses?: readonly Span[]
}

/** Something that meets a clock: a review held, a child seen. */
export type Met = { readonly on: PlainDate; readonly because: readonly RecordId[] }

/** Which occurrence a limit is asked for: the first of a run is number 1. */
export type Occasion = {
  readonly number: number
  /** What the limit counts from: the start of the run, or the last time that it was met. */
  readonly from: PlainDate
  readonly run: Run
  readonly history: Chronology
}

/** By when: an interval from the occasion's date (`after` in words), or a fixed day; or that nothing is required. */
export type Limit =
  | { readonly within: Interval; readonly after: string }
  | { readonly by: PlainDate; readonly why: string }
  | { readonly notRequired: string }

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
  /** Whether it starts again each time it is met, from the day on which it really was. */
  readonly recurs: boolean
  readonly rules: readonly [Rule, ...Rule[]]
  /** Every stretch in which it ran, the earliest first; given the whole history, of which a date sees what had happened by then. */
  runs(history: Chronology): readonly Run[]
  /** Whatever could meet it in a run, the earliest first. */
  met(history: Chronology, run: Run): readonly Met[]
}

/** Defines a timescale. */
export const timescale = (definition: Omit<Timescale, 'reads'> & { readonly reads: Reads }): Timescale => ({
  ...definition,
  reads: [...new Set(definition.reads.flatMap((one) => ('reads' in one ? one.reads : [one])))],
})

/** The rule that goes with a run: the one in force on the day it began; undefined where none was. */
export const ruleOf = ({ rules }: Timescale, { from }: Run): Rule | undefined =>
  rules.find((rule) => (rule.from === undefined || rule.from <= from) && (rule.to === undefined || from < rule.to))
