import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content } from '../record/content.ts'
import { remembered } from './define.ts'

/** A record as rules read it: its id, whom it is about, what it links to, its fields. */
export type Row = { readonly id: RecordId } & { readonly [name: string]: unknown }

/** What is known of somebody: the records of each type, by its key, in any order. */
export type KnownRows = ReadonlyMap<string, readonly Row[]>

/** A record while it is being filled. */
export type RowToFill = { id: RecordId; [name: string]: unknown }

/** Adds one to those of its type; once, though it be added twice in a row. */
export function addTo(rows: Map<string, Row[]>, type: string, row: Row): void {
  const some = rows.get(type)
  if (some === undefined) rows.set(type, [row])
  else if (some.at(-1) !== row) some.push(row)
}

/** A record's content as rules read it. */
export function rowOf(type: RecordType, id: RecordId, { subjects, links, fields }: Content): Row {
  const row = newRow(type, id)
  for (const role in type.subjects) {
    const those = subjects[role]
    if (type.subjects[role]?.many === true) row[role] = those ?? []
    else if (those !== undefined) row[role] = those[0] ?? null
  }
  for (const link in links) row[link] = links[link] ?? null
  for (const field in fields) row[field] = fields[field] ?? null
  return row
}

/** A record that says nothing yet. */
export function newRow(type: RecordType, id: RecordId): RowToFill {
  // A copy of what has all its names takes half the time, and less room, of what gets one name after another.
  const row = { ...emptyRow(type) }
  row.id = id
  return row
}

const NO_RECORD = 0 as RecordId

const emptyRow = remembered(({ subjects, links, fields }: RecordType): RowToFill => {
  const roles = Object.entries(subjects).map(([name, role]) => [name, role.many === true ? NOBODY : null])
  const others = Object.keys({ ...links, ...fields }).map((name) => [name, null])
  return { id: NO_RECORD, ...Object.fromEntries([...roles, ...others]) }
})

const NOBODY: readonly SubjectId[] = []
