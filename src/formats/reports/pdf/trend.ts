import { line } from 'd3-shape'
import { colours } from './look.ts'

export type TrendBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
type Point = { readonly x: number; readonly y: number }

const INSET = 2.5
const DOT = { last: 2, alone: 1.2 } as const

/** A small line from the oldest to the latest: gaps where nothing is known, a dot for a month between two gaps, a larger one for the latest. */
export function drawTrend(on: PDFKit.PDFDocument, values: readonly (number | null)[], box: TrendBox): void {
  const known = values.filter((value) => value !== null)
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const x = (at: number): number =>
    values.length < 2
      ? box.left + box.width / 2
      : box.left + INSET + (at / (values.length - 1)) * (box.width - 2 * INSET)
  const y = (value: number): number => {
    const height = box.height - 2 * INSET
    return box.top + INSET + (span === 0 ? height / 2 : height - ((value - low) / span) * height)
  }
  const runs = values.reduce<Point[][]>(
    (all, value, at) => {
      if (value === null) all.push([])
      else all.at(-1)?.push({ x: x(at), y: y(value) })
      return all
    },
    [[]],
  )
  for (const run of runs) {
    const path = line<Point>(
      (point) => point.x,
      (point) => point.y,
    )(run)
    const [first] = run
    if (run.length > 1 && path !== null) on.path(path).lineWidth(1.2).lineJoin('round').stroke(colours.harbour)
    else if (first !== undefined) on.circle(first.x, first.y, DOT.alone).fill(colours.harbour)
  }
  const last = values.at(-1)
  if (last !== undefined && last !== null) on.circle(x(values.length - 1), y(last), DOT.last).fill(colours.harbour)
}
