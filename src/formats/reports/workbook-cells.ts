import type { CellStyle, CellValue, ColumnDef, Cell as LibraryCell } from 'hucre/xlsx'
import type { Rag } from '../../core/figures/judge.ts'
import type { Cell, Column, Table } from '../../core/reports/document.ts'
import { columnWidth } from './workbook-heights.ts'

/** What a cell is to a program. A percentage is a share of one there, shown by its format as it is here. */
export function libraryValue(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'number':
      return cell.isPercent ? asShare(cell.value) : cell.value
    case 'date':
      return new Date(`${cell.value}T00:00:00Z`)
    default:
      return asText(cell.text)
  }
}

/** A hundredth, without what dividing puts behind the last digit that counts. */
const asShare = (percent: number): number => Number((percent / 100).toPrecision(15))

/** As much as a cell of Excel holds. */
const MOST_LETTERS = 32_767
export const asText = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text

/** Of every cell: the library gives a style of its own no letter. */
export const letter = { name: 'Arial', size: 10, family: 2 } as const

const rule = { style: 'thin', color: { rgb: 'D3DADE' } } as const
const top: CellStyle = { alignment: { vertical: 'top' } }
const words: CellStyle = { alignment: { vertical: 'top', wrapText: true } }

const head = (isNumber: boolean): CellStyle => ({
  font: { ...letter, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '123F4D' } },
  alignment: { vertical: 'bottom', wrapText: true, horizontal: isNumber ? 'right' : 'left' },
  border: { bottom: rule },
})
const heads = { number: head(true), words: head(false) }

const ratings: Readonly<Record<Rag, CellStyle>> = {
  green: { ...top, font: { ...letter, bold: true, color: { rgb: '17603A' } } },
  amber: { ...top, font: { ...letter, bold: true, color: { rgb: '754600' } } },
  red: { ...top, font: { ...letter, bold: true, color: { rgb: 'A3211B' } } },
  'below target': { ...top, font: { ...letter, bold: true, color: { rgb: 'A3211B' } } },
}
const nothing: CellStyle = { alignment: { vertical: 'top' }, font: { ...letter, color: { rgb: '4A5860' } } }
const nothingOfNumbers: CellStyle = { ...nothing, alignment: { vertical: 'top', horizontal: 'right' } }
const day: CellStyle = { ...top, numFmt: 'dd/mm/yyyy' }

/** One object for each format: the writer knows a style by it, and a workbook has few. */
const formats = new Map<string, CellStyle>()
function numberStyle(decimals: number, isPercent: boolean): CellStyle {
  const numFmt = `${isPercent ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent ? '%' : ''}`
  const style = formats.get(numFmt) ?? { ...top, numFmt }
  formats.set(numFmt, style)
  return style
}

function styleOf(cell: Cell, column: Column | undefined): CellStyle {
  switch (cell.kind) {
    case 'number':
      return numberStyle(cell.decimals, cell.isPercent)
    case 'date':
      return day
    case 'rating':
      return ratings[cell.rag]
    case 'none':
      return column?.kind === 'number' ? nothingOfNumbers : nothing
    default:
      return words
  }
}

/** The style of every cell that has another than its column. The key is the row and the column, from 0. */
export function stylesOf(table: Table): Map<string, Partial<LibraryCell>> {
  const cells = new Map<string, Partial<LibraryCell>>()
  const columnStyles = columnsOf(table).map(({ style }) => style)
  for (const [column, { kind }] of table.columns.entries())
    cells.set(`0,${column}`, { style: heads[kind === 'number' ? 'number' : 'words'] })
  for (const [row, all] of table.rows.entries())
    for (const [column, cell] of all.entries()) {
      const style = styleOf(cell, table.columns[column])
      if (style !== columnStyles[column]) cells.set(`${row + 1},${column}`, { style })
      if (isErrorToExcel(cell)) cells.set(`${row + 1},${column}`, { style, richText: [{ text: cell.text }] })
    }
  return cells
}

/** A text that the library would write as an error of a formula: in runs it stays a text. */
const isErrorToExcel = ({ kind, text }: Cell): boolean =>
  kind !== 'number' && kind !== 'date' && /^#[A-Z\d/_]+[!?]?$/.test(text)

/** As wide as what stands in it, within bounds, and in the style of its first row. */
export const columnsOf = (table: Table): ColumnDef[] =>
  table.columns.map((column, at) => {
    const first = table.rows[0]?.[at]
    return { width: columnWidth(table, at), ...(first === undefined ? {} : { style: styleOf(first, column) }) }
  })
