import type { SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content } from './content.ts'
import { renumbered } from './subjects.ts'

/** That one person was recorded twice: what is written under `merged` is read as about `kept`. */
export type Merge = { readonly kept: SubjectId; readonly merged: SubjectId }

/** Which numbers are one person's, as known on a day. */
export type SamePeople = {
  /** The number by which somebody is known: their own where they were not merged into another. */
  kept(subject: SubjectId): SubjectId
  /** All numbers of the person whom a number belongs to, the kept one first. */
  numbers(subject: SubjectId): readonly SubjectId[]
}

/**
 * Follows merges from number to number: A into B, and B into C, and all three are C.
 * @param merges those in force on the day; a number is merged into one other at most, and never in a circle
 */
export function samePeople(merges: readonly Merge[]): SamePeople {
  const into = new Map(merges.map(({ kept, merged }) => [merged, kept] as const))
  const kept = (subject: SubjectId): SubjectId => {
    let [number, steps] = [subject, 0]
    for (let next = into.get(number); next !== undefined; next = into.get(number)) {
      if (++steps > into.size) throw new Error(`Number ${subject} is merged in a circle`)
      number = next
    }
    return number
  }
  const merged = new Map<SubjectId, SubjectId[]>()
  for (const number of into.keys()) merged.set(kept(number), [...(merged.get(kept(number)) ?? []), number])
  return { kept, numbers: (subject) => [kept(subject), ...(merged.get(kept(subject)) ?? [])] }
}

/**
 * A correction of a record that was written under other numbers than are kept: whoever was in the record and is still meant keeps the number
 * that it named, so that parting two people again gives each what was theirs. Only somebody new to a role or field comes under the kept one.
 */
export function underWrittenNumbers(
  type: RecordType,
  before: Content,
  after: Content,
  kept: SamePeople['kept'],
): Content {
  const subjects = Object.entries(after.subjects).map(([role, people]) => {
    const written = before.subjects[role] ?? []
    const numbers = people.flatMap((one) => {
      const theirs = written.filter((number) => kept(number) === kept(one))
      return theirs.length > 0 ? theirs : [kept(one)]
    })
    return [role, [...new Set(numbers)]] as const
  })
  const fields = Object.entries(renumbered(type, after, kept).fields).map(([name, value]) => {
    const written = before.fields[name] ?? null
    const meansTheSame = type.fields[name]?.kind === 'subject' && typeof written === 'number'
    return [name, meansTheSame && kept(written as SubjectId) === value ? written : value] as const
  })
  return { ...after, subjects: Object.fromEntries(subjects), fields: Object.fromEntries(fields) }
}
