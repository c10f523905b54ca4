import { shortText } from '../dates/plain-date.ts'
import { explainLimit, explainOccurrence } from '../timescales/explain.ts'
import type { Need, NeedByTest, Unknown } from './work-list.ts'

/** Why somebody stands on a work list, whole: "Due by Sunday 1 March 2026: 3 months after ..."; "In bed and breakfast since 1 March 2026: Sea View." */
export const explainNeed = (need: Need): string =>
  'occurrence' in need ? explainOccurrence(need.occurrence) : `${upperFirst(withSince(need))}${whyText(need)}.`

/** The reason alone, beside the day: "3 months after the first review, 1 December 2025"; "In bed and breakfast: Sea View". */
export const reasonOf = (need: Need): string =>
  'occurrence' in need ? explainLimit(need.occurrence) : `${upperFirst(need.holding.name)}${whyText(need)}`

/** Why it cannot be said whether somebody needs something. */
export function explainUnknown({ occurrence, question }: Unknown): string {
  if (occurrence !== null) return explainOccurrence(occurrence)
  return question === null
    ? 'Not known whether they belong on this list.'
    : `The record does not say whether this is so: ${question}.`
}

const withSince = ({ holding: { name }, since }: NeedByTest): string =>
  since === null ? name : `${name} since ${shortText(since)}`
/** What the record says in the very words of the test says nothing more. */
const whyText = ({ holding: { name, why } }: NeedByTest): string => (why === null || why === name ? '' : `: ${why}`)
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
