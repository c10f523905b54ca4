import { element, escapeXml } from './svg.ts'

export type Anchor = 'start' | 'middle' | 'end'

/** A line of text in a drawing: `y` is the baseline; `className` may be empty. */
export type Text = {
  readonly x: number
  readonly y: number
  readonly className: string
  readonly anchor: Anchor
  readonly content: string
}

/** The space that something takes up in a drawing. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const narrowLetters = new Set("iljtfrI.,:;'‘’!|()[]-·")
const wideLetters = new Set('mwMW%@')

// Advance widths at 13px, rounded up to the widest font of the page's stack (Noto Sans): the server has no fonts to measure.
function letterWidth(letter: string): number {
  if (letter === ' ') return 3.7
  if (narrowLetters.has(letter)) return 4.8
  if (wideLetters.has(letter)) return 12
  if (letter >= '0' && letter <= '9') return 7.5
  if (letter >= 'a' && letter <= 'z') return 7.4
  return letter >= 'A' && letter <= 'Z' ? 9 : 13
}

/** How wide a text will be at most, in drawing units; knows the stylesheet's `tb` (bold) and `ts` (12px). */
export function widthOf(content: string, className = ''): number {
  const classes = className.split(' ')
  const size = classes.includes('ts') ? 12 / 13 : 1
  const weight = classes.includes('tb') ? 1.06 : 1
  let width = 0
  for (const letter of content) width += letterWidth(letter)
  return width * size * weight
}

/** The text itself where it fits, else its beginning and an ellipsis. */
export function shorten(content: string, room: number, className = ''): string {
  if (widthOf(content, className) <= room) return content
  let kept = ''
  for (const letter of content) {
    if (widthOf(`${kept}${letter}…`, className) > room) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** Breaks a text into lines at its spaces; a word too long for a line is shortened. */
export function wrap(content: string, room: number, className = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of content.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, className) > room) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line].map((each) => shorten(each, room, className))
}

export function boxOf({ x, y, className, anchor, content }: Text): Box {
  const width = widthOf(content, className)
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor]
  return { left, right: left + width, top: y - 10, bottom: y + 3 }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export function drawText({ x, y, className, anchor, content }: Text): string {
  const attributes = {
    class: className === '' ? undefined : className,
    x,
    y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  }
  return element('text', attributes, escapeXml(content))
}
