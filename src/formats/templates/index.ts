import { stringify } from 'csv-stringify/sync'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordFormat, SourceRow, SourceRows, WrittenReturn } from '../records.ts'
import { writeCell } from './cells.ts'
import { columnsOf, type KeyColumn, templates } from './columns.ts'
import { readTemplates } from './read.ts'

/**
 * Our own import templates, for what no national format carries: one CSV file for each record type, its columns those of the type. The file is named as
 * the type (`care-visit.csv`).
 */
export const templateFormat = {
  key: 'templates',
  label: 'Line of Sight import templates',
  sourceSystem: 'templates',
  read: readTemplates,
  compared: [],
  compare: () => [],
  written: [...templates.values()],
  write: writeTemplates,
} satisfies RecordFormat

type Said = Pick<SourceRow, 'subjects' | 'fields' | 'links'>

/** A file for each record type of which there are rows. */
function writeTemplates(held: SourceRows): WrittenReturn {
  const files = [...templates].flatMap(([key, type]) => {
    const rows = held.get(key) ?? []
    return rows.length === 0 ? [] : [{ name: `${key}.csv`, text: templateOf(type, rows) }]
  })
  return { files, findings: [] }
}

/** The template of a record type, filled with these rows. */
export function templateOf(type: RecordType, rows: readonly Said[]): string {
  const columns = columnsOf(type)
  const lines = rows.map((row) =>
    columns.map((column) => {
      if (!('link' in column)) return cellOf(column, row)
      const linked = row.links?.[column.link]
      return linked === undefined ? '' : cellOf(column.of, linked)
    }),
  )
  return stringify([columns.map(({ heading }) => heading), ...lines])
}

const cellOf = (column: KeyColumn, { subjects, fields }: Said): string =>
  'role' in column
    ? (subjects[column.role] ?? []).join(';')
    : writeCell(column.definition, fields[column.field] ?? null, column.part)
