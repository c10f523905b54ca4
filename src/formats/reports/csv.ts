import type { Cell, ReportDocument, Table } from '../../core/reports/document.ts'
import { csvText } from '../csv-text.ts'

const headings = ['section', 'table', 'line', 'row', 'column', 'kind', 'value', 'shown_as']
type Line = readonly (string | number | null)[]

/**
 * Every cell of a report's tables, on a line of its own: where it stands, its value for a program and how it is shown. `line` is the row by its number and
 * `row` by its first cell; a percentage is a number of 0 to 100. In UTF-8 with the mark by which Excel knows it.
 */
export function reportCsv(report: ReportDocument): Uint8Array {
  // Written twice, the first time for its length: pieces that are put together in the end would be held twice over.
  let length = 0
  for (const text of textsOf(report)) length += Buffer.byteLength(text)
  const bytes = Buffer.alloc(length)
  let written = 0
  for (const text of textsOf(report)) written += bytes.write(text, written)
  return bytes
}

function* textsOf({ parts }: ReportDocument): Generator<string> {
  yield `\ufeff${csvText([headings])}`
  let section = ''
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 1) section = part.text
    if (part.kind !== 'table') continue
    for (let from = 0; from < part.rows.length; from += AT_ONCE) yield csvText(tableLines(section, part, from))
  }
}

/** Rows of a table, so that a large one is never held as text in whole. */
const AT_ONCE = 5

const tableLines = (section: string, { caption, columns, rows }: Table, from: number): readonly Line[] =>
  rows
    .slice(from, from + AT_ONCE)
    .flatMap(([first, ...cells], line) =>
      cells.map((cell, at) => [
        section,
        caption,
        from + line + 1,
        first?.text ?? '',
        columns[at + 1]?.header ?? '',
        kindOf(cell),
        programValue(cell),
        cell.text,
      ]),
    )

function kindOf(cell: Cell): string {
  if (cell.kind === 'none') return 'no value'
  return cell.kind === 'number' && cell.isPercent ? 'per cent' : cell.kind
}

function programValue(cell: Cell): string | number | null {
  switch (cell.kind) {
    case 'none':
      return null
    case 'trend':
      return cell.values.map((value) => value ?? '').join(';')
    case 'number':
    case 'date':
      return cell.value
    default:
      return cell.text
  }
}
