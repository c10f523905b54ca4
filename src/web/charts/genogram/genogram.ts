import { draw } from './draw.ts'
import type { GenogramInput } from './input.ts'
import { leastRoom } from './label.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type GenogramPlan, genogramPlan } from './plan.ts'

/** The same drawing twice; the stylesheet shows the one that fits. Both are complete `<svg>` elements. */
export type Genogram = {
  readonly wide: string
  readonly narrow: string
  /** How many units across the wide one takes. */
  readonly width: number
}

const NARROW = 320

/**
 * Draws a family in rows of generations, at the first of the widths into which it fits. Where a row is too long for them all, the whole drawing
 * lies on its side with the generations from left to right: there is always room further down.
 */
export function genogram(input: GenogramInput, widths: readonly [number, ...number[]]): Genogram {
  const plan = genogramPlan(input)
  const uprights = UPRIGHT_LABELS.map((room) => uprightLayout(plan, room))
  const fitInto = (among: readonly number[]) => {
    for (const layout of uprights) for (const width of among) if (layout.size.across <= width) return { layout, width }
    const width = Math.max(...among)
    return { layout: lyingLayout(plan, width), width }
  }
  const [wide, narrow] = [fitInto(widths), fitInto([NARROW])]
  return {
    wide: draw(plan, wide.layout, { className: 'wide', width: wide.width }),
    narrow: draw(plan, narrow.layout, { className: 'narrow', width: NARROW }),
    width: wide.width,
  }
}

/** How wide a label may be before it is broken into lines, as long as no word is. */
const UPRIGHT_LABELS = [92, 80, 68, 56] as const
const LYING_LABEL = 160
const LEAST_LABEL = 50
/** By how much a drawing may be made smaller rather than break its words. */
const SMALLER = 1.1

export function uprightLayout(plan: GenogramPlan, room: number): Layout {
  const labelRooms = leastRooms(plan).map((least) => Math.max(room, least))
  return layoutOf(plan, { way: 'upright', symbol: 15, labelRooms })
}

/** On its side, with labels broken into lines until the whole fits, the widest first. What fits at no breadth runs past the width. */
export function lyingLayout(plan: GenogramPlan, width: number): Layout {
  const start = layoutOf(plan, { way: 'lying', symbol: 11, labelRooms: plan.rows.map(() => LYING_LABEL) })
  const whole = narrowed(plan, start, width, leastRooms(plan))
  if (whole.size.down <= width * SMALLER) return whole
  return narrowed(
    plan,
    whole,
    width,
    plan.rows.map(() => LEAST_LABEL),
  )
}

function narrowed(plan: GenogramPlan, start: Layout, width: number, least: readonly number[]): Layout {
  let layout = start
  while (layout.size.down > width) {
    const { labelRooms } = layout.look
    const spare = plan.rows.map((row, index) => {
      const widest = Math.max(...row.map((person) => layout.symbols[person]?.label.width ?? 0))
      return Math.min(widest, labelRooms[index] ?? 0) > (least[index] ?? 0) ? widest : 0
    })
    const most = Math.max(...spare)
    if (most === 0) return layout
    const row = spare.indexOf(most)
    layout = layoutOf(plan, {
      ...layout.look,
      labelRooms: labelRooms.with(row, Math.max(least[row] ?? 0, most - 6)),
    })
  }
  return layout
}

/** Of each row, the room that its longest word needs, within reason. */
const leastRooms = ({ rows, people }: GenogramPlan): readonly number[] =>
  rows.map((row) => {
    const longest = people.filter((_, number) => row.includes(number)).map(leastRoom)
    return Math.min(UPRIGHT_LABELS[0], Math.max(LEAST_LABEL, ...longest))
  })
