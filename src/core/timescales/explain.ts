import type { Limit, Occurrence } from '../counting/chronology.ts'
import { longText, type PlainDate, shortText } from '../dates/plain-date.ts'

/** Why an occurrence is due when it is, and what became of it, in plain English: "Due by Sunday 1 March 2026: 3 months after the first review, 1 December 2025." */
export function explainOccurrence(one: Occurrence): string {
  const { limit, due, from } = one
  if ('notRequired' in limit) return `${limit.notRequired}.`
  const why = whyThen(limit, from)
  if (due === null)
    return `When it was due cannot be said: ${why}, and the bank holidays of that time are not loaded.${outcome(one)}`
  return `Due by ${longText(due)}: ${why}.${outcome(one)}`
}

const whyThen = (limit: Exclude<Limit, { notRequired: string }>, from: PlainDate): string =>
  'by' in limit ? limit.why : `${limit.within} after ${limit.after}, ${shortText(from)}`

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
