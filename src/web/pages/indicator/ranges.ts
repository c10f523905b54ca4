import type { FigureLine } from '../../../app/figures.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import {
  isStock,
  LEAST_POINTS,
  mayHaveUsualRange,
  type UsualRange,
  usualRange,
} from '../../../core/figures/usual-range.ts'
import { written } from '../../../core/figures/written.ts'

/** The usual range of one stretch between declared changes; indexes count the lines, both included. */
export type RangeStretch = { readonly fromIndex: number; readonly toIndex: number; readonly range: UsualRange }

/** The usual ranges of a series: worked out afresh after each declared change, and only for stretches long enough. */
export function rangesOf(indicator: Indicator, lines: readonly FigureLine[]): readonly RangeStretch[] {
  if (!mayHaveUsualRange(indicator.covers)) return []
  const starts = [0, ...lines.flatMap((line, at) => (at > 0 && line.breakNote !== null ? [at] : []))]
  return starts.flatMap((fromIndex, at) => {
    const end = starts[at + 1] ?? lines.length
    const range = usualRange(
      lines.slice(fromIndex, end).map(({ value }) => value),
      indicator.unit,
    )
    return range === undefined ? [] : [{ fromIndex, toIndex: end - 1, range }]
  })
}

/** Whether the figure at an index is more than the usual up and down. */
export const isSignal = (ranges: readonly RangeStretch[], index: number): boolean =>
  ranges.some(
    ({ fromIndex, toIndex, range }) =>
      index >= fromIndex && index <= toIndex && range.signals[index - fromIndex] === true,
  )

/** The usual range that the latest figure is held against; none where too few months have passed since the last declared change. */
export const rangeOfLatest = (
  lines: readonly FigureLine[],
  ranges: readonly RangeStretch[],
): RangeStretch | undefined => ranges.find(({ toIndex }) => toIndex === lines.length - 1)

export type SignalTile = { readonly word: string; readonly detail: string }

/** Whether the latest figure is a signal, or why that cannot be said. */
export function signalTile(
  indicator: Indicator,
  lines: readonly FigureLine[],
  ranges: readonly RangeStretch[],
): SignalTile {
  if (!mayHaveUsualRange(indicator.covers))
    return { word: 'Not judged', detail: 'neighbouring months share most of what they count' }
  if (lines.at(-1)?.value == null) return { word: 'Not judged', detail: 'there is no figure for this month' }
  const latest = rangeOfLatest(lines, ranges)
  if (latest === undefined)
    return { word: 'Too early', detail: `${LEAST_POINTS} months are needed to say what is usual` }
  const usual = `usual range ${rangeText(latest.range, indicator)}`
  return isSignal(ranges, lines.length - 1)
    ? { word: 'Yes', detail: `more than the usual up and down; ${usual}` }
    : { word: 'None', detail: `within the ${usual}` }
}

export const rangeText = ({ lower, upper }: UsualRange, { unit }: Indicator): string =>
  `${written(lower, unit)} to ${written(upper, unit)}`

/** How far to trust the band, where there is one. */
export const rangeCaution = (indicator: Indicator): string | undefined =>
  isStock(indicator.covers)
    ? 'Mostly the same children are counted each month, so the true band is wider than drawn: treat it as a guide.'
    : undefined
