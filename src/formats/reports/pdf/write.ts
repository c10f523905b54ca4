import type { Part, ReportDocument } from '../../../core/reports/document.ts'
import { inRoom } from './folded.ts'
import { bandBlock, contentsBlock } from './front.ts'
import { baselineOf } from './lines.ts'
import { colours, margin, pageSize, roomOf, type Shape, styles } from './look.ts'
import { type AddBookmark, bookmarksOf } from './outline.ts'
import { paginate } from './paginate.ts'
import { type Pen, penFor } from './pen.ts'
import type { Block, Sheet } from './strip.ts'
import { tableBlocks } from './table-block.ts'
import { shapeOf } from './table-plan.ts'
import { findingBlock, headingBlock, listBlock, paragraphBlock } from './text-parts.ts'
import { atMost, wrapped } from './wrap.ts'

/**
 * A report as a PDF that reads well on paper, on a screen and aloud: tagged (PDF/UA-1), with bookmarks, contents, and every table's heads named to its cells. A
 * section with a table that needs the wide page is on wide pages. The same document makes the same bytes.
 */
export async function reportPdf(report: ReportDocument): Promise<Uint8Array> {
  const pen = penFor(report)
  const written = bytesOf(pen.document)
  const numbers = new Map<string, number>()
  const bookmark = bookmarksOf(pen.document)
  const body = sectionsOf(inRoom(pen, report.parts)).flatMap(({ parts }) => {
    const shape = sectionShape(pen, parts)
    return parts.flatMap((part) => blocksOf(pen, shape, part, bookmark).map((block) => ({ part, block })))
  })
  const front = body[0]?.block.shape ?? 'upright'
  const contents = contentsBlock(pen, front, report, (id) => numbers.get(id) ?? 0)
  const sheets = paginate([
    bandBlock(pen, front, report),
    ...(contents === undefined ? [] : [contents]),
    ...body.map(({ block }) => block),
  ])
  for (const { part, block } of body)
    if (part.kind === 'heading') numbers.set(part.id, 1 + sheets.findIndex((sheet) => beginsOn(sheet, block)))
  for (const [at, sheet] of sheets.entries()) paintSheet(pen, report, sheet, at + 1, sheets.length)
  pen.document.end()
  return written
}

const beginsOn = ({ placed }: Sheet, { strips }: Block): boolean => placed.some(({ strip }) => strip === strips[0])

/** The parts from one heading of level 1 to the next. */
function sectionsOf(parts: readonly Part[]): readonly { readonly parts: readonly Part[] }[] {
  const sections: { parts: Part[] }[] = []
  for (const part of parts) {
    const begins = part.kind === 'heading' && part.level === 1
    const last = sections.at(-1)
    if (last === undefined || begins) sections.push({ parts: [part] })
    else last.parts.push(part)
  }
  return sections
}

const sectionShape = (pen: Pen, parts: readonly Part[]): Shape =>
  parts.some((part) => part.kind === 'table' && shapeOf(pen, part) === 'wide') ? 'wide' : 'upright'

function blocksOf(pen: Pen, shape: Shape, part: Part, bookmark: AddBookmark): readonly Block[] {
  switch (part.kind) {
    case 'heading':
      return [headingBlock(pen, shape, part, bookmark)]
    case 'paragraph':
      return [paragraphBlock(pen, shape, part)]
    case 'finding':
      return [findingBlock(pen, shape, part)]
    case 'list':
      return [listBlock(pen, shape, part)]
    case 'table':
      return tableBlocks(pen, shape, part)
  }
}

function paintSheet(pen: Pen, report: ReportDocument, { shape, placed }: Sheet, page: number, pages: number): void {
  pen.turnPage(shape)
  pen.artifact('Pagination', () => paintRunning(pen, report, shape, page, pages))
  for (const { strip, top } of placed) strip.paint(pen, margin.top + top)
}

/** No more of the marking than so many lines stands on every page; the first has it whole. */
const MARKING_LINES = 3

function paintRunning(pen: Pen, report: ReportDocument, shape: Shape, page: number, pages: number): void {
  const { title, subtitle, marking } = report
  const { width, height } = pageSize(shape)
  const { width: room } = roomOf(shape)
  const style = styles.running
  const measure = pen.measure(style)
  const write = (text: string, left: number, top: number) => pen.text(text, left, baselineOf(top, style), style)
  const foot = height - margin.bottom + 16
  pen.document
    .moveTo(margin.side, foot - 4)
    .lineTo(width - margin.side, foot - 4)
    .lineWidth(0.5)
    .stroke(colours.rule)
  const number = `Page ${page} of ${pages}`
  write(number, width - margin.side - measure(number), foot)
  const lines = atMost(wrapped(marking, room - measure(number) - 30, measure), MARKING_LINES)
  for (const [at, line] of lines.entries()) write(line, margin.side, foot + at * style.leading)
  if (page === 1) return
  const [head = ''] = atMost(wrapped(subtitle === '' ? title : `${title}: ${subtitle}`, room - 10, measure), 1)
  write(head, margin.side, 28)
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}
