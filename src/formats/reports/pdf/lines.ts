import { margin, type TextStyle } from './look.ts'
import type { Pen } from './pen.ts'
import type { Strip } from './strip.ts'
import type { Element } from './tagging.ts'

/** Where a line is written that has so much room from `top` down: capitals stand in its middle. */
export const baselineOf = (top: number, { leading, size }: TextStyle): number => top + leading / 2 + size * 0.33

export type LinesInput = {
  readonly lines: readonly string[]
  readonly style: TextStyle
  readonly tag: string
  readonly before: number
  /** From the left margin. */
  readonly indent?: number
  /** Whether it stays with what follows, as headings do. */
  readonly leads?: true
  /** Drawn beside each line, before it. */
  readonly beside?: (pen: Pen, top: number, at: number) => void
  /** Called with the page that it begins on. */
  readonly begins?: (pen: Pen, top: number) => void
  readonly parent?: (pen: Pen) => Element
}

/** A paragraph, line by line: its first two stay together, and its last two. */
export function linesStrips(input: LinesInput): readonly Strip[] {
  const { lines, style, tag, before, indent = 0, leads, beside, begins, parent } = input
  let element: Element | undefined
  return lines.map((line, at) => ({
    height: style.leading,
    before: at === 0 ? before : 0,
    keepWithNext: at === lines.length - 1 ? leads === true : at === 0 || at === lines.length - 2 || leads === true,
    paint(pen, top) {
      if (at === 0) begins?.(pen, top)
      if (beside !== undefined) beside(pen, top, at)
      element ??= pen.begin(parent?.(pen) ?? pen.root, tag)
      pen.content(element, tag, () => pen.text(line, margin.side + indent, baselineOf(top, style), style))
      if (at === lines.length - 1) element.end()
    },
  }))
}
