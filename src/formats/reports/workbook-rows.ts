import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import { type CellStyle, colToLetter, type WriteSheet } from 'hucre/xlsx'
import type { Cell, Table } from '../../core/reports/document.ts'
import { libraryValue, styleOf } from './workbook-cells.ts'

// The library holds a whole workbook as objects before it writes any of it. It writes everything but the rows of tables here: in their place stands one row that has
// each of their styles once, from which is read by what number the workbook knows it. The rows are then written where they belong, some at a time.

/** The rows of a sheet as the file has them: the heights of those that are higher than a line, and the cells that are left empty. */
export type SheetRows = {
  readonly table: Table
  readonly heights: ReadonlyMap<number, { readonly height: number }>
  readonly isLeftEmpty: (row: number, column: number) => boolean
}

/** What the library writes instead of the rows: each of their styles, in the order in which they come. */
export function styleRow(table: Table): Pick<WriteSheet, 'rows' | 'cells'> {
  const styles = [...stylesIn(table)]
  return {
    rows: styles.length === 0 ? [] : [styles.map(() => 0)],
    cells: new Map(styles.map((style, at) => [`1,${at}`, { style }] as const)),
  }
}

function stylesIn({ columns, rows }: Table): ReadonlySet<CellStyle> {
  const styles = new Set<CellStyle>()
  for (const cells of rows)
    cells.forEach((cell, at) => {
      styles.add(styleOf(cell, columns[at]))
    })
  return styles
}

const WRITTEN_ROW = /<row r="2".*?<\/row>/s

/**
 * A workbook with its rows.
 * @param frame as the library wrote it
 * @param rows of its sheets, by the number of the sheet, from 1
 */
export function withRows(frame: Uint8Array, rows: ReadonlyMap<number, SheetRows>): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault
    chunks.push(chunk)
  })
  for (const [name, bytes] of Object.entries(unzipSync(frame))) {
    // The same bytes whenever it is written, and whatever the clock of the machine.
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    const sheet = rows.get(Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]))
    if (sheet !== undefined) for (const piece of inPieces(sheetTexts(strFromU8(bytes), sheet))) file.push(piece)
    file.push(sheet === undefined ? bytes : new Uint8Array(0), true)
  }
  zip.end()
  return Buffer.concat(chunks)
}

/** As much as is packed at once: less takes as much memory, and more often. */
const PIECE = 65_536

/** Texts as bytes, in pieces that are as large as can be; each is overwritten by the next. */
function* inPieces(texts: Iterable<string>): Generator<Uint8Array> {
  const piece = Buffer.alloc(PIECE)
  let filled = 0
  for (const text of texts) {
    const length = Buffer.byteLength(text)
    if (filled + length > PIECE) {
      yield piece.subarray(0, filled)
      filled = 0
    }
    if (length > PIECE) yield strToU8(text)
    else filled += piece.write(text, filled)
  }
  yield piece.subarray(0, filled)
}

function* sheetTexts(xml: string, sheet: SheetRows): Generator<string> {
  const { columns, rows } = sheet.table
  const [written = ''] = WRITTEN_ROW.exec(xml) ?? []
  const numbers = [...written.matchAll(/<c [^>]*?\bs="(\d+)"/g)].map(([, number = '']) => number)
  const numberOf = new Map([...stylesIn(sheet.table)].map((style, at) => [style, numbers[at] ?? '0'] as const))
  const [before = '', after = ''] = written === '' ? xml.split('</sheetData>') : xml.split(written)
  const last = `${colToLetter(columns.length - 1)}${rows.length + 1}`
  yield before.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`)
  const letters = columns.map((_, column) => colToLetter(column))
  for (const row of rows.keys()) yield rowXml(sheet, row, { letters, numberOf })
  yield written === '' ? `</sheetData>${after}` : after
}

function rowXml(
  { table, heights, isLeftEmpty }: SheetRows,
  row: number,
  { letters, numberOf }: { readonly letters: readonly string[]; readonly numberOf: ReadonlyMap<CellStyle, string> },
): string {
  const height = heights.get(row + 1)?.height
  const cells = (table.rows[row] ?? []).map((cell, column) => {
    const style = numberOf.get(styleOf(cell, table.columns[column])) ?? '0'
    const head = `<c r="${letters[column]}${row + 2}" s="${style}"`
    return isLeftEmpty(row, column) ? `${head}/>` : `${head}${valueXml(cell)}`
  })
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  return `<row r="${row + 2}"${high}>${cells.join('')}</row>`
}

/** Text stands in its cell as text, whatever it begins with: nothing is a formula, and nothing an error of one. */
function valueXml(cell: Cell): string {
  const value = libraryValue(cell)
  if (value instanceof Date) return `><v>${value.getTime() / MILLISECONDS_IN_A_DAY + EPOCH}</v></c>`
  if (typeof value === 'number') return `><v>${value}</v></c>`
  return value === '' || value === null
    ? '/>'
    : ` t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`
}

const MILLISECONDS_IN_A_DAY = 86_400_000
/** The number by which a spreadsheet knows 1 January 1970. */
const EPOCH = 25_569

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Without the letters that no XML may hold; an underscore that would be read as one of them by its number is written by its own. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (letter) => entities[letter] ?? letter)
