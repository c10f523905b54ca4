import type { Cell, Table } from '../../../core/reports/document.ts'
import type { Pen } from './pen.ts'
import { shapeOf } from './table-plan.ts'

/** Of a table of words that has no room upright, what a row says stands below each other in one column: it is read from top to bottom, as words are. */
export function inRoom(pen: Pen, table: Table): Table {
  const isOfWords = table.columns.length > 2 && table.columns.every(({ kind }) => kind === 'text')
  return isOfWords && shapeOf(pen, table) === 'wide' ? folded(table) : table
}

function folded(table: Table): Table {
  const [first, ...others] = table.columns
  if (first === undefined) return table
  const header = others.map((one, at) => (at === 0 ? one.header : inSentence(one.header))).join(', ')
  return {
    ...table,
    columns: [
      { ...first, share: 3 },
      { header, kind: 'text' },
    ],
    rows: table.rows.map(([name, ...cells]) => [name ?? nothing, said(others, cells)]),
  }
}

const inSentence = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

const nothing: Cell = { kind: 'none', text: '' }

function said(columns: Table['columns'], cells: readonly Cell[]): Cell {
  const lines = cells.flatMap(({ kind, text }, at) => (kind === 'none' ? [] : [`${columns[at]?.header}: ${text}`]))
  return lines.length === 0 ? nothing : { kind: 'text', text: lines.join('\n') }
}
