import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { ReportDocument } from '../../../core/reports/document.ts'
import { colours, type Face, pageSize, type Shape, type TextStyle } from './look.ts'
import type { Element, ElementOptions } from './tagging.ts'
import type { Measure } from './wrap.ts'

const face = (name: string): Buffer =>
  gunzipSync(readFileSync(new URL(`../../../../data/fonts/SourceSans3-${name}.ttf.gz`, import.meta.url)))
const faces: Readonly<Record<Face, Buffer>> = { regular: face('Regular'), semibold: face('Semibold') }

/** Writes on the pages of one file. Whatever it draws has to stand within `tagged` or `artifact`: nothing is left without a tag. */
export type Pen = {
  readonly document: PDFKit.PDFDocument
  /** All that is read of the document, in its order. */
  readonly root: Element
  readonly measure: (style: TextStyle) => Measure
  readonly turnPage: (shape: Shape) => void
  /** Something below another that holds others, and is ended by whoever began it. */
  readonly begin: (parent: Element, tag: string, options?: ElementOptions) => Element
  /** Something that holds what is drawn meanwhile, on this page. */
  readonly tagged: (parent: Element, tag: string, draw: () => void, options?: ElementOptions) => void
  /** More of something that is begun, on this page or the next. */
  readonly content: (element: Element, tag: string, draw: () => void) => void
  /** What is seen and not read: lines, tints, and what is said again on every page. */
  readonly artifact: (type: 'Pagination' | 'Layout', draw: () => void) => void
  readonly text: (line: string, left: number, baseline: number, style: TextStyle) => void
}

/** The library puts the title into its XML as it is. */
const inMetadata = (title: string): string => title.replaceAll('&', 'and').replace(/[<>]/g, '')

/** That the file keeps to PDF/UA-1 (ISO 14289-1). */
const saysAccessible =
  '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

export function penFor({ title, subtitle, fixedAt }: ReportDocument): Pen {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: inMetadata(subtitle === '' ? title : `${title}: ${subtitle}`),
      Creator: 'Line of Sight',
      CreationDate: fixedAt,
      ModDate: fixedAt,
    },
  })
  document.appendXML(saysAccessible)
  for (const [name, bytes] of Object.entries(faces)) document.registerFont(name, bytes)
  const root = document.struct('Document')
  document.addStructure(root)
  const inStyle = ({ face, size }: TextStyle) => document.font(face).fontSize(size)

  /** In the letter of 1000 points. */
  const widths: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), semibold: new Map() }

  const content: Pen['content'] = (element, tag, draw) => {
    element.add(document.markStructureContent(tag))
    draw()
    document.endMarkedContent()
  }
  const begin: Pen['begin'] = (parent, tag, options = {}) => {
    const element = document.struct(tag, options)
    parent.add(element)
    return element
  }
  return {
    document,
    root,
    measure:
      ({ face, size }) =>
      (text) => {
        const known = widths[face].get(text)
        const width = known ?? document.font(face).fontSize(1000).widthOfString(text)
        if (known === undefined) widths[face].set(text, width)
        return (width * size) / 1000
      },
    turnPage(shape) {
      const { width, height } = pageSize(shape)
      document.addPage({ size: [width, height], margin: 0 })
    },
    begin,
    content,
    tagged(parent, tag, draw, options) {
      const element = begin(parent, tag, options)
      content(element, tag, draw)
      element.end()
    },
    artifact(type, draw) {
      document.markContent('Artifact', { type })
      draw()
      document.endMarkedContent()
    },
    text(line, left, baseline, style) {
      inStyle(style)
        .fillColor(style.colour)
        .text(line, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
        .fillColor(colours.ink)
    },
  }
}
