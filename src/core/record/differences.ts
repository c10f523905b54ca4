import { londonDate } from '../dates/instant.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content, Value } from './content.ts'

/** A role, link or field of a record, and what one version says there and another. */
export type Difference = { readonly name: string; readonly before: Part; readonly after: Part }

/** What a version says in one place: ids of a role, the id of a link, the value of a field. */
export type Part = Value | readonly number[]

/** Everything in which two versions of a record differ, in the order of the definition. */
export const differences = (type: RecordType, before: Content, after: Content): readonly Difference[] =>
  namesOf(type)
    .map((name) => ({ name, before: partOf(type, before, name), after: partOf(type, after, name) }))
    .filter((one) => !isSame(one.before, one.after))

/** The roles, links and fields of a type. */
export const namesOf = ({ subjects, links, fields }: RecordType): readonly string[] =>
  [subjects, links, fields].flatMap(Object.keys)

export function partOf(type: RecordType, content: Content, name: string): Part {
  if (Object.hasOwn(type.subjects, name)) return content.subjects[name] ?? []
  if (Object.hasOwn(type.links, name)) return content.links[name] ?? null
  return content.fields[name] ?? null
}

/**
 * What two people made of one version: what only one of them changed, what both changed alike, and where they disagree. Nobody's work is
 * lost while it says all of this.
 */
export type Meeting = {
  readonly name: string
  readonly base: Part
  readonly theirs: Part
  readonly ours: Part
  readonly changedBy: 'them' | 'us' | 'both alike' | 'both differently'
}

/** Field by field, everything that either of two people changed since the version that both had before them. */
export const meeting = (
  type: RecordType,
  { base, theirs, ours }: { readonly base: Content; readonly theirs: Content; readonly ours: Content },
): readonly Meeting[] =>
  namesOf(type).flatMap((name) => {
    const [was, they, we] = [base, theirs, ours].map((content) => partOf(type, content, name)) as [Part, Part, Part]
    const [theyDid, weDid] = [!isSame(was, they), !isSame(was, we)]
    if (!theyDid && !weDid) return []
    const changedBy = !weDid ? 'them' : !theyDid ? 'us' : isSame(they, we) ? 'both alike' : 'both differently'
    return [{ name, base: was, theirs: they, ours: we, changedBy } as const]
  })

/** Nothing and an empty list say the same; a time known to the day is that day, whatever the hour it is kept with. */
const isSame = (one: Part, other: Part): boolean => JSON.stringify(told(one)) === JSON.stringify(told(other))

function told(part: Part): unknown {
  if (Array.isArray(part)) return part.length === 0 ? null : part
  if (typeof part === 'string') return part.replace(/\r\n/g, '\n').trim() || null
  if (typeof part === 'object' && part !== null && 'precision' in part && part.precision === 'day')
    return { day: londonDate(part.at) }
  return part
}
