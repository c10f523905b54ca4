import type { Cell, Column, Part, ReportDocument, Table } from '../../../core/reports/document.ts'
import { sparkline } from '../../charts/sparkline.ts'
import { type RagMark, ragMark } from '../../marks.ts'

type CellView = {
  readonly label: string
  readonly className: string
  readonly text: string
  readonly isNone: boolean
  readonly rag: RagMark | undefined
  readonly spark: string
}

type TableView = Pick<Table, 'caption' | 'notes'> & {
  readonly kind: 'table'
  readonly wide: boolean
  readonly columns: readonly { readonly header: string; readonly className: string; readonly width: string }[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly CellView[] }[]
}

type PartView = Exclude<Part, Table> | TableView
type Chapter = { readonly id: string; readonly label: string; readonly parts: readonly PartView[] }

/** A report's chapters as a page shows them: what stands below each heading of the first level. */
export function chaptersOf({ parts }: Pick<ReportDocument, 'parts'>): readonly Chapter[] {
  const chapters: { id: string; label: string; parts: PartView[] }[] = []
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 1) chapters.push({ id: part.id, label: part.text, parts: [] })
    else chapters.at(-1)?.parts.push(part.kind === 'table' ? tableView(part) : part)
  }
  return chapters
}

/** Tables with more columns than fit scroll from where they are no cards. */
const MANY_COLUMNS = 6

function tableView({ caption, columns, rows, notes }: Table): TableView {
  return {
    kind: 'table',
    ...{ caption, notes, wide: columns.length >= MANY_COLUMNS },
    columns: columns.map((column, at) => ({
      header: column.header,
      className: `${column.kind === 'number' ? 'n' : ''} ${column.isMain ? 'is-now' : ''}`,
      width: at === 0 ? '' : columnWidths[column.kind],
    })),
    rows: rows.map((row) => ({
      label: row[0]?.text ?? '',
      cells: columns.slice(1).map((column, at) => cellView(column, row[at + 1])),
    })),
  }
}

/** The word stands beside the mark as the report has it: it may name the month that is judged. */
function ratingMark({ rag, text }: Extract<Cell, { kind: 'rating' }>): RagMark | undefined {
  const mark = ragMark(rag)
  return mark === undefined ? undefined : { ...mark, word: text }
}

/** How much of the twelve parts of a card's width a cell takes: words need all of it. */
const widths: Readonly<Record<Column['kind'], string>> = {
  text: '',
  number: 'w3',
  date: 'w3',
  rating: 'w5',
  trend: 'w4',
}
const SHORT = 12

/** Columns of one kind are as wide in every table: what stands below each other can be compared. */
const columnWidths: Readonly<Record<Column['kind'], string>> = {
  text: 'los-col-4',
  number: 'los-col-3',
  date: 'los-col-4',
  rating: 'los-col-5',
  trend: 'los-col-4',
}

function cellView({ header, kind, isMain }: Column, cell: Cell | undefined): CellView {
  const { text, kind: is } = cell ?? { text: '', kind: 'none' as const }
  const isShort = kind === 'text' && text.length <= SHORT
  return {
    label: header,
    className: [
      kind === 'number' ? 'n' : '',
      isShort ? 'w4' : widths[kind],
      is === 'none' ? 'is-none' : '',
      isMain ? 'is-now' : '',
    ].join(' '),
    text,
    isNone: is === 'none',
    rag: cell?.kind === 'rating' ? ratingMark(cell) : undefined,
    spark: cell?.kind === 'trend' ? sparkline({ values: cell.values }) : '',
  }
}
