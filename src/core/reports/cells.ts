import { monthName } from '../dates/plain-date.ts'
import type { Unit } from '../definitions/indicator.ts'
import type { Movement } from '../figures/judge.ts'
import { decimals, written, writtenShort } from '../figures/written.ts'
import type { Cell } from './document.ts'
import type { FrozenSeries, ShownFigure } from './material.ts'
import { beforeOf, ratingWords } from './words.ts'

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
  if (figure === undefined) return noneCell('None')
  const { value, definition, provisional, withheld } = figure
  if (withheld !== null) return textCell(withheld)
  if (value === null) return noneCell('None')
  const text = written(value, definition.unit)
  return number(value, definition.unit, provisional ? `${text} p` : text)
}

/** A target, or a figure of others. */
export const besideCell = (value: number | undefined, unit: Unit): Cell =>
  value === undefined ? noneCell('None') : number(value, unit, writtenShort(value, unit))

export function ratingCell({ judged: { rag } }: ShownFigure): Cell {
  return rag === null ? noneCell('Not rated') : { kind: 'rating', text: ratingWords[rag], rag }
}

const arrows: Readonly<Record<Movement, string>> = { up: '↑', down: '↓', level: '→' }
const moves: Readonly<Record<Movement, string>> = { up: 'Up', down: 'Down', level: 'Same' }
const ways = { better: 'Better', worse: 'Worse', same: 'Same' } as const

/** Which way it went since the month before: the arrow is the number's, the word says whether that is good. */
export function movedCell(series: FrozenSeries): Cell {
  const before = beforeOf(series)
  return before === undefined || before.value === null ? noneCell('None') : wentCell(series.latest.judged)
}

/** Which way something went, whatever it is held against. */
export const wentCell = ({ movement, direction }: Pick<ShownFigure['judged'], 'movement' | 'direction'>): Cell =>
  movement === null
    ? noneCell('None')
    : textCell(`${arrows[movement]} ${direction === null ? moves[movement] : ways[direction]}`)

export function trendCell({ lines, definition: { unit } }: FrozenSeries): Cell {
  const known = lines.filter(({ value }) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return noneCell('None')
  const at = ({ value, period }: ShownFigure) => `${written(value ?? 0, unit)} in ${monthName(period.from)}`
  const text = first === last ? at(last) : `From ${at(first)} to ${at(last)}`
  return { kind: 'trend', text, values: lines.map(({ value }) => value) }
}

/** “9 of 16”: on how many children a share stands. */
export function madeOfCell({ numerator, denominator, definition: { unit } }: ShownFigure): Cell {
  if (unit !== 'per cent' || numerator === null || denominator === null) return noneCell('None')
  return textCell(`${written(numerator, 'count')} of ${written(denominator, 'count')}`)
}
