import type { Shape } from './look.ts'
import type { Pen } from './pen.ts'

/** What stands on one page together: a line, a row, a drawing. */
export type Strip = {
  readonly height: number
  /** The room above it; left out at the top of a page. */
  readonly before: number
  /** Whether it may not be the last on its page while more follows. */
  readonly keepWithNext: boolean
  /** How much of a page there should be from it on, or it goes on the next with all that it stays together with. */
  readonly wants?: number
  readonly paint: (pen: Pen, top: number) => void
}

/** Strips that belong together, on pages of one shape. */
export type Block = {
  readonly shape: Shape
  readonly strips: readonly Strip[]
  /** What is drawn again above what of it comes on a further page: the heads of a table. */
  readonly again?: Strip
}

export type Placed = { readonly strip: Strip; readonly top: number }
export type Sheet = { readonly shape: Shape; readonly placed: readonly Placed[] }
