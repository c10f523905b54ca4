import type { Part } from '../../../core/reports/document.ts'
import { baselineOf, linesStrips } from './lines.ts'
import { colours, MEASURE, margin, roomOf, type Shape, styles } from './look.ts'
import type { AddBookmark } from './outline.ts'
import type { Pen } from './pen.ts'
import type { Block, Strip } from './strip.ts'
import type { Element } from './tagging.ts'
import { wrapped } from './wrap.ts'

type Of<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>

const headings = {
  1: { style: styles.heading1, before: 34 },
  2: { style: styles.heading2, before: 24 },
  3: { style: styles.heading3, before: 18 },
} as const

/** As much of a page as a section begins on: somewhat more than a quarter. Where there is less it begins the next, and is found at its top. */
const SECTION_WANTS = 0.28

export function headingBlock(pen: Pen, shape: Shape, { level, text, id }: Of<'heading'>, bookmark: AddBookmark): Block {
  const { style, before } = headings[level]
  const [first, ...rest] = linesStrips({
    lines: wrapped(text, roomOf(shape).width, pen.measure(style)),
    style,
    // The title of the document is the heading of level 1.
    tag: `H${level + 1}`,
    before,
    leads: true,
    begins({ document }, top) {
      document.addNamedDestination(id, 'XYZ', 0, top - 8, 0)
      bookmark(level, text, top - 8, shape)
    },
  })
  const strips =
    first === undefined
      ? []
      : [level === 1 ? { ...first, wants: SECTION_WANTS * roomOf(shape).height } : first, ...rest]
  return { shape, strips: [...strips, { height: 4, before: 0, keepWithNext: true, paint: () => {} }] }
}

/** What somebody typed with a blank line in it is two paragraphs. */
export const paragraphBlock = (pen: Pen, shape: Shape, { text }: Of<'paragraph'>): Block => ({
  shape,
  strips: text.split(/\r?\n[^\S\n]*\r?\n\s*/).flatMap((one) =>
    linesStrips({
      lines: wrapped(one, MEASURE, pen.measure(styles.paragraph)),
      style: styles.paragraph,
      tag: 'P',
      before: 8,
    }),
  ),
})

const BAR = 4
const INSET = 16

export function findingBlock(pen: Pen, shape: Shape, { text }: Of<'finding'>): Block {
  const width = Math.min(MEASURE + 2 * INSET, roomOf(shape).width)
  const { leading } = styles.finding
  const tint = ({ document, artifact }: Pen, top: number, height: number) =>
    artifact('Layout', () => {
      document.rect(margin.side, top, width, height).fill(colours.wash)
      document.rect(margin.side, top, BAR, height).fill(colours.heather)
    })
  const edge = (before: number, keepWithNext: boolean) => ({
    height: 8,
    before,
    keepWithNext,
    paint: (on: Pen, top: number) => tint(on, top, 8),
  })
  const lines = linesStrips({
    lines: wrapped(text, width - 2 * INSET, pen.measure(styles.finding)),
    style: styles.finding,
    tag: 'P',
    before: 0,
    indent: INSET,
    // A hair more than its height, so that no seam shows between lines.
    beside: (on, top) => tint(on, top - 0.3, leading + 0.6),
  })
  return {
    shape,
    // It is found in what follows, and stays with it.
    strips: [edge(10, true), ...withNext(lines), edge(0, true)],
  }
}

const withNext = (strips: readonly Strip[]): readonly Strip[] =>
  strips.map((strip, at) => (at === strips.length - 1 ? { ...strip, keepWithNext: true } : strip))

const BULLET = 14

export function listBlock(pen: Pen, shape: Shape, { items }: Of<'list'>): Block {
  const style = styles.paragraph
  let list: Element | undefined
  const strips = items.flatMap((item, at) => {
    let entry: Element | undefined
    const lines = wrapped(item, MEASURE - BULLET, pen.measure(style))
    const strips = linesStrips({
      lines,
      style,
      tag: 'LBody',
      before: at === 0 ? 8 : 4,
      indent: BULLET,
      parent: (on) => {
        list ??= on.begin(on.root, 'L')
        entry ??= on.begin(list, 'LI')
        return entry
      },
      begins(on, top) {
        list ??= on.begin(on.root, 'L')
        entry ??= on.begin(list, 'LI')
        on.tagged(entry, 'Lbl', () => on.text('•', margin.side + 2, baselineOf(top, style), style))
      },
    })
    // The last item does not stand alone on a page.
    return at === items.length - 2 ? withNext(strips) : strips
  })
  return { shape, strips }
}
