import type { Table } from '../../core/reports/document.ts'
import { trendPlaces } from './workbook-trends.ts'

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

/** What stands in each cell, for its length: a trend that is drawn has no words, and a day is as short as its format. */
function textsOf(table: Table): readonly (readonly string[])[] {
  const drawn = trendPlaces(table)
  return table.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (cell.kind === 'date') return 'dd/mm/yyyy'
      return cell.kind === 'trend' && drawn.get(row)?.some((one) => one.column === column) ? '' : cell.text
    }),
  )
}

/** How wide each column is, in letters. */
export function widthsOf(table: Table): readonly number[] {
  const texts = textsOf(table)
  return table.columns.map(({ header, kind }, at) => {
    const longest = texts.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0)
    const inHead = Math.max(0, ...header.split(/\s+/).map((word) => word.length))
    return Math.min(WIDEST, Math.max(kind === 'trend' ? TREND : NARROWEST, longest + 3, inHead + 5))
  })
}

/** By row, the heads first, the heights of those that have more than a line. */
export function heightsOf(table: Table): Map<number, { height: number }> {
  const widths = widthsOf(table)
  const tallest = (texts: readonly string[]): number =>
    texts.reduce(
      (most, text, at) => (text.length < NARROWEST ? most : Math.max(most, heightOf(text, widths[at] ?? 0))),
      LINE,
    )
  // What filters by a column stands over the end of its head.
  const heights = [table.columns.map(({ header }) => `${header}   `), ...textsOf(table)].map(tallest)
  return new Map(heights.flatMap((height, row) => (height > LINE ? [[row, { height }] as const] : [])))
}
