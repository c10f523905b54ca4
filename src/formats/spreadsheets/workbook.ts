import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { addDays, fromParts, type PlainDate, toText } from '../../core/dates/plain-date.ts'

// The one place that reads spreadsheets, and writes plain ones; reports have a writer of their own. Inside, a cell is text, as it is in CSV: one reader serves both.

/** A sheet with every cell as text, dates as 2023-09-30; its first row is row 1 of the spreadsheet. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** A date is written as one, so that the spreadsheet sorts by it. */
export type WrittenCell = string | number | { readonly on: PlainDate } | null
export type WrittenSheet = {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly WrittenCell[])[]
}

/** Whether a file is a workbook, by its bytes: XLSX is a ZIP file. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** The sheets of a workbook (XLSX), in their order; undefined where it is damaged, or locked with a password. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[] | undefined> {
  try {
    const { sheets } = await readXlsx(bytes)
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(textOf)) }))
  } catch {
    return undefined
  }
}

/** Writes a workbook (XLSX): a heading row that stays in sight on every sheet. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, headings, rows }) => ({
      name,
      columns: headings.map((_, at) => ({
        width: 18,
        ...(rows.some((cells) => isDay(cells[at])) ? { numFmt: 'dd/mm/yyyy' } : {}),
      })),
      rows: [[...headings], ...rows.map((cells) => cells.map(libraryCell))],
      freezePane: { rows: 1 },
    })),
  })
}

type LibraryCell = string | number | boolean | Date | null

function textOf(cell: LibraryCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : toText(dayOf(cell))
  return String(cell).trim()
}

/** The library holds a date as midnight in UTC; a time of day in the cell is left out. */
const dayOf = (date: Date): PlainDate => fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())

const epoch = fromParts(1970, 1, 1)
const MILLISECONDS_IN_A_DAY = 86_400_000

const isDay = (cell: WrittenCell | undefined): cell is { readonly on: PlainDate } =>
  cell !== null && typeof cell === 'object'

const libraryCell = (cell: WrittenCell): LibraryCell =>
  isDay(cell) ? new Date((cell.on - epoch) * MILLISECONDS_IN_A_DAY) : cell

/** The day that a spreadsheet's number stands for, where a cell of a date was not marked as one: 1 is 1 January 1900, and 29 February 1900 is counted. */
export const dayOfSerial = (serial: number): PlainDate => addDays(fromParts(1899, 12, 30), Math.floor(serial))
