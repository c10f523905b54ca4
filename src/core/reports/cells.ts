import { shortLabel } from '../dates/period.ts'
import { monthName } from '../dates/plain-date.ts'
import type { Unit } from '../definitions/indicator.ts'
import type { Movement } from '../figures/judge.ts'
import { settled } from '../figures/settled.ts'
import { decimals, written, writtenShort } from '../figures/written.ts'
import type { Cell } from './document.ts'
import type { FrozenSeries, ShownFigure } from './material.ts'
import { beforeOf, beginsAnew, ratingWords } from './words.ts'

export const textCell = (text: string): Cell => ({ kind: 'text', text })
export const noneCell = (text: string): Cell => ({ kind: 'none', text })

/** How often something is. */
export const countCell = (count: number): Cell => number(count, 'count', String(count))

const number = (value: number, unit: Unit, text: string): Cell => ({
  kind: 'number',
  text,
  value,
  decimals: decimals[unit],
  isPercent: unit === 'per cent',
})

/** A figure as it is shown; `p` after it where it may still change. */
export function figureCell(figure: ShownFigure | undefined): Cell {
  if (figure === undefined) return noneCell('No figure')
  const { value, definition, provisional, withheld } = figure
  if (withheld !== null) return textCell(withheld)
  if (value === null) return noneCell('No figure')
  const text = written(value, definition.unit)
  return number(value, definition.unit, provisional ? `${text} p` : text)
}

/** A target, or a figure of others. */
export const besideCell = (value: number | undefined, unit: Unit): Cell =>
  value === undefined ? noneCell('None') : number(value, unit, writtenShort(value, unit))

/** How the last figure that is final stands; of another month than the one that is shown, with its name. */
export function ratingCell(series: FrozenSeries): Cell {
  const final = settled(series)?.latest
  const rag = final?.judged.rag ?? null
  if (final === undefined || rag === null) return noneCell('Not rated')
  const isShown = final.period.from === series.latest.period.from
  return { kind: 'rating', text: isShown ? ratingWords[rag] : `${ratingWords[rag]}, ${shortLabel(final.period)}`, rag }
}

const arrows: Readonly<Record<Movement, string>> = { up: '↑', down: '↓', level: '→' }
const moves: Readonly<Record<Movement, string>> = { up: 'Up', down: 'Down', level: 'Same' }
const ways = { better: 'Better', worse: 'Worse', same: 'Same' } as const

/** Which way it went since the month before: the arrow is the number's, the word says whether that is good. */
export function movedCell(series: FrozenSeries): Cell {
  const before = beforeOf(series)
  const { judged, provisional } = series.latest
  if (judged.movement === null || before === undefined || before.value === null) return noneCell('Not known')
  if (provisional) return noneCell('Too early')
  if (beginsAnew(series)) return noneCell('New year')
  return wentCell(judged)
}

/** Which way something went, whatever it is held against. */
export const wentCell = ({ movement, direction }: Pick<ShownFigure['judged'], 'movement' | 'direction'>): Cell =>
  movement === null
    ? noneCell('Not known')
    : textCell(`${arrows[movement]} ${direction === null ? moves[movement] : ways[direction]}`)

/** How it went from month to month, as far as it is final. */
export function trendCell({ lines, definition: { unit } }: FrozenSeries): Cell {
  const known = lines.filter(({ value, provisional }) => value !== null && !provisional)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return noneCell('None')
  const at = ({ value, period }: ShownFigure) => `${written(value ?? 0, unit)} in ${monthName(period.from)}`
  const text = first === last ? at(last) : `From ${at(first)} to ${at(last)}`
  return { kind: 'trend', text, values: lines.map(({ value, provisional }) => (provisional ? null : value)) }
}

/** “9 of 16”: on how many children a share stands. */
export function madeOfCell({ numerator, denominator, definition: { unit } }: ShownFigure): Cell {
  if (unit !== 'per cent' || numerator === null || denominator === null) return noneCell('')
  return textCell(`${written(numerator, 'count')} of ${written(denominator, 'count')}`)
}
