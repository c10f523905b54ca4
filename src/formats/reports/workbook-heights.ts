import type { Cell, Table } from '../../core/reports/document.ts'
import { placesOf } from './workbook-trends.ts'

// Not every program works out for itself how high a row has to be, so it is written: by letters, as they are on average, and rather too high than too low.

/** Of a line in the letter of the cells, of so many points. */
const LINE = 13.5
const SIZE = 10
/** Excel takes no higher row. */
const HIGHEST = 409
const NARROWEST = 9
const WIDEST = 60
/** Where a line is drawn. */
const TREND = 14

/** So high that a text stands in it, in a letter of so many points. */
export function heightOf(text: string, width: number, size = SIZE): number {
  const inLine = Math.max(1, Math.floor(((width - 1) * SIZE) / size))
  const lines = text.split(/\r?\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / inLine)), 0)
  return Math.min(HIGHEST, Math.ceil((lines * LINE * size) / SIZE))
}

/** What stands in a cell of a row, for its length: a trend that is drawn has no words, and a day is as short as its format. */
function textOf(cells: readonly Cell[], cell: Cell, column: number): string {
  if (cell.kind === 'date') return 'dd/mm/yyyy'
  return cell.kind === 'trend' && placesOf(cells).some((one) => one.column === column) ? '' : cell.text
}

/** How wide each column is, in letters. */
export function widthsOf({ columns, rows }: Table): readonly number[] {
  const longest = columns.map(() => 0)
  for (const cells of rows)
    cells.forEach((cell, at) => {
      longest[at] = Math.max(longest[at] ?? 0, textOf(cells, cell, at).length)
    })
  return columns.map(({ header, kind }, at) => {
    const inHead = Math.max(0, ...header.split(/\s+/).map((word) => word.length))
    return Math.min(WIDEST, Math.max(kind === 'trend' ? TREND : NARROWEST, (longest[at] ?? 0) + 3, inHead + 5))
  })
}

/** By row, the heads first, the heights of those that have more than a line. */
export function heightsOf(table: Table): Map<number, { height: number }> {
  const [widths, heights] = [widthsOf(table), new Map<number, { height: number }>()]
  const take = (row: number, texts: readonly string[]): void => {
    const height = texts.reduce(
      (most, text, at) => (text.length < NARROWEST ? most : Math.max(most, heightOf(text, widths[at] ?? 0))),
      LINE,
    )
    if (height > LINE) heights.set(row, { height })
  }
  // What filters by a column stands over the end of its head.
  take(
    0,
    table.columns.map(({ header }) => `${header}   `),
  )
  for (const [row, cells] of table.rows.entries())
    take(
      row + 1,
      cells.map((cell, at) => textOf(cells, cell, at)),
    )
  return heights
}
