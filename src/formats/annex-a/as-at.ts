import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { shownFromDay, trueFromDay } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { SourceRow, SourceRows } from '../records.ts'

export type Held = Pick<SourceRow, 'subjects' | 'fields'>

/** Everything that is recorded, as it was true on a day: what came later is not there, and an end that lies ahead is none. */
export class AsAt {
  readonly day: PlainDate
  readonly #held: SourceRows
  readonly #grouped = new Map<string, ReadonlyMap<string, readonly Held[]>>()

  constructor(held: SourceRows, day: PlainDate) {
    this.day = day
    this.#held = held
  }

  /** The records of a type that are somebody's, or a household's: in which they stand in the first role. The earliest first. */
  of(type: RecordType, subject: string): readonly Held[] {
    return this.#by(type).get(subject) ?? []
  }

  /** Whoever has a record of the type. */
  subjects(type: RecordType): readonly string[] {
    return [...this.#by(type).keys()]
  }

  #by(type: RecordType): ReadonlyMap<string, readonly Held[]> {
    const known = this.#grouped.get(type.key)
    if (known !== undefined) return known
    const groups = new Map<string, Held[]>()
    const [role = ''] = Object.keys(type.subjects)
    const shown = (this.#held.get(type.key) ?? []).flatMap((one) => this.#trueOf(type, one) ?? [])
    for (const one of shown.toSorted((a, b) => (dateOf(a, type.dated) ?? 0) - (dateOf(b, type.dated) ?? 0)))
      for (const subject of one.subjects[role] ?? []) {
        const some = groups.get(subject) ?? []
        some.push(one)
        groups.set(subject, some)
      }
    this.#grouped.set(type.key, groups)
    return groups
  }

  #trueOf(type: RecordType, { subjects, fields }: Held): Held | undefined {
    // Whom it is about decides nothing about what is true when.
    const content: Content = { subjects: {}, links: {}, fields }
    if (shownFromDay(type, content) > this.day) return undefined
    const names = Object.keys(type.fields)
    const held = names.map((name) => {
      const isTrue = trueFromDay(type, content, name) <= this.day
      return [name, isTrue ? (fields[name] ?? null) : null] as const
    })
    return { subjects, fields: Object.fromEntries(held) }
  }
}

export const dateOf = (held: Held | undefined, field: string): PlainDate | null => {
  const value = held?.fields[field] ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}
export const textOf = (held: Held | undefined, field: string): string | null => {
  const value = held?.fields[field] ?? null
  return typeof value === 'string' ? value : null
}

/** Whether it lasts on the day: an end that lies ahead is not there. */
export const isOpen =
  (type: RecordType) =>
  (held: Held): boolean =>
    type.ends === undefined || dateOf(held, type.ends) === null
