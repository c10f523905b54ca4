import type { RecordType } from '../core/definitions/record-type.ts'
import type { Value } from '../core/record/content.ts'

/** A made-up record, about people by their case numbers and about whatever else by what the case system calls it. */
type MadeRow = {
  readonly subjects: Readonly<Record<string, readonly string[]>>
  readonly fields: Readonly<Record<string, Value>>
}

/** Made-up records, by the key of their type. */
export class MadeRows {
  readonly #rows = new Map<string, MadeRow[]>()

  get all(): ReadonlyMap<string, readonly MadeRow[]> {
    return this.#rows
  }

  /** What is not said stays empty. */
  add(
    type: RecordType,
    subjects: Readonly<Record<string, string | readonly string[]>>,
    fields: Readonly<Record<string, Value>>,
  ): void {
    const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null] as const))
    const nobody = Object.fromEntries(Object.keys(type.subjects).map((role) => [role, []] as const))
    const named = Object.fromEntries(
      Object.entries(subjects).map(([role, some]) => [role, typeof some === 'string' ? [some] : some] as const),
    )
    const there = this.#rows.get(type.key) ?? []
    there.push({ subjects: { ...nobody, ...named }, fields: { ...blank, ...fields } })
    this.#rows.set(type.key, there)
  }
}
