import { baselineOf } from './lines.ts'
import { colours, margin, type TextStyle } from './look.ts'
import { drawMark } from './marks.ts'
import type { Pen } from './pen.ts'
import type { Strip } from './strip.ts'
import {
  asideOf,
  GUTTER,
  isDrawn,
  linesOf,
  MARK,
  type PlannedCell,
  type PlannedColumn,
  type TablePlan,
  TREND_WIDTH,
} from './table-plan.ts'
import type { Element } from './tagging.ts'
import { drawTrend } from './trend.ts'

const PAD = 3.5
const RULE = 0.5
/** No more lines of a row on one page than so many: a longer row goes over it. */
const MOST_LINES = 24

type Row = {
  readonly plan: TablePlan
  readonly cells: readonly PlannedCell[]
  /** Whether the head of the table, and the foot, keep it with them. */
  readonly isLead: boolean
  readonly body: (pen: Pen) => Element
}

/** A row of a table; of a long one, as many strips as it takes. Its first cell is the head of the row. */
export function rowStrips({ plan, cells, isLead, body }: Row): readonly Strip[] {
  const most = linesOf(cells)
  const count = Math.ceil(most / MOST_LINES)
  const leading = plan.head.leading
  let open: readonly Element[] | undefined
  return Array.from({ length: count }, (_, at) => {
    const from = at * MOST_LINES
    const height = Math.min(MOST_LINES, most - from) * leading + 2 * PAD
    return {
      height,
      before: 0,
      keepWithNext: isLead && count === 1,
      paint(pen, top) {
        tint(pen, plan, top, height)
        open ??= beginRow(pen, cells, body(pen))
        for (const [column, element] of open.entries()) {
          const cell = cells[column]
          const place = plan.columns[column]
          if (cell === undefined || place === undefined) continue
          drawCell(pen, element, { ...cell, lines: cell.lines.slice(from, from + MOST_LINES) }, place, top + PAD)
        }
        if (at === count - 1) pen.artifact('Layout', () => rule(pen, plan, top + height, RULE, colours.rule))
      },
    }
  })
}

function beginRow(pen: Pen, cells: readonly PlannedCell[], body: Element): readonly Element[] {
  const row = pen.begin(body, 'TR')
  return cells.map((_, at) => (at === 0 ? pen.begin(row, 'TH', { scope: 'Row' }) : pen.begin(row, 'TD')))
}

function drawCell(pen: Pen, element: Element, planned: PlannedCell, place: PlannedColumn, top: number): void {
  const { cell, lines, style } = planned
  const { document } = pen
  const left = margin.side + place.left
  if (isDrawn(cell)) {
    const box = { left, top, width: Math.min(TREND_WIDTH, place.inside), height: style.leading }
    const bbox: [number, number, number, number] = [left, top, left + box.width, top + box.height]
    pen.tagged(element, 'Figure', () => drawTrend(document, cell.values, box), {
      alt: cell.text,
      bbox,
      placement: 'Block',
    })
    return
  }
  if (cell.kind === 'rating' && lines.length > 0)
    pen.artifact('Layout', () => drawMark(document, cell.rag, left, top + (style.leading - MARK.size) / 2, MARK.size))
  if (lines.length === 0) return
  pen.content(
    element,
    'Span',
    () => drawLines(pen, lines, place, { left: left + asideOf(cell), top, style }),
    lines.join(''),
  )
}

type At = { readonly left: number; readonly top: number; readonly style: TextStyle }

export function drawLines(pen: Pen, lines: readonly string[], place: PlannedColumn, { left, top, style }: At): void {
  const right = margin.side + place.left + place.inside
  for (const [at, line] of lines.entries()) {
    const x = place.isRight ? right - pen.measure(style)(line.trimEnd()) : left
    pen.text(line, x, baselineOf(top + at * style.leading, style), style)
  }
}

/** Across the whole table, above `foot`. */
export function rule({ document }: Pen, plan: TablePlan, foot: number, width: number, colour: string): void {
  const at = foot - width / 2
  const last = plan.columns.at(-1)
  const right = margin.side + (last === undefined ? 0 : last.left + last.width)
  document.moveTo(margin.side, at).lineTo(right, at).lineWidth(width).stroke(colour)
}

export function tint(pen: Pen, plan: TablePlan, top: number, height: number): void {
  const main = plan.columns.filter(({ isMain }) => isMain)
  if (main.length === 0) return
  pen.artifact('Layout', () => {
    for (const { left, inside } of main)
      pen.document.rect(margin.side + left - GUTTER / 2, top, inside + GUTTER, height).fill(colours.wash)
  })
}
