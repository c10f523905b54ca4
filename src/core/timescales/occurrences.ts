import type { Chronology, Limit, Met, Occurrence, Run, State, Timescale } from '../counting/chronology.ts'
import { remembered } from '../counting/define.ts'
import { type Interval, partsOfInterval } from '../dates/interval.ts'
import type { Span } from '../dates/period.ts'
import { addDays, type PlainDate } from '../dates/plain-date.ts'
import { BeyondCalendar, type Calendar } from '../dates/working-days.ts'
import { ruleOf } from './timescale.ts'

/** What will ever be known of one occurrence; a date sees part of it. */
export type WholeOccurrence = Omit<Occurrence, 'done' | 'state' | 'because'> & { readonly met: Met | undefined }

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
  const met = timescale.met(history, run).filter(({ on }) => on >= run.from && (run.until === null || on <= run.until))
  const whole: WholeOccurrence[] = []
  let from = run.from
  for (let number = 1; number <= MOST; number++) {
    const limit = rule?.limit({ number, from, run, history }) ?? { notRequired: 'No rule is known for that time' }
    const done = met[number - 1]
    const due = dueBy(limit, from, run.pauses ?? [], calendar)
    whole.push({ timescale, number, from, run, limit, source: rule?.source ?? timescale.source, due, met: done })
    if (done === undefined || !timescale.recurs || 'notRequired' in limit) break
    from = done.on
  }
  return whole
}

/** The last day in time. Days of a pause do not count: the limit moves on by as many of the days that it counts in. */
function dueBy(limit: Limit, from: PlainDate, pauses: readonly Span[], calendar: Calendar): PlainDate | null {
  if ('notRequired' in limit) return null
  if ('by' in limit) return limit.by
  try {
    return withPauses(from, limit.within, pauses, calendar)
  } catch (error) {
    if (error instanceof BeyondCalendar) return null
    throw error
  }
}

function withPauses(from: PlainDate, within: Interval, pauses: readonly Span[], calendar: Calendar): PlainDate {
  const workingDays = partsOfInterval(within).unit === 'working days'
  const counts = (day: PlainDate) => !workingDays || calendar.isWorkingDay(day)
  const pausedOn = (day: PlainDate) => pauses.some((pause) => pause.from <= day && day < pause.to)
  let due = calendar.dueOn(from, within)
  for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) {
    if (counts(day) && pausedOn(day)) due = workingDays ? calendar.addWorkingDays(due, 1) : addDays(due, 1)
  }
  return due
}

/** The occurrences as they stood at the end of a day: nothing later shows, and nothing later could alter what was done. */
export function occurrencesAsAt(whole: readonly WholeOccurrence[], date: PlainDate): readonly Occurrence[] {
  return whole.filter(({ from }) => from <= date).map((one) => asAt(one, date))
}

function asAt(whole: WholeOccurrence, date: PlainDate): Occurrence {
  if (whole.met !== undefined && whole.met.on <= date) return asDone(whole)
  const { met: _later, ...one } = whole
  const until = one.run.until !== null && one.run.until <= date ? one.run.until : null
  return { ...one, done: null, state: stateOf(one, undefined, until, date), because: one.run.because }
}

/** From the day on which it was done it is the same on every day. */
const asDone = remembered(({ met, ...one }: WholeOccurrence): Occurrence => {
  const done = met?.on ?? null
  const state = stateOf(one, met?.on, null, met?.on ?? one.from)
  return { ...one, done, state, because: [...one.run.because, ...(met?.because ?? [])] }
})

function stateOf(
  { limit, due }: Pick<WholeOccurrence, 'limit' | 'due'>,
  done: PlainDate | undefined,
  until: PlainDate | null,
  date: PlainDate,
): State {
  if ('notRequired' in limit) return 'not required'
  if (due === null) return 'not known'
  if (done !== undefined) return done <= due ? 'in time' : 'late'
  if (until !== null) return due < until ? 'missed' : 'not required'
  return due < date ? 'overdue' : 'due'
}
