import type { ReportDocument, Table } from '../../core/reports/document.ts'
import { type CsvTable, csvText } from '../csv.ts'

/** What a report is written as. */
export const reportFormats = ['csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report as a file: the same report is the same bytes. */
export async function writeReport(document: ReportDocument, format: ReportFormat) {
  const tables = document.parts.filter((part): part is Table => part.kind === 'table')
  return {
    bytes: Buffer.from(`\ufeff${csvText(tables.flatMap(rowsOf))}`),
    contentType: 'text/csv; charset=utf-8',
    fileName: `${document.title} ${document.subtitle}.${format}`,
  }
}

const rowsOf = ({ caption, columns, rows }: Table): CsvTable => [
  [caption, ...columns.slice(1).map(() => null)],
  columns.map(({ header }) => header),
  ...rows.map((row) => row.map((cell) => (cell.kind === 'number' || cell.kind === 'date' ? cell.value : cell.text))),
]
