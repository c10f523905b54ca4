import type { Cell, Column, Table } from '../../../core/reports/document.ts'
import { columnWidths, type Need } from './column-widths.ts'
import { cellStyle, colours, roomOf, type Shape, type TextStyle } from './look.ts'
import type { Pen } from './pen.ts'
import { widestWord, wrapped } from './wrap.ts'

export type PlannedColumn = {
  readonly left: number
  readonly width: number
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
export const GUTTER = 10
export const MARK = { size: 9, gap: 4 } as const
export const TREND_WIDTH = 62
const SMALLEST = 8
const SIZES = [9.5, 9, 8.5, SMALLEST] as const
/** What a reader needs to read words with ease: in the column that has most of them, and in the others. */
const EASE = { main: 150, other: 64 } as const

/** The upright page, in the largest letter in which all columns have room; else the wide one. */
export function shapeOf(pen: Pen, table: Table): Shape {
  return SIZES.slice(0, 2).some((size) => easeOf(pen, table, size) <= roomOf('upright').width) ? 'upright' : 'wide'
}

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
    isRight: table.columns[at]?.kind === 'number',
    isMain: table.columns[at]?.isMain === true,
  }))
  const inside = (at: number): number => (widths[at] ?? 0) - GUTTER
  return {
    shape,
    head,
    columns,
    headers: table.columns.map(({ header }, at) => wrapped(header, inside(at), pen.measure(head))),
    rows: table.rows.map((cells) =>
      cells.map((cell, at) => {
        const style = styleOf(cell, size)
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

function styleOf(cell: Cell, size: number): TextStyle {
  if (cell.kind === 'none') return cellStyle(size, 'regular', colours.quiet)
  if (cell.kind === 'rating') return cellStyle(size, 'semibold', ratingColours[cell.rag])
  return cellStyle(size, 'regular')
}

const ratingColours = {
  green: colours.green,
  amber: colours.amber,
  red: colours.red,
  'below target': colours.red,
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
    ),
  )
  const texts = needs.filter((_, at) => table.columns[at]?.kind === 'text')
  const longest = Math.max(...texts.map(({ most }) => most))
  return needs.map((need) => {
    if (!texts.includes(need)) return need
    const ease = Math.min(need.most, need.most === longest ? EASE.main : EASE.other)
    return { ...need, ease: Math.max(need.least, ease) }
  })
}

function needOf(pen: Pen, { header, share = 1 }: Column, cells: readonly Cell[], size: number): Need {
  const inHead = pen.measure(headStyle(size))
  let least = widestWord(header, inHead)
  let most = inHead(header)
  for (const cell of cells) {
    const measure = pen.measure(styleOf(cell, size))
    const width = isDrawn(cell) ? TREND_WIDTH : measure(cell.text) + asideOf(cell)
    const isWhole = isDrawn(cell) || cell.kind === 'number' || cell.kind === 'date' || cell.kind === 'rating'
    least = Math.max(least, isWhole ? width : widestWord(cell.text, measure) + asideOf(cell))
    most = Math.max(most, width)
  }
  return { least: least + GUTTER, ease: least + GUTTER, most: most + GUTTER, share }
}
