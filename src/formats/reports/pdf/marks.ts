import type { Rag } from '../../../core/figures/judge.ts'
import { colours } from './look.ts'

/** The shapes of the pages, drawn 16 by 16: a rating is told by its shape and its word, and by its colour after these. */
const marks: Readonly<Record<Rag, (on: PDFKit.PDFDocument) => void>> = {
  green(on) {
    on.circle(8, 8, 7.5).fill(colours.green)
    on.path('M4.3 8.3 L7 11 L11.8 5.4').lineWidth(1.8).stroke(colours.white)
  },
  amber(on) {
    on.path('M8 .8 L15.7 15 L.3 15 Z').lineWidth(1).fillAndStroke(colours.amberFill, colours.amber)
    on.path('M8 5.5 L8 9.8 M8 11.6 L8 13.1').lineWidth(1.7).stroke(colours.ink)
  },
  red(on) {
    on.path('M8 .3 L15.7 8 L8 15.7 L.3 8 Z').fill(colours.red)
    on.path('M5.6 5.6 L10.4 10.4 M10.4 5.6 L5.6 10.4').lineWidth(1.7).stroke(colours.white)
  },
  'worse than target'(on) {
    on.path('M8 1 L15 8 L8 15 L1 8 Z').lineWidth(1.6).fillAndStroke(colours.white, colours.red)
    on.path('M5 8 L11 8').lineWidth(1.8).stroke(colours.red)
  },
}

export function drawMark(on: PDFKit.PDFDocument, rag: Rag, left: number, top: number, size: number): void {
  on.save()
  on.translate(left, top).scale(size / 16)
  marks[rag](on)
  on.restore()
}
