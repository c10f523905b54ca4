import type { RecordType } from '../definitions/record-type.ts'
import { NEVER, shownFromDay, trueFromDay } from '../record/chronology.ts'
import type { Content } from '../record/content.ts'
import { differences } from '../record/differences.ts'
import type { Looked } from './plan.ts'

/** What became of one record: what it says now, and what it said before; undefined where there was none. */
export type Change = { readonly type: RecordType; readonly before: Content | undefined; readonly after: Content }

/**
 * The first day on which the record is seen otherwise than it was: whatever is asked as at an earlier day has the same answer as before. NEVER where it is seen the same on all.
 */
export function seenOtherwiseFrom({ type, before, after }: Change): number {
  if (before === undefined) return shownFromDay(type, after.fields)
  const shown = Math.min(shownFromDay(type, before.fields), shownFromDay(type, after.fields))
  const days = differences(type, before, after).map(({ name }) =>
    Object.hasOwn(type.fields, name)
      ? Math.max(shown, Math.min(saysFrom(type, before, name), saysFrom(type, after, name)))
      : shown,
  )
  return Math.min(NEVER, ...days)
}

/** The day from which a field says something: one that is not recorded is seen as one that is not true yet. */
const saysFrom = (type: RecordType, content: Content, field: string): number =>
  (content.fields[field] ?? null) === null ? NEVER : trueFromDay(type, content.fields, field)

/** Whether what is seen otherwise from a day on can alter anything in a period. */
export const looksAt = ({ to, asAt }: Pick<Looked, 'to' | 'asAt'>, otherwiseFrom: number): boolean =>
  otherwiseFrom <= asAt || otherwiseFrom < to
