import type { Cell, Column, Table } from '../../../core/reports/document.ts'
import { columnWidths, type Need } from './column-widths.ts'
import { cellStyle, colours, roomOf, type Shape, type TextStyle } from './look.ts'
import type { Pen } from './pen.ts'
import { type Measure, widestWord, wrapped } from './wrap.ts'

export type PlannedColumn = {
  readonly left: number
  readonly width: number
  /** What is written of it: without the gutter, which the last has none of. */
  readonly inside: number
  readonly isRight: boolean
  readonly isMain: boolean
}
export type PlannedCell = { readonly cell: Cell; readonly lines: readonly string[]; readonly style: TextStyle }
export type TablePlan = {
  readonly shape: Shape
  readonly head: TextStyle
  readonly columns: readonly PlannedColumn[]
  readonly headers: readonly (readonly string[])[]
  readonly rows: readonly (readonly PlannedCell[])[]
}

/** Between a cell's text and the next cell's. */
export const GUTTER = 8
export const MARK = { size: 9, gap: 4 } as const
export const TREND_WIDTH = 50
const SMALLEST = 8
const SIZES = [9.5, 9, 8.5, SMALLEST] as const
/** A longer one, as an address, is broken rather than that it takes the room of others. */
const LONGEST_WORD = 130
/** What a reader needs to read words with ease: in the column that has most of them, and in the others. */
const EASE = { main: 128, other: 64 } as const

/** A row that is read with ease has no more lines than so many, on average of a table. */
const MOST_LINES = 5

/** The upright page where its columns have room in a large letter, and rows of several do not become columns of their own; else the wide one. */
export function shapeOf(pen: Pen, table: Table): Shape {
  if (!SIZES.slice(0, 2).some((size) => easeOf(pen, table, size) <= roomOf('upright').width)) return 'wide'
  if (table.columns.length < 3) return 'upright'
  const lines = planTable(pen, table, 'upright').rows.reduce((sum, cells) => sum + linesOf(cells), 0)
  return lines > MOST_LINES * table.rows.length ? 'wide' : 'upright'
}

/** As many as its longest cell has. */
export const linesOf = (cells: readonly PlannedCell[]): number => Math.max(1, ...cells.map(({ lines }) => lines.length))

export function planTable(pen: Pen, table: Table, shape: Shape): TablePlan {
  const { width: room } = roomOf(shape)
  const size =
    SIZES.find((one) => easeOf(pen, table, one) <= room) ??
    SIZES.find((one) => leastOf(pen, table, one) <= room) ??
    SMALLEST
  const head = headStyle(size)
  const widths = columnWidths(needsOf(pen, table, size), room)
  const columns = widths.map((width, at) => ({
    left: widths.slice(0, at).reduce((sum, one) => sum + one, 0),
    width,
    inside: at === widths.length - 1 ? width : width - GUTTER,
    isRight: table.columns[at]?.kind === 'number',
    isMain: table.columns[at]?.isMain === true,
  }))
  const inside = (at: number): number => columns[at]?.inside ?? 0
  return {
    shape,
    head,
    columns,
    headers: table.columns.map(({ header }, at) => wrapped(header, inside(at), pen.measure(head))),
    rows: table.rows.map((cells) =>
      cells.map((cell, at) => {
        const style = styleOf(cell, size, table.columns[at])
        const lines = isDrawn(cell) ? [] : wrapped(cell.text, inside(at) - asideOf(cell), pen.measure(style))
        return { cell, style, lines }
      }),
    ),
  }
}

/** What stands before the words of a cell. */
export const asideOf = (cell: Cell): number => (cell.kind === 'rating' ? MARK.size + MARK.gap : 0)

/** Whether there is anything to draw a line of; otherwise the words stand there. */
export const isDrawn = (cell: Cell): cell is Extract<Cell, { kind: 'trend' }> =>
  cell.kind === 'trend' && cell.values.some((value) => value !== null)

const headStyle = (size: number): TextStyle => cellStyle(size, 'semibold')

function styleOf(cell: Cell, size: number, column: Column | undefined): TextStyle {
  if (cell.kind === 'none') return cellStyle(size, 'regular', colours.quiet)
  if (cell.kind === 'rating') return cellStyle(size, 'semibold', ratingColours[cell.rag])
  return cellStyle(size, column?.isMain ? 'semibold' : 'regular')
}

const ratingColours = {
  green: colours.green,
  amber: colours.amber,
  red: colours.red,
  'worse than target': colours.red,
} as const

const easeOf = (pen: Pen, table: Table, size: number): number =>
  needsOf(pen, table, size).reduce((sum, { ease }) => sum + ease, 0)
const leastOf = (pen: Pen, table: Table, size: number): number =>
  needsOf(pen, table, size).reduce((sum, { least }) => sum + least, 0)

function needsOf(pen: Pen, table: Table, size: number): readonly Need[] {
  const needs = table.columns.map((column, at) =>
    needOf(
      pen,
      column,
      table.rows.flatMap((cells) => cells[at] ?? []),
      size,
      at === table.columns.length - 1 ? 0 : GUTTER,
    ),
  )
  const texts = needs.filter((_, at) => table.columns[at]?.kind === 'text')
  const longest = Math.max(...texts.map(({ most }) => most))
  return needs.map((need, at) => {
    if (table.columns[at]?.kind === 'number') return need
    const isMain = texts.includes(need) && need.most === longest
    const ease = Math.min(need.most, isMain ? EASE.main : EASE.other)
    return { ...need, ease: Math.max(need.least, ease) }
  })
}

/** The words of a rating stand together, without the month that may follow them. */
const widestPiece = ({ kind, text }: Cell, measure: Measure): number =>
  kind === 'rating' ? Math.max(...text.split(', ').map(measure)) : widestWord(text, measure)

function needOf(pen: Pen, column: Column, cells: readonly Cell[], size: number, gutter: number): Need {
  const { header, share = 1 } = column
  const inHead = pen.measure(headStyle(size))
  let least = widestWord(header, inHead)
  let most = inHead(header)
  for (const cell of cells) {
    const measure = pen.measure(styleOf(cell, size, column))
    const width = isDrawn(cell) ? TREND_WIDTH : measure(cell.text) + asideOf(cell)
    const isWhole = isDrawn(cell) || cell.kind === 'number' || cell.kind === 'date'
    least = Math.max(least, isWhole ? width : Math.min(LONGEST_WORD, widestPiece(cell, measure)) + asideOf(cell))
    most = Math.max(most, width)
  }
  return { least: least + gutter, ease: least + gutter, most: most + gutter, share }
}
