import { type CsvError, parse } from 'csv-parse/sync'
import type { InputFile, Issue } from './issue.ts'

/** The columns of a table: all of `required` must be there, no others than these may be. */
export type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] }
export type TableRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }

/**
 * Reads a CSV file (RFC 4180, UTF-8, a heading row) into rows of named cells. What cannot be read is told as issues:
 * a file-wide fault gives one issue and no rows; a faulty row gives an issue and is left out.
 */
export function readCsvTable(
  file: InputFile,
  columns: Columns,
): { rows: readonly TableRow[]; issues: readonly Issue[] } {
  const refuse = (message: string, row: number | null = null, column: string | null = null) => ({
    rows: [],
    issues: [{ file: file.name, row, column, subject: null, message, severity: 'error' as const }],
  })
  const decoded = decode(file.bytes)
  if ('fault' in decoded) return refuse(decoded.fault)
  const parsed = split(decoded.text)
  if ('fault' in parsed) return refuse(parsed.fault, parsed.row)
  const [heading, ...body] = parsed.records
  if (heading === undefined) return refuse(`The file is empty. Its first row must be: ${columns.required.join(',')}`)
  const names = heading.cells.map((name) => name.trim().toLowerCase())
  const faults = headingFaults(names, columns)
  if (faults.length > 0)
    return { rows: [], issues: faults.flatMap(({ column, message }) => refuse(message, heading.row, column).issues) }
  const fits = (cells: readonly string[]) => cells.length === names.length
  return {
    rows: body
      .filter(({ cells }) => fits(cells))
      .map(({ row, cells }) => ({ row, cells: new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()])) })),
    issues: body
      .filter(({ cells }) => !fits(cells))
      .flatMap(
        ({ row, cells }) =>
          refuse(
            `The row has ${cells.length} cells where the heading has ${names.length}. Look for a missing comma, or a comma in a text that is not in quotation marks.`,
            row,
          ).issues,
      ),
  }
}

function decode(bytes: Uint8Array): { text: string } | { fault: string } {
  const [first, second] = bytes
  if (first === 0x50 && second === 0x4b)
    return { fault: 'This is a spreadsheet or a zip file, not CSV. In the spreadsheet choose Save as, "CSV UTF-8".' }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { fault: 'The file is in UTF-16. Save it as "CSV UTF-8".' }
  if (bytes.includes(0))
    return { fault: 'The file holds bytes that no text has. It may be damaged, or not CSV: export it again.' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { fault: 'The file is not in UTF-8, so names with accents would be spoilt. Save it as "CSV UTF-8".' }
  }
  // A file cut off while it was written would otherwise be read as whole, its last number perhaps missing a digit.
  if (text !== '' && !text.endsWith('\n'))
    return {
      fault:
        'The last row has no line end, so the file may have been cut off while it was written. Export it again, or add a line end if it is whole.',
    }
  return { text }
}

type Split = { readonly row: number; readonly cells: readonly string[] }

function split(text: string): { records: readonly Split[] } | { fault: string; row: number | null } {
  try {
    const records: Split[] = []
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        records.push({ row: lines, cells })
        return null
      },
    })
    return { records }
  } catch (error) {
    return { fault: csvFault(error), row: isCsvError(error) ? Number(error['lines']) || null : null }
  }
}

const isCsvError = (error: unknown): error is CsvError => error instanceof Error && 'code' in error && 'lines' in error

function csvFault(error: unknown): string {
  if (isCsvError(error) && error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark is opened and never closed, so the rest of the file cannot be read. Close it, or export the file again.'
  if (isCsvError(error))
    return 'A quotation mark stands in the middle of a cell. Write it twice ("") inside a quoted cell.'
  throw error
}

function headingFaults(names: readonly string[], columns: Columns): readonly { column: string; message: string }[] {
  const known = [...columns.required, ...columns.optional]
  const missing = columns.required.filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !known.includes(name))
  const twice = names.filter((name, at) => names.indexOf(name) < at)
  return [
    ...missing.map((column) => ({ column, message: `The column is missing. The columns are: ${known.join(', ')}` })),
    ...unknown.map((column) => ({ column, message: `There is no such column. The columns are: ${known.join(', ')}` })),
    ...twice.map((column) => ({ column, message: 'The column stands twice in the heading. Keep one.' })),
  ]
}
