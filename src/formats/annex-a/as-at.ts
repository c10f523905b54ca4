import type { Member } from '../../core/counting/define.ts'
import { Reader } from '../../core/counting/reader.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { workingCalendar } from '../../core/dates/working-days.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { shownFromDay, trueFromDay } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { HeldRow, SourceRows } from '../records.ts'

export type Held = Omit<HeldRow, 'links'>

/** Everything that is recorded, as it was true on a day: what came later is not there, and an end that lies ahead is none. */
export class AsAt {
  readonly day: PlainDate
  readonly #types: readonly RecordType[]
  /** By the key of the type, the records of each subject in its first role. */
  readonly #held: ReadonlyMap<string, ReadonlyMap<string, readonly Held[]>>

  constructor(held: SourceRows, types: readonly RecordType[], day: PlainDate) {
    this.day = day
    this.#types = types
    this.#held = new Map(types.map((type) => [type.key, bySubject(type, held.get(type.key) ?? [])]))
  }

  /** The records of a type that are somebody's, or a household's: in which they stand in the first role. The earliest first. */
  of(type: RecordType, subject: string): readonly Held[] {
    const all = this.#held.get(type.key)?.get(subject) ?? []
    return all
      .flatMap((one) => trueOn(this.day, type, one) ?? [])
      .toSorted((one, other) => (dateOf(one, type.dated) ?? 0) - (dateOf(other, type.dated) ?? 0))
  }

  /** Whoever has a record of the type. */
  subjects(type: RecordType): readonly string[] {
    return [...(this.#held.get(type.key)?.keys() ?? [])]
  }

  /** Somebody as the rules of counting ask about them, on the day and in the 12 months up to it. */
  member(subject: string): Member {
    const all = this.#types.flatMap((type) =>
      (this.#held.get(type.key)?.get(subject) ?? []).map((held) => ({ type, held })),
    )
    const known = all.map(({ type, held: { subjects, fields } }, at) => ({
      record: (at + 1) as RecordId,
      type: type.key,
      content: { subjects: onlySomebody(type, subjects), links: {}, fields },
    }))
    const records = subjectRecords(SOMEBODY, known, this.#types)
    const to = addDays(this.day, 1)
    return { history: new Reader(records, noClocks, this.day), asAt: this.day, from: addMonths(to, -12), to }
  }
}

function bySubject(type: RecordType, rows: readonly Held[]): ReadonlyMap<string, readonly Held[]> {
  const groups = new Map<string, Held[]>()
  const [role = ''] = Object.keys(type.subjects)
  for (const one of rows)
    for (const subject of one.subjects[role] ?? []) {
      const some = groups.get(subject)
      if (some === undefined) groups.set(subject, [one])
      else some.push(one)
    }
  return groups
}

/** Rules know people by number and ask about one at a time: who else stands in a record is somebody else. */
const [SOMEBODY, SOMEBODY_ELSE] = [1 as SubjectId, 2 as SubjectId]

const onlySomebody = (type: RecordType, subjects: Held['subjects']): Content['subjects'] =>
  Object.fromEntries(
    Object.keys(type.subjects).map((role, at) => [
      role,
      (subjects[role] ?? []).length === 0 ? [] : [at === 0 ? SOMEBODY : SOMEBODY_ELSE],
    ]),
  )

/** The lists ask for what happened and when, and never by when it was due. */
const noClocks = workingCalendar([], { firstYear: 2000, lastYear: 2000 })

function trueOn(day: PlainDate, type: RecordType, { subjects, fields, ...known }: Held): Held | undefined {
  if (shownFromDay(type, fields) > day) return undefined
  const held = Object.keys(type.fields).map((name) => {
    const isTrue = trueFromDay(type, fields, name) <= day
    return [name, isTrue ? (fields[name] ?? null) : null] as const
  })
  return { ...known, subjects, fields: Object.fromEntries(held) }
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
