import { draw } from './draw.ts'
import type { GenogramInput } from './input.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type GenogramPlan, genogramPlan } from './plan.ts'

/** The same drawing twice; the stylesheet shows the one that fits. Both are complete `<svg>` elements. */
export type Genogram = {
  readonly wide: string
  readonly narrow: string
  /** How many units across the wide one takes: the first of the widths given that it fits into upright, else the last. */
  readonly width: number
}

const NARROW = 320

/**
 * Draws a family in rows of generations, at the widths at which it may be shown without its type being made smaller. Where a row is too long for
 * the widest, the whole drawing lies on its side with the generations from left to right: there is always room further down.
 */
export function genogram(input: GenogramInput, widths: readonly [number, ...number[]]): Genogram {
  const plan = genogramPlan(input)
  const upright = uprightLayout(plan)
  const width = widths.find((one) => upright.size.across <= one) ?? Math.max(...widths)
  const at = (most: number, className: 'wide' | 'narrow') =>
    draw(plan, upright.size.across <= most ? upright : lyingLayout(plan, most), { className, width: most })
  return { wide: at(width, 'wide'), narrow: at(NARROW, 'narrow'), width }
}

const UPRIGHT_LABEL = 92
const LYING_LABEL = 160
const LEAST_LABEL = 50

export const uprightLayout = (plan: GenogramPlan): Layout =>
  layoutOf(plan, { way: 'upright', symbol: 15, labelRooms: plan.rows.map(() => UPRIGHT_LABEL) })

/** On its side, with labels broken into lines until the whole fits, the widest first. What fits at no breadth runs past the width. */
export function lyingLayout(plan: GenogramPlan, width: number): Layout {
  let layout = layoutOf(plan, { way: 'lying', symbol: 12, labelRooms: plan.rows.map(() => LYING_LABEL) })
  while (layout.size.down > width) {
    const widest = plan.rows.map((row) => Math.max(...row.map((person) => layout.symbols[person]?.label.width ?? 0)))
    const most = Math.max(...widest)
    if (most <= LEAST_LABEL) break
    const labelRooms = layout.look.labelRooms.with(widest.indexOf(most), Math.max(LEAST_LABEL, most - 6))
    layout = layoutOf(plan, { ...layout.look, labelRooms })
  }
  return layout
}
