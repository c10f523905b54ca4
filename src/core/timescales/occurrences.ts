import type { Chronology, Limit, Met, Occurrence, Run, State, Timescale } from '../counting/chronology.ts'
import { type Interval, partsOfInterval } from '../dates/interval.ts'
import type { Span } from '../dates/period.ts'
import { addDays, type PlainDate } from '../dates/plain-date.ts'
import { BeyondCalendar, type Calendar } from '../dates/working-days.ts'
import { NEVER } from '../record/chronology.ts'
import { ruleOf } from './timescale.ts'

/** What will ever be known of one occurrence; a date sees part of it. */
export type WholeOccurrence = Omit<Occurrence, 'done' | 'state' | 'because'> & {
  readonly met: Met | undefined
  /** The day from which nothing more can happen to it, and how it has been seen since, once somebody looked. */
  readonly settledOn: number
  settled: Occurrence | undefined
}

/** More than any real history holds: a rule that gives a limit of no time at all must not run for ever. */
const MOST = 2000

/** Every occurrence there will ever have been of a timescale, given the whole history. */
export function wholeOccurrences(
  timescale: Timescale,
  history: Chronology,
  calendar: Calendar,
): readonly WholeOccurrence[] {
  return timescale.runs(history).flatMap((run) => occurrencesOf(timescale, run, history, calendar))
}

function occurrencesOf(
  timescale: Timescale,
  run: Run,
  history: Chronology,
  calendar: Calendar,
): readonly WholeOccurrence[] {
  const rule = ruleOf(timescale, run)
  const source = rule?.source ?? timescale.source
  const met = timescale.met(history, run).filter(({ on }) => on >= run.from && (run.until === null || on <= run.until))
  const whole: WholeOccurrence[] = []
  let from = run.from
  for (let number = 1; number <= MOST; number++) {
    const limit = rule?.limit({ number, from, run, history }) ?? { notRequired: 'No rule is known for that time' }
    const done = met[number - 1]
    const due = dueBy(limit, from, run.pauses ?? [], calendar)
    const settledOn = done?.on ?? run.until ?? NEVER
    whole.push({ timescale, number, from, run, limit, source, due, met: done, settledOn, settled: undefined })
    if (done === undefined || !timescale.recurs || 'notRequired' in limit || 'notKnown' in limit) break
    from = done.on
  }
  return whole
}

/** The last day in time. Days of a pause do not count: the limit moves on by as many of the days that it counts in. */
function dueBy(limit: Limit, from: PlainDate, pauses: readonly Span[], calendar: Calendar): PlainDate | null {
  if ('notRequired' in limit || 'notKnown' in limit) return null
  if ('by' in limit) return limit.by
  try {
    return withPauses(from, limit.within, pauses, calendar)
  } catch (error) {
    if (error instanceof BeyondCalendar) return null
    throw error
  }
}

/** The unit in which a pause moves a limit on: months and weeks move by days. */
const ONE = {
  'working days': '1 working day',
  'school days': '1 school day',
  days: '1 day',
  weeks: '1 day',
  months: '1 day',
} as const

function withPauses(from: PlainDate, within: Interval, pauses: readonly Span[], calendar: Calendar): PlainDate {
  if (pauses.length === 0) return calendar.dueOn(from, within)
  const one = ONE[partsOfInterval(within).unit]
  const counts = (day: PlainDate) => calendar.dueOn(addDays(day, -1), one) === day
  const pausedOn = (day: PlainDate) => pauses.some((pause) => pause.from <= day && day < pause.to)
  let due = calendar.dueOn(from, within)
  for (let day = addDays(from, 1); day <= due; day = addDays(day, 1))
    if (counts(day) && pausedOn(day)) due = calendar.dueOn(due, one)
  return due
}

/**
 * The occurrences as they stood at the end of a day: nothing later shows, and nothing later could alter what was done. What is over is the same on every
 * day after, and made once.
 */
export function occurrencesAsAt(whole: readonly WholeOccurrence[], date: PlainDate): readonly Occurrence[] {
  const seen: Occurrence[] = []
  for (const one of whole) if (one.from <= date) seen.push(date < one.settledOn ? asAt(one, date) : settled(one, date))
  return seen
}

function settled(one: WholeOccurrence, date: PlainDate): Occurrence {
  one.settled ??= asAt(one, date)
  return one.settled
}

function asAt({ timescale, number, from, run, limit, source, due, met }: WholeOccurrence, date: PlainDate): Occurrence {
  const done = met !== undefined && met.on <= date ? met : undefined
  const until = run.until !== null && run.until <= date ? run.until : null
  return {
    timescale,
    number,
    from,
    run,
    limit,
    source,
    due,
    done: done?.on ?? null,
    state: stateOf(limit, due, done, until, date),
    because: done === undefined ? run.because : [...run.because, ...done.because],
  }
}

function stateOf(
  limit: Limit,
  due: PlainDate | null,
  done: Met | undefined,
  until: PlainDate | null,
  date: PlainDate,
): State {
  if ('notRequired' in limit) return 'not required'
  if (due === null) return 'not known'
  if (done !== undefined) return isInTime(limit, due, done) ? 'in time' : 'late'
  if (until !== null) return due < until ? 'missed' : 'not required'
  return due < date ? 'overdue' : 'due'
}

/** By the moment where both are known to it, and otherwise by the day. */
const isInTime = (limit: Limit, due: PlainDate, { on, at }: Met): boolean =>
  'by' in limit && limit.at !== undefined && at !== undefined ? at <= limit.at : on <= due
