import type { CellStyle, CellValue, ColumnDef, Cell as LibraryCell } from 'hucre/xlsx'
import type { Rag } from '../../core/figures/judge.ts'
import type { Cell, Column, Table } from '../../core/reports/document.ts'
import { widthsOf } from './workbook-heights.ts'

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
/** Away from the number beside it. */
const wordsAlignment = { vertical: 'top', horizontal: 'left', wrapText: true, indent: 1 } as const
const words: CellStyle = { alignment: wordsAlignment }

const head = (alignment: CellStyle['alignment']): CellStyle => ({
  font: { ...letter, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '123F4D' } },
  alignment: { ...alignment, vertical: 'bottom', wrapText: true },
  border: { bottom: rule },
})
const heads = { number: head({ horizontal: 'right' }), words: head(wordsAlignment) }

const rating = (rgb: string): CellStyle => ({
  alignment: wordsAlignment,
  font: { ...letter, bold: true, color: { rgb } },
})
const ratings: Readonly<Record<Rag, CellStyle>> = {
  green: rating('17603A'),
  amber: rating('754600'),
  red: rating('A3211B'),
  'worse than target': rating('A3211B'),
}
const quiet = { ...letter, color: { rgb: '4A5860' } } as const
const nothing: CellStyle = { alignment: wordsAlignment, font: quiet }
const nothingOfNumbers: CellStyle = { alignment: { vertical: 'top', horizontal: 'right', wrapText: true }, font: quiet }
const day: CellStyle = { ...top, numFmt: 'dd/mm/yyyy' }

/** One object for each format: the writer knows a style by it, and a workbook has few. */
const formats = new Map<number, CellStyle>()
function numberStyle(decimals: number, isPercent: boolean, column: Column | undefined): CellStyle {
  const bold = column?.isMain === true
  const key = decimals * 4 + (isPercent ? 2 : 0) + (bold ? 1 : 0)
  const known = formats.get(key)
  if (known !== undefined) return known
  const numFmt = `${isPercent ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent ? '%' : ''}`
  const style = { ...top, font: { ...letter, bold }, numFmt }
  formats.set(key, style)
  return style
}

export function styleOf(cell: Cell, column: Column | undefined): CellStyle {
  switch (cell.kind) {
    case 'number':
      return numberStyle(cell.decimals, cell.isPercent, column)
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

/** The style of each head. The key is the row and the column, from 0. */
export const headStyles = ({ columns }: Table): ReadonlyMap<string, Partial<LibraryCell>> =>
  new Map(
    columns.map(
      ({ kind }, column) => [`0,${column}`, { style: heads[kind === 'number' ? 'number' : 'words'] }] as const,
    ),
  )

/** As wide as what stands in it, within bounds, and in the style of its first row. */
export function columnsOf(table: Table): ColumnDef[] {
  const widths = widthsOf(table)
  return table.columns.map((column, at) => {
    const first = table.rows[0]?.[at]
    return { width: widths[at] ?? 0, ...(first === undefined ? {} : { style: styleOf(first, column) }) }
  })
}
