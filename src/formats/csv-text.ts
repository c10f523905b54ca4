import { stringify } from 'csv-stringify/sync'

/** A heading row and rows of cells; null is an empty cell. Give numbers as numbers: they are written as they are. */
export type CsvTable = readonly (readonly (string | number | null)[])[]

/**
 * A table as CSV (RFC 4180), for every face. A text that a spreadsheet would run as a formula is kept from it by an apostrophe in front: what people
 * typed must not run on somebody else's machine.
 */
export const csvText = (table: CsvTable): string =>
  stringify(
    table.map((row) => row.map((cell) => (typeof cell === 'string' && wouldRun(cell) ? `'${cell}` : cell))),
    // Half an end of line ends a line for many readers too, and is not quoted of itself.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )

/**
 * Whether a spreadsheet would take a text for a formula: by its first character, also in the full-width form that some keyboards
 * have, and whatever blanks stand before it. A negative number and nothing else is only a number.
 */
const wouldRun = (text: string): boolean =>
  (/^[\t\r\n\0]/.test(text) || /^[\s\0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text)) &&
  !/^-\d+(\.\d+)?$/.test(text)
