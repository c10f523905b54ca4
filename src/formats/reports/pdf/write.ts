import type { Part, ReportDocument } from '../../../core/reports/document.ts'
import { bandBlock, contentsBlock } from './front.ts'
import { baselineOf } from './lines.ts'
import { colours, margin, pageSize, type Shape, styles } from './look.ts'
import { type AddBookmark, bookmarksOf } from './outline.ts'
import { paginate } from './paginate.ts'
import { type Pen, penFor } from './pen.ts'
import type { Block, Sheet } from './strip.ts'
import { tableBlock } from './table-block.ts'
import { shapeOf } from './table-plan.ts'
import { findingBlock, headingBlock, listBlock, paragraphBlock } from './text-parts.ts'

/**
 * A report as a PDF that reads well on paper, on a screen and aloud: tagged (PDF/UA-1), with bookmarks, contents, and every table's heads named to its cells. A
 * section with a table that needs the wide page is on wide pages. The same document makes the same bytes.
 */
export async function reportPdf(report: ReportDocument): Promise<Uint8Array> {
  const pen = penFor(report)
  const written = bytesOf(pen.document)
  const numbers = new Map<string, number>()
  const bookmark = bookmarksOf(pen.document)
  const body = sectionsOf(report.parts).flatMap(({ parts }) => {
    const shape = sectionShape(pen, parts)
    return parts.map((part) => ({ part, block: blockOf(pen, shape, part, bookmark) }))
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

function blockOf(pen: Pen, shape: Shape, part: Part, bookmark: AddBookmark): Block {
  switch (part.kind) {
    case 'heading':
      return headingBlock(pen, shape, part, bookmark)
    case 'paragraph':
      return paragraphBlock(pen, shape, part)
    case 'finding':
      return findingBlock(pen, shape, part)
    case 'list':
      return listBlock(pen, shape, part)
    case 'table':
      return tableBlock(pen, shape, part)
  }
}

function paintSheet(pen: Pen, report: ReportDocument, { shape, placed }: Sheet, page: number, pages: number): void {
  pen.turnPage(shape)
  pen.artifact('Pagination', () => paintRunning(pen, report, shape, page, pages))
  for (const { strip, top } of placed) strip.paint(pen, margin.top + top)
}

function paintRunning(
  pen: Pen,
  { title, subtitle, marking }: ReportDocument,
  shape: Shape,
  page: number,
  pages: number,
): void {
  const { width, height } = pageSize(shape)
  const style = styles.running
  const measure = pen.measure(style)
  const write = (text: string, isRight: 'left' | 'right', top: number) =>
    pen.text(
      text,
      isRight === 'left' ? margin.side : width - margin.side - measure(text),
      baselineOf(top, style),
      style,
    )
  const foot = height - margin.bottom + 24
  pen.document
    .moveTo(margin.side, foot - 6)
    .lineTo(width - margin.side, foot - 6)
    .lineWidth(0.5)
    .stroke(colours.rule)
  write(marking, 'left', foot)
  write(`Page ${page} of ${pages}`, 'right', foot)
  if (page > 1) write(subtitle === '' ? title : `${title}: ${subtitle}`, 'left', 28)
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}
