import type { GoodIs } from '../definitions/indicator.ts'
import type { Direction, Rag } from './judge.ts'

/** What the order of attention is decided from: one figure, how it was judged, and those before it (oldest first, itself last). */
export type JudgedFigure = {
  readonly value: number | null
  readonly goodIs: GoodIs
  readonly rag: Rag | null
  readonly direction: Direction | null
  readonly target: number | undefined
  readonly england: number | undefined
  readonly neighbours: number | undefined
  /** Ratings of the periods shown, oldest first, this one last; null where there was nothing to rate. */
  readonly ratings: readonly (Rag | null)[]
}

/** Why a figure that misses its target deserves to be looked at before another. */
export type Concern = {
  readonly worseThanBefore: boolean
  readonly worseThanEngland: boolean
  readonly worseThanNeighbours: boolean
  /** Periods in a row, this one included, in which the target was missed, as far back as is shown. */
  readonly missedInARow: number
  /** Distance from the target as a share of it; only orders what is otherwise alike. Nought as a target counts as furthest. */
  readonly gap: number
}

const missed = (rag: Rag | null): boolean => rag !== null && rag !== 'green'

/** Why this figure needs attention, or undefined when its target is met or there is nothing to miss. */
export function concern(figure: JudgedFigure): Concern | undefined {
  const { value, target } = figure
  if (!missed(figure.rag) || value === null || target === undefined) return undefined
  const lastMet = figure.ratings.findLastIndex((rating) => !missed(rating))
  return {
    worseThanBefore: figure.direction === 'worse',
    worseThanEngland: isWorse(value, figure.england, figure.goodIs),
    worseThanNeighbours: isWorse(value, figure.neighbours, figure.goodIs),
    missedInARow: figure.ratings.length - 1 - lastMet,
    gap: target === 0 ? Number.POSITIVE_INFINITY : Math.abs(value - target) / Math.abs(target),
  }
}

/** Whether a figure is on the bad side of another; never where neither way is better or there is nothing to compare with. */
export function isWorse(value: number, than: number | undefined, goodIs: GoodIs): boolean {
  if (than === undefined || goodIs === 'neither') return false
  return goodIs === 'high' ? value < than : value > than
}

const severity: Readonly<Record<Rag, number>> = { red: 0, 'worse than target': 1, amber: 2, green: 3 }

/**
 * The figures that miss their target, worst first: red before those without a red threshold before amber; then those with more
 * against them (worse than the period before, than England, than neighbours); then those missed for longer; then by distance.
 */
export function worstFirst<Row extends JudgedFigure>(rows: readonly Row[]): readonly { row: Row; concern: Concern }[] {
  return rows
    .flatMap((row) => {
      const why = concern(row)
      return why === undefined ? [] : [{ row, concern: why }]
    })
    .sort(
      (a, b) =>
        severity[a.row.rag ?? 'green'] - severity[b.row.rag ?? 'green'] ||
        against(b.concern) - against(a.concern) ||
        b.concern.missedInARow - a.concern.missedInARow ||
        compareGap(b.concern.gap, a.concern.gap),
    )
}

const against = (why: Concern): number =>
  [why.worseThanBefore, why.worseThanEngland, why.worseThanNeighbours].filter(Boolean).length

const compareGap = (a: number, b: number): number => (a === b ? 0 : a - b)
