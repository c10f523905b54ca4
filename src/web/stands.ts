import type { Series } from '../app/figures.ts'
import { shortLabel } from '../core/dates/period.ts'
import { settled } from '../core/figures/settled.ts'
import { type DirectionMark, directionMark, type RagMark, ragMark } from './marks.ts'

/** How the last figure that is final stands against its target; of another month than the one that is shown, with its name. */
export function ratingOf(series: Series): RagMark | undefined {
  const final = settled(series)?.latest
  const mark = ragMark(final?.rag ?? null)
  if (mark === undefined || final === undefined || final.period.from === series.latest.period.from) return mark
  return { ...mark, word: `${mark.word}, ${shortLabel(final.period)}` }
}

/** Which way a figure went; nothing is said of one that may still change. */
export const wentOf = ({ latest }: Series): DirectionMark | undefined =>
  latest.provisional ? undefined : directionMark(latest.direction, latest.movement)
