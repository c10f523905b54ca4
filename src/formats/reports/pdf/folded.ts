import type { Cell, Part, Table } from '../../../core/reports/document.ts'
import type { Pen } from './pen.ts'
import { shapeOf } from './table-plan.ts'

/**
 * Of a table of words that has no room upright, what a row says stands below each other in one column: it is read from top to bottom, as words are. So does that of
 * all tables with the same heads: they are read one after another.
 */
export function inRoom(pen: Pen, parts: readonly Part[]): readonly Part[] {
  const folds = new Set(parts.flatMap((part) => (part.kind === 'table' && isTooWide(pen, part) ? headsOf(part) : [])))
  return parts.map((part) => (part.kind === 'table' && folds.has(headsOf(part)) ? folded(part) : part))
}

const isTooWide = (pen: Pen, table: Table): boolean =>
  table.columns.length > 2 && table.columns.every(({ kind }) => kind === 'text') && shapeOf(pen, table) === 'wide'

const headsOf = ({ columns }: Table): string => columns.map(({ header }) => header).join('\n')

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
