import { diamond, element, level, path } from './svg.ts'
import { type Text, widthOf, wrap } from './text.ts'
import type { TrendPlan } from './trend-plan.ts'

export type KeyItem = {
  readonly swatch: 'target' | 'benchmark' | 'band' | 'signal' | 'provisional'
  readonly text: string
}

/** Swatches and their words, laid out; `height` is from the first baseline to the last. */
export type Key = { readonly marks: string; readonly texts: readonly Text[]; readonly height: number }

const lineWidth = 26
const lineHeight = 16
const rowHeight = 20
const gap = 16

const isPointMark = ({ swatch }: KeyItem): boolean => swatch === 'signal' || swatch === 'provisional'
const swatchRoom = (item: KeyItem): number => (isPointMark(item) ? 18 : lineWidth + 6)

function drawSwatch({ swatch }: KeyItem, x: number, baseline: number): string {
  const y = baseline - 4
  switch (swatch) {
    case 'target':
      return path('c-target', level(x, x + lineWidth, y))
    case 'benchmark':
      return path('c-bench', level(x, x + lineWidth, y))
    case 'band':
      return (
        element('rect', { class: 'c-band', x, y: y - 6, width: lineWidth, height: 12 }) +
        path('c-mean', level(x, x + lineWidth, y))
      )
    case 'signal':
      return path('c-signal', diamond(x + 7, y, 5.5))
    case 'provisional':
      return element('circle', { class: 'c-dot c-dot--provisional', cx: x + 7, cy: y, r: 4 })
  }
}

/** What a reader must be told about single points; the latest one is told about by its own label. */
export function pointKey({ known, latest }: TrendPlan): readonly KeyItem[] {
  const hasSignal = known.some(({ signal }) => signal)
  const hasProvisional = known.some(({ provisional, index }) => provisional && index !== latest.index)
  return [
    ...(hasSignal ? [{ swatch: 'signal', text: 'Signal' } as const] : []),
    ...(hasProvisional ? [{ swatch: 'provisional', text: 'Provisional' } as const] : []),
  ]
}

/** One line of small items that ends at `right`. */
export function keyLine(items: readonly KeyItem[], right: number, baseline: number): Key {
  const className = 't2 ts'
  const width = items.reduce((sum, item) => sum + swatchRoom(item) + widthOf(item.text, className) + gap, -gap)
  let x = right - width
  let marks = ''
  const texts = items.map((item): Text => {
    marks += drawSwatch(item, x, baseline)
    const text: Text = { x: x + swatchRoom(item), y: baseline, className, anchor: 'start', content: item.text }
    x = text.x + widthOf(item.text, className) + gap
    return text
  })
  return { marks, texts, height: 0 }
}

/** Items one after another from the left, in as many rows as they need. */
export function keyRows(items: readonly KeyItem[], left: number, right: number, baseline: number): Key {
  let x = left
  let y = baseline
  let rowEnd = baseline
  let marks = ''
  const texts: Text[] = []
  for (const item of items) {
    if (x > left && x + swatchRoom(item) + widthOf(item.text) > right) {
      x = left
      y = rowEnd + rowHeight
    }
    marks += drawSwatch(item, x, y)
    const at = x + swatchRoom(item)
    const lines = wrap(item.text, right - at)
    lines.forEach((content, line) => {
      texts.push({ x: at, y: y + line * lineHeight, className: '', anchor: 'start', content })
    })
    rowEnd = Math.max(y, y + (lines.length - 1) * lineHeight)
    // Nothing may stand beside a text of several lines.
    x = lines.length > 1 ? right : at + widthOf(item.text) + gap
  }
  return { marks, texts, height: rowEnd - baseline }
}
