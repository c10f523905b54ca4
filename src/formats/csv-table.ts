import { CsvError, parse } from 'csv-parse/sync'
import { unknown } from './did-you-mean.ts'
import type { InputFile, Issue } from './issue.ts'

/** The columns of a table: all of `required` must be there, no others than these may be. */
export type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] }
export type TableRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }

/**
 * Reads a CSV file (RFC 4180, UTF-8, a heading row) into rows of named cells, without the spaces around them; blank rows are
 * passed over. What cannot be read is told as issues: a file-wide fault gives one issue and no rows; a faulty row gives an
 * issue and is left out. Rows are numbered as a spreadsheet shows them: the heading is row 1, a blank row counts, and a row
 * stays one row however many lines a quoted cell in it runs over.
 */
export function readCsvTable(
  file: InputFile,
  columns: Columns,
): { rows: readonly TableRow[]; issues: readonly Issue[] } {
  const issue = ({ message, row, column }: Fault): Issue => ({
    file: file.name,
    row: row ?? null,
    column: column ?? null,
    subject: null,
    message,
    severity: 'error',
  })
  const refuse = (...faults: readonly Fault[]) => ({ rows: [], issues: faults.map(issue) })
  const parsed = splitCsv(file.bytes)
  if ('message' in parsed) return refuse(parsed)
  if (parsed.cutOff) return refuse(cutOff)
  const [heading, ...body] = parsed.rows
  if (heading === undefined)
    return refuse({
      message: `The file is empty. Its first row must name the columns: ${columns.required.join(', ')}.`,
    })
  const names = heading.cells.map((name) => name.trim().toLowerCase())
  const faults = headingFaults(names, columns)
  if (faults.length > 0) return refuse(...faults.map((fault) => ({ ...fault, row: heading.row })))
  if (body.length === 0) {
    const message = 'The file has a heading and no rows below it, so there is nothing to read.'
    return { rows: [], issues: [{ ...issue({ message }), severity: 'warning' }] }
  }
  const fits = ({ cells }: SplitRow) => cells.length === names.length
  return {
    rows: body
      .filter(fits)
      .map(({ row, cells }) => ({ row, cells: new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()])) })),
    issues: body
      .filter((row) => !fits(row))
      .map(({ row, cells }) => issue({ row, message: misfit(cells.length, names.length) })),
  }
}

export type Fault = { readonly message: string; readonly row?: number; readonly column?: string }

/**
 * The rows of a CSV file, blank ones passed over, or what keeps it from being read at all. `cutOff`: the last row has no line end, so it may
 * have lost its end.
 */
export function splitCsv(bytes: Uint8Array): { rows: readonly SplitRow[]; cutOff: boolean } | Fault {
  const decoded = decode(bytes)
  if ('message' in decoded) return decoded
  const last = bytes.at(-1)
  const parsed = split(decoded.text)
  // What was cut off in the middle of quotation marks is told as cut off.
  const unfinished = last !== undefined && last !== 0x0a && last !== 0x0d
  if ('message' in parsed) return unfinished ? cutOff : parsed
  return { ...parsed, cutOff: unfinished }
}

const cutOff: Fault = {
  message:
    'The last row has no line end, so the file may have been cut off while it was written. Export it again; if you are sure that it is whole, put a line end after the last row.',
}

export const misfit = (cells: number, columns: number): string =>
  `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'} where the heading has ${columns}. Look for a missing comma, or a comma in a text that is not in quotation marks.`

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

function decode(bytes: Uint8Array): { text: string } | Fault {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      message:
        'This is a spreadsheet or a zip file, not CSV. Open it in the spreadsheet program and save it as "CSV UTF-8".',
    }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return { message: 'The file is in UTF-16. Save it as "CSV UTF-8".' }
  if (bytes.includes(0))
    return { message: 'The file holds bytes that no text has. It may be damaged, or not CSV: export it again.' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return {
      message: `The file is not in UTF-8, so letters with accents and typographic quotation marks would be spoilt (first in line ${firstLineNotUtf8(bytes)} of the file). Save it as "CSV UTF-8".`,
    }
  }
}

/** A line of the file, which is not the spreadsheet's row where quoted cells before it run over several lines. */
function firstLineNotUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from)
    const to = end === -1 ? bytes.length : end + 1
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return line
    }
    from = to
  }
  return line
}

export type SplitRow = { readonly row: number; readonly cells: readonly string[] }

function split(text: string): { rows: readonly SplitRow[] } | Fault {
  const rows: SplitRow[] = []
  try {
    parse(text, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { records, empty_lines: blank }) => {
        // A spreadsheet writes a blank row as nothing but commas.
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: records + blank, cells })
        return null
      },
    })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { message: quoteFault(error.code), row: Number(error['records']) + Number(error['empty_lines']) + 1 }
  }
}

const quoteFault = (code: string): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'A quotation mark is opened here and never closed, so the rest of the file cannot be read. Close it, or export the file again.'
    : 'A quotation mark stands in the middle of a cell. Put the whole cell in quotation marks and write the one inside it twice, as in "the ""new"" home".'

function headingFaults(names: readonly string[], columns: Columns): readonly Fault[] {
  const known = [...columns.required, ...columns.optional]
  const [only = '', ...more] = names
  if (more.length === 0 && /[;\t]/.test(only))
    return [
      { message: 'The cells are separated by semicolons or tabs. Save the file as "CSV UTF-8", separated by commas.' },
    ]
  const all = `The columns are: ${known.join(', ')}.`
  const missing = columns.required.filter((name) => !names.includes(name))
  const strange = names.filter((name) => name !== '' && !known.includes(name))
  const twice = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) < at))
  const nameless = names.flatMap((name, at) => (name === '' ? [at + 1] : []))
  return [
    ...missing.map((column) => ({ column, message: `The column is missing. ${all}` })),
    ...strange.map((column) => ({ column, message: unknown('column', column, known) })),
    ...[...twice].map((column) => ({ column, message: 'The column stands twice in the heading. Keep one.' })),
    ...nameless.map((at) => ({ message: `Column ${at} has no name in the heading. Name it, or delete the column.` })),
  ]
}
