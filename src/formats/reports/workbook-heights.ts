import type { Cell, Table } from '../../core/reports/document.ts'

// Not every program works out for itself how high a row has to be, so it is written: by letters, as they are on average, and rather too high than too low.

/** Of a line in the letter of the cells, of so many points. */
const LINE = 13.5
const SIZE = 10
/** Excel takes no higher row. */
const HIGHEST = 409
const NARROWEST = 9
const WIDEST = 60

/** So high that a text stands in it, in a letter of so many points. */
export function heightOf(text: string, width: number, size = SIZE): number {
  const inLine = Math.max(1, Math.floor(((width - 1) * SIZE) / size))
  const lines = text.split(/\r?\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / inLine)), 0)
  return Math.min(HIGHEST, Math.ceil((lines * LINE * size) / SIZE))
}

/** In letters. */
export function columnWidth({ columns, rows }: Table, at: number): number {
  const longest = rows.reduce((most, cells) => Math.max(most, lettersOf(cells[at])), 0)
  const inHead = Math.max(0, ...(columns[at]?.header ?? '').split(/\s+/).map((word) => word.length))
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2, inHead + 4))
}

const lettersOf = (cell: Cell | undefined): number => {
  if (cell === undefined) return 0
  return cell.kind === 'date' ? 'dd/mm/yyyy'.length : cell.text.length
}

/** By row, the heads first, the heights of those that have more than a line. */
export function heightsOf(table: Table): Map<number, { height: number }> {
  const widths = table.columns.map((_, at) => columnWidth(table, at))
  const tallest = (texts: readonly string[]): number =>
    texts.reduce(
      (most, text, at) => (text.length < NARROWEST ? most : Math.max(most, heightOf(text, widths[at] ?? 0))),
      LINE,
    )
  const heights = [
    table.columns.map(({ header }) => `${header}   `),
    ...table.rows.map((cells) => cells.map(({ text }) => text)),
  ].map(tallest)
  return new Map(heights.flatMap((height, row) => (height > LINE ? [[row, { height }] as const] : [])))
}
