import type { Limit, Occurrence } from '../counting/chronology.ts'
import { explainDue } from '../dates/explain.ts'
import type { Interval } from '../dates/interval.ts'
import { addDays, longText, type PlainDate, shortText } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'

/** Why an occurrence is due when it is, and what became of it, in plain English: "Due by Sunday 1 March 2026: 3 months after the first review, 1 December 2025." */
export function explainOccurrence(one: Occurrence): string {
  const { limit, due, from } = one
  if ('notRequired' in limit) return `${limit.notRequired}.`
  if ('notKnown' in limit) return `Not known: ${limit.notKnown}.${outcome(one)}`
  const why = whyThen(limit, from)
  if (due === null)
    return `When it was due cannot be said: ${why}, and the bank holidays of that time are not loaded.${outcome(one)}`
  return `Due by ${longText(due)}: ${why}.${outcome(one)}`
}

/** The reason alone: "3 months after the first review, 1 December 2025". */
export const explainLimit = ({ limit, from }: Pick<Occurrence, 'limit' | 'from'>): string =>
  'notRequired' in limit ? limit.notRequired : 'notKnown' in limit ? limit.notKnown : whyThen(limit, from)

const whyThen = (limit: Exclude<Limit, { notRequired: string } | { notKnown: string }>, from: PlainDate): string =>
  'by' in limit ? limit.why : `${lengthFrom(limit.within)} ${limit.after}, ${shortText(from)}`

/** `3 months after`; of a length whose first day counts, `26 weeks beginning with`. */
const lengthFrom = (within: Interval): string => (within.endsWith('beginning with') ? within : `${within} after`)

/** How the day was worked out, step by step: what the clock runs in, which days were passed over, what a pause moved. */
export function explainSteps(one: Occurrence, calendar: Calendar): readonly string[] {
  const { limit, from, run, due } = one
  const began = `The clock runs since ${longText(run.from)}: ${run.began}.`
  if ('notRequired' in limit || 'notKnown' in limit || due === null) return [began]
  if ('by' in limit) return [began, `The day is fixed: ${limit.why}.`]
  const { due: unpaused, sentences } = explainDue(calendar, from, limit.within)
  const pauses = (run.pauses ?? []).filter((pause) => pause.from <= due && pause.to > from)
  if (due === unpaused) return [began, ...sentences]
  return [
    began,
    `Without a pause: ${sentences[0] ?? ''}`,
    ...sentences.slice(1),
    ...pauses.map(
      (pause) =>
        `Paused from ${shortText(pause.from)} to ${shortText(addDays(pause.to, -1))}: those days do not count.`,
    ),
    `So the last day in time moves from ${longText(unpaused)} to ${longText(due)}.`,
  ]
}

function outcome({ state, done, run, timescale }: Occurrence): string {
  const when = done === null ? '' : `${timescale.done} on ${shortText(done)}`
  switch (state) {
    case 'in time':
      return ` It was ${when}, in time.`
    case 'late':
      return ` It was ${when}, late.`
    case 'missed':
      return ` It was not ${timescale.done} before that ended${run.until === null ? '' : ` on ${shortText(run.until)}`}.`
    case 'not required':
      return run.until === null ? '' : ` That ended first, on ${shortText(run.until)}.`
    case 'not known':
      return done === null ? '' : ` It was ${when}.`
    case 'due':
    case 'overdue':
      return ''
  }
}
