import { type Box, boxOf, overlaps, shorten, type Text, widthOf } from './text.ts'
import { stretchEdges, type TrendCanvas } from './trend-canvas.ts'
import type { Stretch } from './trend-input.ts'

type Spot = { readonly x: number; readonly y: number }

const margin = 4

/** Places that the line passes through, a few units apart. */
function lineSpots({ plan, x, y }: TrendCanvas): readonly Spot[] {
  const values = new Map(plan.known.map(({ index, value }) => [index, value]))
  const spot = (index: number): Spot => ({ x: x(index), y: y(values.get(index) ?? plan.axis.low) })
  return plan.runs.flatMap((run) =>
    run.flatMap((index, order) => (order === 0 ? [spot(index)] : between(spot(index - 1), spot(index)))),
  )
}

function between(from: Spot, to: Spot): readonly Spot[] {
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / margin))
  return Array.from({ length: count }, (_, step) => {
    const share = (step + 1) / count
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
  })
}

const spotsIn = ({ left, right, top, bottom }: Box, spots: readonly Spot[]): number =>
  spots.filter(({ x, y }) => x > left - margin && x < right + margin && y > top - margin && y < bottom + margin).length

/** The choices that stay in the plot and clear of other words. */
function free(choices: readonly Text[], { plot }: TrendCanvas, taken: readonly Text[]): readonly Text[] {
  return choices.filter((choice) => {
    const box = boxOf(choice)
    const isInside = box.top >= plot.top && box.bottom <= plot.bottom
    return isInside && !taken.some((other) => overlaps(box, boxOf(other)))
  })
}

/** A name along a stretch, at the baseline that covers least of the line; none where the stretch is too short for it. */
function along(
  words: Pick<Text, 'content' | 'className'>,
  stretch: Stretch,
  baselines: readonly number[],
  canvas: TrendCanvas,
  taken: readonly Text[],
): readonly Text[] {
  const { from, to } = stretchEdges(canvas, stretch)
  if (widthOf(words.content, words.className) + 2 * margin > to - from) return []
  const spots = lineSpots(canvas)
  const covered = (text: Text) => spotsIn(boxOf(text), spots)
  const choices = baselines.map((y): Text => ({ ...words, x: from + margin, y, anchor: 'start' }))
  return free(choices, canvas, taken)
    .toSorted((a, b) => covered(a) - covered(b))
    .slice(0, 1)
}

/** Names of what ends before the right end of the plot, written along it: earlier targets, and the usual range. */
export function innerLabels(canvas: TrendCanvas, taken: readonly Text[]): readonly Text[] {
  const { plan, y } = canvas
  const last = plan.points.length - 1
  const found: Text[] = []
  for (const target of plan.targets.filter(({ toIndex }) => toIndex < last)) {
    const words = { content: `Target ${target.written}`, className: 'tb th halo' }
    const at = y(target.value)
    found.push(...along(words, target, [at - 6, at + 15], canvas, [...taken, ...found]))
  }
  const range = plan.limits.at(-1)
  if (range === undefined || range.toIndex === last) return found
  const words = { content: `usual range, ${range.written}`, className: 't2 ts' }
  const baselines = [y(range.lower) - 5, y(range.upper) + 14]
  return [...found, ...along(words, range, baselines, canvas, [...taken, ...found])]
}

/** The latest value over or under its dot, whichever is nearer while clear of the line; `edge` is how far it may reach. */
export function latestLabel(
  canvas: TrendCanvas,
  words: string,
  edge: { readonly left: number; readonly right: number },
  taken: readonly Text[],
): Text {
  const { plan, x, y } = canvas
  const className = 'tb halo'
  const dot = { x: x(plan.latest.index), y: y(plan.latest.value) }
  const content = shorten(words, edge.right - edge.left, className)
  const half = widthOf(content, className) / 2
  const middle = Math.max(edge.left + half, Math.min(edge.right - half, dot.x))

  const near = lineSpots(canvas).filter((spot) => Math.abs(spot.x - middle) < half + margin)
  const highest = Math.min(dot.y - 2, ...near.map((spot) => spot.y))
  const lowest = Math.max(dot.y + 2, ...near.map((spot) => spot.y))
  const label = (baseline: number): Text => ({ x: middle, y: baseline, className, anchor: 'middle', content })
  const nearest = [label(highest - 10), label(lowest + 19)].toSorted(
    (a, b) => Math.abs(a.y - 4 - dot.y) - Math.abs(b.y - 4 - dot.y),
  )
  const beside = [label(dot.y - 12), label(dot.y + 20)]
  return free([...nearest, ...beside], canvas, taken)[0] ?? label(Math.max(canvas.plot.top + 10, dot.y - 12))
}
