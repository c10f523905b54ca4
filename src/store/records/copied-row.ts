import { copyText } from '../copy-rows.ts'
import type { Column, RecordTable } from './columns.ts'
import type { EncodedContent } from './rows.ts'
import { encodeText, type Json } from './values.ts'

// A row of a file as COPY reads it. Columns of our own begin with #, which no column of a record type can.

/** Where a row holds whoever stands in a role that many may have, in the order of the roles. */
export const manyColumns = ({ manyRoles }: RecordTable): readonly string[] =>
  manyRoles.map((_role, index) => `#many${index}`)

/** Where a row holds whoever stands in any role. */
export const roleColumns = (table: RecordTable): readonly string[] => [
  ...table.singleRoles.map(({ column }) => column.name),
  ...manyColumns(table),
]

/** The columns that `rowWriter` writes, in that order. */
export function copiedColumns(table: RecordTable): string {
  const many = manyColumns(table).map((column) => `"${column}" bigint[]`)
  const typed = table.columns.map(({ name, type }) => `"${name}" ${type}`)
  return ['"#place" integer', '"#identity" text collate "C"', ...many, ...typed].join(', ')
}

/** Writes rows of a file, each with its place and its identity. */
export function rowWriter(table: RecordTable) {
  const columns = table.columns.map((column) => ({ name: column.name, write: writers[column.type] }))
  return (place: number, identity: string, { row, placed }: EncodedContent): string => {
    let line = `${place}\t${copyText(encodeText(identity, 'the identity'))}`
    for (const role of table.manyRoles) {
      const those = placed.filter((one) => one.role === role)
      line += `\t{${those.map(({ subject_id }) => subject_id).join()}}`
    }
    for (const { name, write } of columns) line += `\t${write(row[name])}`
    return `${line}\n`
  }
}

type Write = (value: Json | undefined) => string

/** By the type of a column. Numbers, dates and moments have nothing in them that COPY would take for something else. */
const writers: Readonly<Record<Column['type'], Write>> = {
  text: (value) => (typeof value === 'string' ? copyText(value) : nullOf(value)),
  numeric: asItIs,
  bigint: asItIs,
  date: asItIs,
  timestamptz: asItIs,
  'text[]': (value) => (Array.isArray(value) ? copyText(`{${value.map(element).join()}}`) : nullOf(value)),
  jsonb: (value) => (value === null || value === undefined ? nullOf(value) : copyText(JSON.stringify(value))),
}

function asItIs(value: Json | undefined): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : nullOf(value)
}

/** Quoted: a code may be spelt like a null, or have a comma. */
const element = (code: Json): string => `"${String(code).replace(/["\\]/g, '\\$&')}"`

function nullOf(value: Json | undefined): string {
  if (value === null || value === undefined) return '\\N'
  throw new TypeError(`Not what its column holds: ${JSON.stringify(value)}`)
}
