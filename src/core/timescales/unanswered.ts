import type { Chronology, Occurrence, Run, Timescale } from '../counting/chronology.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'

// An authority that loads its returns alone has no placement plans, and is not late with any: whether there was one is not known.

/**
 * The record types in which it would stand that a clock was met: those that its `met` asks of a history in which there is nothing. What it asks only of
 * what it has found there is not among them.
 */
export function answeredBy(timescale: Timescale, calendar: Calendar): readonly RecordType[] {
  const asked = new Set<RecordType>()
  const nothing: Chronology = {
    subject: 0 as SubjectId,
    asAt: NO_DAY,
    calendar,
    all: (type) => {
      asked.add(type)
      return []
    },
    open: (type) => nothing.all(type),
    latest: (type) => nothing.all(type)[0],
    howMany: (type) => nothing.all(type).length,
    clocks: () => [],
    because: () => undefined,
    becauseOf: () => undefined,
  }
  timescale.met(nothing, NO_RUN)
  return [...asked]
}

const NO_DAY = 0 as PlainDate
const NO_RUN: Run = { from: NO_DAY, until: null, began: '', because: [] }

/** An occurrence that stands open, where none of what would tell whether it was done was ever kept of anybody: placement plans. */
export const unanswered = (one: Occurrence, what: string): Occurrence => ({
  ...one,
  limit: { notKnown: whyUnanswered(what) },
  due: null,
  state: 'not known',
})

/** `no placement plans were ever recorded or loaded here, so whether it was done cannot be said`. */
export const whyUnanswered = (what: string): string =>
  `no ${what} were ever recorded or loaded here, so whether it was done cannot be said`
