import { scaleLinear } from 'd3-scale'
import type { NationalUnit } from '../../../core/benchmarks/measure.ts'
import { diamond, element, level, path, units } from '../svg.ts'
import { shorten, type Text } from '../text.ts'
import { trendFrame } from '../trend-frame.ts'
import { nationalAxis } from './axis.ts'
import type { Picture, PictureWords } from './picture.ts'

/** Own is a filled diamond with a bold name on a tinted row, a neighbour a ring, an average or a larger place an upright stroke. */
export type RankedRow = {
  readonly kind: 'own' | 'neighbour' | 'chosen' | 'average'
  readonly label: string
  readonly value: number
  readonly written: string
}

export type RankedInput = PictureWords & { readonly unit: NationalUnit; readonly rows: readonly RankedRow[] }

const ROW = 26

/** One row each, in the order given. Undefined of nobody. */
export function rankedDots(input: RankedInput): Picture | undefined {
  if (input.rows.length === 0) return undefined
  return {
    wide: drawing(input, { className: 'wide', width: 820, names: 290, values: 70 }),
    narrow: drawing(input, { className: 'narrow', width: 320, names: 132, values: 54 }),
  }
}

type Size = {
  readonly className: 'wide' | 'narrow'
  readonly width: number
  readonly names: number
  readonly values: number
}

function drawing(input: RankedInput, { className, width, names, values }: Size): string {
  const { rows, unit } = input
  const { axis, divisor } = nationalAxis([0, ...rows.map(({ value }) => value)], unit)
  const x = scaleLinear([axis.low, axis.high], [names + 12, width - values - 12])
  const middle = (index: number) => 14 + index * ROW
  const marks = rows.map((row, index) => {
    const y = middle(index)
    const tint =
      row.kind === 'own' ? element('rect', { class: 'c-band', x: 0, y: y - ROW / 2, width, height: ROW }) : ''
    return tint + path('c-grid', level(x(axis.low), x(axis.high), y)) + markOf(row, x(row.value / divisor), y)
  })
  const texts = rows.flatMap((row, index): readonly Text[] => {
    const font = row.kind === 'own' ? 'tb' : row.kind === 'average' ? 't2' : ''
    const y = middle(index) + 4.5
    return [
      { x: 4, y, className: font, anchor: 'start', content: shorten(row.label, names - 4, font) },
      { x: width - 4, y, className: font, anchor: 'end', content: row.written },
    ]
  })
  const bottom = middle(rows.length - 1) + ROW / 2
  const foot = [axis.ticks[0], axis.ticks.at(-1)].flatMap((tick): readonly Text[] =>
    tick === undefined
      ? []
      : [{ x: x(tick.value), y: bottom + 16, className: 't2', anchor: 'middle', content: tick.text }],
  )
  return trendFrame(input, { className, width, height: bottom + 24, marks: marks.join(''), texts: [...texts, ...foot] })
}

function markOf({ kind }: RankedRow, x: number, y: number): string {
  if (kind === 'own') return path('c-own', diamond(x, y, 9))
  if (kind === 'average') return path('c-average', `M${units(x)} ${units(y - 9)}V${units(y + 9)}`)
  return element('circle', { class: kind === 'chosen' ? 'c-dot--chosen' : 'c-ring', cx: x, cy: y, r: 5.5 })
}
