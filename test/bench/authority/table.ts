import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../../src/core/record/content.ts'
import type { ImportRow } from '../../../src/store/records/record-file.ts'
import { someOf } from './chance.ts'
import type { Size, Subjects } from './families.ts'

/** What an authority's system exports of one record type. */
export type ExportedTable = {
  readonly type: RecordType
  /** The rows, made as they are asked for, and every time the same. */
  rows(): Iterable<ImportRow>
  /** What a later export says otherwise of one row in a hundred. */
  readonly altered: Readonly<Record<string, Value>>
}

/** Makes the tables of an authority, of which only the numbers of its subjects are kept. */
export type MakeTables = (size: Size, subjects: Subjects) => readonly ExportedTable[]

const blanks = new WeakMap<RecordType, Content['fields']>()

/** A row with null for every field that is not given, as a reader of files makes it. */
export function rowOf(
  type: RecordType,
  identity: string,
  subjects: Content['subjects'],
  fields: Content['fields'],
): ImportRow {
  const blank = blanks.get(type) ?? Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  blanks.set(type, blank)
  return { identity, content: { subjects, links: {}, fields: { ...blank, ...fields } } }
}

/** The same table as a later export has it. */
export function* alteredRows({ rows, altered }: ExportedTable): Iterable<ImportRow> {
  let place = 0
  for (const row of rows()) yield someOf(100, 99, place++) ? alter(row, altered) : row
}

/** How many rows there are, and how many of them a later export alters. */
export function countRows({ rows }: ExportedTable): { readonly rows: number; readonly altered: number } {
  let [all, altered] = [0, 0]
  for (const _row of rows()) if (someOf(100, 99, all++)) altered++
  return { rows: all, altered }
}

const alter = ({ identity, content: { fields, ...rest } }: ImportRow, altered: Content['fields']): ImportRow => ({
  identity,
  content: { ...rest, fields: { ...fields, ...altered } },
})
