import type { Part, ReportDocument } from '../../../core/reports/document.ts'
import { baselineOf } from './lines.ts'
import { colours, margin, pageSize, roomOf, type Shape, styles, type TextStyle } from './look.ts'
import type { Pen } from './pen.ts'
import type { Block, Strip } from './strip.ts'
import type { Element } from './tagging.ts'
import { wrapped } from './wrap.ts'

type Heading = Extract<Part, { kind: 'heading' }>

/** The first page's band: what it is, whose and of when, and whom it is for. */
export function bandBlock(pen: Pen, shape: Shape, { title, subtitle, marking }: ReportDocument): Block {
  const { width } = roomOf(shape)
  const parts = [
    { text: title, style: styles.title, tag: 'H1', before: 0 },
    { text: subtitle, style: styles.subtitle, tag: 'P', before: 4 },
    { text: marking, style: styles.marking, tag: 'P', before: 18 },
  ]
    .filter(({ text }) => text !== '')
    .map((part) => ({ ...part, lines: wrapped(part.text, width, pen.measure(part.style)) }))
  const inside = parts.reduce((sum, { before, lines, style }) => sum + before + lines.length * style.leading, 0)
  const above = 50
  const band = above + inside + 26
  return {
    shape,
    strips: [
      {
        height: band - margin.top,
        before: 0,
        keepWithNext: true,
        paint(on) {
          on.artifact('Layout', () => {
            on.document.rect(0, 0, pageSize(shape).width, band).fill(colours.harbour)
            on.document.rect(0, band, pageSize(shape).width, 5).fill(colours.heather)
          })
          let top = above
          for (const { lines, style, tag, before } of parts) {
            const from = top + before
            on.tagged(on.root, tag, () => writeLines(on, lines, from, style))
            top = from + lines.length * style.leading
          }
        },
      },
      { height: 12, before: 0, keepWithNext: false, paint: () => {} },
    ],
  }
}

function writeLines(pen: Pen, lines: readonly string[], top: number, style: TextStyle): void {
  for (const [at, line] of lines.entries())
    pen.text(line, margin.side, baselineOf(top + at * style.leading, style), style)
}

const FEWEST_SECTIONS = 3
/** With more entries than so many the contents name sections alone. */
const MOST_ENTRIES = 30
const entryStyle = (level: number): TextStyle =>
  level === 1
    ? { ...styles.paragraph, leading: 19 }
    : { ...styles.paragraph, size: 10, leading: 15, colour: colours.quiet }

/** What is where, each line a link. None in a document that has hardly any sections. */
export function contentsBlock(
  pen: Pen,
  shape: Shape,
  { parts }: ReportDocument,
  pageOf: (id: string) => number,
): Block | undefined {
  const headings = parts.filter((part) => part.kind === 'heading')
  const sections = headings.filter(({ level }) => level === 1)
  if (sections.length < FEWEST_SECTIONS) return undefined
  const upper = headings.filter(({ level }) => level < 3)
  const entries = upper.length <= MOST_ENTRIES ? upper : sections
  let contents: Element | undefined
  const strips = entries.flatMap((heading) =>
    entryStrips(pen, shape, heading, pageOf, (on) => {
      contents ??= on.begin(on.root, 'TOC')
      return contents
    }),
  )
  const style = styles.heading2
  const head: Strip = {
    height: style.leading + 6,
    before: 16,
    keepWithNext: true,
    paint: (on, top) => on.tagged(on.root, 'H2', () => writeLines(on, ['Contents'], top, style)),
  }
  return { shape, strips: [head, ...strips] }
}

const NUMBER = 30

function entryStrips(
  pen: Pen,
  shape: Shape,
  { level, text, id }: Heading,
  pageOf: (id: string) => number,
  contents: (pen: Pen) => Element,
): readonly Strip[] {
  const style = entryStyle(level)
  const indent = level === 1 ? 0 : 14
  const { width } = roomOf(shape)
  const lines = wrapped(text, width - indent - NUMBER, pen.measure(style))
  const height = lines.length * style.leading
  const paint = (on: Pen, top: number): void => {
    const measure = on.measure(style)
    const number = String(pageOf(id))
    const right = margin.side + width
    const left = margin.side + indent
    const last = baselineOf(top + height - style.leading, style)
    const link = on.begin(on.begin(on.begin(contents(on), 'TOCI'), 'Reference'), 'Link')
    on.content(link, 'Link', () => {
      for (const [at, line] of lines.entries()) on.text(line, left, baselineOf(top + at * style.leading, style), style)
      // Before the number, so that whoever hears it does not hear it as a part of the name.
      on.text(' ', right - measure(` ${number}`), last, style)
      on.text(number, right - measure(number), last, style)
    })
    on.document.goTo(left, top, right - left, height, id, { structParent: link, Contents: described(text, number) })
    link.end()
    on.artifact('Layout', () => {
      const from = left + measure((lines.at(-1) ?? '').trimEnd()) + 6
      const to = right - measure(number) - 6
      if (to > from)
        on.document
          .moveTo(from, last)
          .lineTo(to, last)
          .lineWidth(0.6)
          .dash(0.6, { space: 3 })
          .stroke(colours.quiet)
          .undash()
    })
  }
  return [{ height, before: 0, keepWithNext: false, paint }]
}

/** The library writes a plain text as a name, and only a text object as text. */
const described = (text: string, page: string): string => Object(`${text}, page ${page}`)

declare global {
  namespace PDFKit.Mixins {
    interface AnnotationOption {
      structParent?: PDFKit.PDFStructureElement
    }
  }
}
