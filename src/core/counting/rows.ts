import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content } from '../record/content.ts'
import { remembered } from './define.ts'

/** A record as rules read it: its id, whom it is about, what it links to, its fields. */
export type Row = { readonly id: RecordId } & { readonly [name: string]: unknown }

/** What is known: of each type the records of each subject, in any order. */
export type KnownRows = ReadonlyMap<RecordType, ReadonlyMap<SubjectId, readonly Row[]>>

/** A record while it is being filled. */
export type RowToFill = { id: RecordId; [name: string]: unknown }

/** A record's content as rules read it. */
export function rowOf(type: RecordType, id: RecordId, { subjects, links, fields }: Content): Row {
  const row: RowToFill = { ...emptyRow(type), id }
  for (const role in type.subjects) {
    const those = subjects[role]
    if (type.subjects[role]?.many === true) row[role] = those ?? []
    else if (those !== undefined) row[role] = those[0] ?? null
  }
  for (const link in links) row[link] = links[link] ?? null
  for (const field in fields) row[field] = fields[field] ?? null
  return row
}

/**
 * Records that say nothing yet, with these numbers. They are read from JSON, all at once: what comes from there has room for all its names in itself; a copy of one
 * that has them takes two fifths more, in two places.
 */
export function newRows(type: RecordType, ids: readonly RecordId[]): readonly RowToFill[] {
  if (ids.length === 0) return []
  const one = emptyText(type)
  const rows: readonly RowToFill[] = JSON.parse(`[${`${one},`.repeat(ids.length - 1)}${one}]`)
  for (const [at, id] of ids.entries()) {
    const row = rows[at]
    if (row !== undefined) row.id = id
  }
  return rows
}

const NO_RECORD = 0 as RecordId

const emptyRow = remembered(({ subjects, links, fields }: RecordType): RowToFill => {
  const roles = Object.entries(subjects).map(([name, role]) => [name, role.many === true ? [] : null])
  const others = Object.keys({ ...links, ...fields }).map((name) => [name, null])
  return { id: NO_RECORD, ...Object.fromEntries([...roles, ...others]) }
})

const emptyText = remembered((type: RecordType) => JSON.stringify(emptyRow(type)))
