import type { Table } from '../../../core/reports/document.ts'
import { baselineOf, linesStrips } from './lines.ts'
import { colours, MEASURE, margin, roomOf, type Shape, styles } from './look.ts'
import type { Pen } from './pen.ts'
import type { Block, Strip } from './strip.ts'
import { planTable, type TablePlan } from './table-plan.ts'
import { drawLines, rowStrips, rule, tint } from './table-rows.ts'
import type { Element } from './tagging.ts'
import { atMost, wrapped } from './wrap.ts'

/** A caption, the heads of its columns and its rows, whose heads are drawn again on every page they come to; and its notes. */
export function tableBlocks(pen: Pen, shape: Shape, table: Table): readonly Block[] {
  const notes = notesStrips(pen, table.notes)
  return [rowsBlock(pen, shape, table, notes), { shape, strips: notes }]
}

function rowsBlock(pen: Pen, shape: Shape, table: Table, notes: readonly Strip[]): Block {
  const plan = planTable(pen, table, shape)
  const tags = tableTags()
  const caption = linesStrips({
    lines: wrapped(table.caption, roomOf(shape).width, pen.measure(styles.caption)),
    style: styles.caption,
    tag: 'Caption',
    before: 18,
    leads: true,
    parent: tags.table,
  })
  const height = headHeight(plan)
  const [first, ...rest] = [
    ...caption,
    { height, before: 4, keepWithNext: true, paint: (on: Pen, top: number) => paintHead(on, plan, tags, top) },
    ...plan.rows.flatMap((cells, at) => rowStrips({ plan, cells, isLead: staysWithNext(table, at), body: tags.body })),
  ]
  return {
    shape,
    strips: first === undefined ? [] : [{ ...first, wants: wantedBy(shape, [first, ...rest, ...notes]) }, ...rest],
    again: {
      height: styles.note.leading + height,
      before: 0,
      keepWithNext: true,
      paint: (on, top) => paintHeadAgain(on, plan, table.caption, top),
    },
  }
}

/** The first row with the second, the last but one with the last, and that with a note. */
const staysWithNext = ({ rows, notes }: Table, at: number): boolean =>
  at === rows.length - 1 ? notes.length > 0 : at === 0 || at === rows.length - 2

type TableTags = { readonly table: (pen: Pen) => Element; readonly body: (pen: Pen) => Element }

/** The elements of one table, begun when the first of them is drawn. */
function tableTags(): TableTags {
  let table: Element | undefined
  let body: Element | undefined
  const begun = (pen: Pen): Element => {
    table ??= pen.begin(pen.root, 'Table')
    return table
  }
  return {
    table: begun,
    body(pen) {
      body ??= pen.begin(begun(pen), 'TBody')
      return body
    },
  }
}

/** A table that takes no more than half a page with its notes is not cut in two, and a larger one does not begin with a row or two. */
function wantedBy(shape: Shape, strips: readonly Strip[]): number {
  const height = strips.reduce((sum, strip) => sum + strip.before + strip.height, 0)
  const room = roomOf(shape).height
  return height <= room * 0.55 ? height : room * 0.3
}

const HEAD_PAD = 4

const headHeight = ({ headers, head }: TablePlan): number =>
  Math.max(1, ...headers.map((lines) => lines.length)) * head.leading + 2 * HEAD_PAD

function paintHead(pen: Pen, plan: TablePlan, tags: TableTags, top: number): void {
  tint(pen, plan, top, headHeight(plan))
  const row = pen.begin(pen.begin(tags.table(pen), 'THead'), 'TR')
  for (const at of plan.headers.keys()) pen.tagged(row, 'TH', () => drawHead(pen, plan, at, top), { scope: 'Column' })
  pen.artifact('Layout', () => rule(pen, plan, top + headHeight(plan), 1.2, colours.harbour))
}

function paintHeadAgain(pen: Pen, plan: TablePlan, caption: string, above: number): void {
  const style = styles.note
  const top = above + style.leading
  const [name = ''] = atMost(wrapped(caption, roomOf(plan.shape).width - 60, pen.measure(style)), 1)
  tint(pen, plan, top, headHeight(plan))
  pen.artifact('Pagination', () => {
    pen.text(`${name}, continued`, margin.side, baselineOf(above, style), style)
    for (const at of plan.headers.keys()) drawHead(pen, plan, at, top)
    rule(pen, plan, top + headHeight(plan), 1.2, colours.harbour)
  })
}

/** Of several heads the last lines stand beside each other. */
function drawHead(pen: Pen, plan: TablePlan, at: number, top: number): void {
  const lines = plan.headers[at] ?? []
  const place = plan.columns[at]
  if (place === undefined) return
  const foot = top + headHeight(plan) - HEAD_PAD
  drawLines(pen, lines, place, {
    left: margin.side + place.left,
    top: foot - lines.length * plan.head.leading,
    style: plan.head,
  })
}

/** More lines of notes than so many may be parted from each other. */
const FEW_LINES = 4

function notesStrips(pen: Pen, notes: readonly string[]): readonly Strip[] {
  const strips = notes.flatMap((note, at) =>
    linesStrips({
      lines: wrapped(note, MEASURE + 60, pen.measure(styles.note)),
      style: styles.note,
      tag: 'P',
      before: at === 0 ? 7 : 2,
    }),
  )
  return strips.length > FEW_LINES
    ? strips
    : strips.map((strip, at) => (at === strips.length - 1 ? strip : { ...strip, keepWithNext: true }))
}
