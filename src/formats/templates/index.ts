import { stringify } from 'csv-stringify/sync'
import type { RecordFormat, SourceRows, WrittenReturn } from '../records.ts'
import { writeCell } from './cells.ts'
import { columnsOf } from './columns.ts'
import { readTemplates, templates } from './read.ts'

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

/** A file for each record type of which there are rows. */
function writeTemplates(held: SourceRows): WrittenReturn {
  const files = [...templates].flatMap(([key, type]) => {
    const rows = held.get(key) ?? []
    if (rows.length === 0) return []
    const columns = columnsOf(type)
    const lines = rows.map(({ subjects, fields }) =>
      columns.map((column) =>
        'role' in column
          ? (subjects[column.role] ?? []).join(';')
          : writeCell(column.definition, fields[column.field] ?? null),
      ),
    )
    return [{ name: `${key}.csv`, text: stringify([columns.map(({ heading }) => heading), ...lines]) }]
  })
  return { files, findings: [] }
}
