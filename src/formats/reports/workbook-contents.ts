import type { CellStyle, Cell as LibraryCell, WriteSheet } from 'hucre/xlsx'
import type { Part, ReportDocument } from '../../core/reports/document.ts'
import { asText, letter } from './workbook-cells.ts'
import { heightOf } from './workbook-heights.ts'
import { quoted } from './workbook-names.ts'

type WithLetter = CellStyle & { readonly font: { readonly size: number } }
type Line = { readonly text: string; readonly style: WithLetter; readonly sheet?: string }

/** In letters: what an upright page of A4 holds. */
const WIDTH = 84
/** Between two lines, as between paragraphs. */
const GAP = 6

const wrap = { vertical: 'top', wrapText: true } as const
const harbour = { rgb: '123F4D' } as const
const styles = {
  title: { font: { ...letter, bold: true, size: 18, color: harbour }, alignment: wrap },
  subtitle: { font: { ...letter, size: 13 }, alignment: wrap },
  marking: { font: { ...letter, bold: true }, alignment: wrap },
  1: { font: { ...letter, bold: true, size: 15, color: harbour }, alignment: wrap },
  2: { font: { ...letter, bold: true, size: 13, color: harbour }, alignment: wrap },
  3: { font: { ...letter, bold: true }, alignment: wrap },
  words: { font: letter, alignment: wrap },
  finding: { font: { ...letter, bold: true }, alignment: wrap },
  item: { font: letter, alignment: { ...wrap, indent: 1 } },
  link: { font: { ...letter, underline: true, color: { rgb: '14607A' } }, alignment: wrap },
  note: { font: { ...letter, color: { rgb: '4A5860' } }, alignment: { ...wrap, indent: 1 } },
} as const satisfies Record<string, WithLetter>

/** The words of a report from top to bottom; where a table stands in it, a link to its sheet, and the table's notes. */
export function contentsSheet(report: ReportDocument, names: ReadonlyMap<string, string>, name: string): WriteSheet {
  const lines: readonly Line[] = [
    { text: report.title, style: styles.title },
    { text: report.subtitle, style: styles.subtitle },
    { text: report.marking, style: styles.marking },
    ...report.parts.flatMap((part) => linesOf(part, names)),
  ]
  return {
    name,
    columns: [{ width: WIDTH }],
    rows: lines.map(({ text }) => [asText(text)]),
    cells: new Map(lines.map((line, row) => [`${row},0`, cellOf(line)] as const)),
    rowDefs: new Map(
      lines.map(({ text, style }, row) => [row, { height: heightOf(text, WIDTH, style.font.size) + GAP }] as const),
    ),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&RPage &P of &N' },
    a11y: { summary: report.marking },
  }
}

const cellOf = ({ style, sheet }: Line): Partial<LibraryCell> =>
  sheet === undefined ? { style } : { style, hyperlink: { target: '', location: `${quoted(sheet)}!A1` } }

function linesOf(part: Part, names: ReadonlyMap<string, string>): readonly Line[] {
  switch (part.kind) {
    case 'heading':
      return [{ text: part.text, style: styles[part.level] }]
    case 'paragraph':
      return [{ text: part.text, style: styles.words }]
    case 'finding':
      return [{ text: part.text, style: styles.finding }]
    case 'list':
      return part.items.map((item) => ({ text: `• ${item}`, style: styles.item }))
    case 'table':
      return [
        { text: part.caption, style: styles.link, sheet: names.get(part.caption) ?? '' },
        ...part.notes.map((text) => ({ text, style: styles.note })),
      ]
  }
}
