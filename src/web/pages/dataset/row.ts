import type { FigureLine, Series } from '../../../app/figures.ts'
import { benchmarkOf } from '../../../app/figures.ts'
import { shortLabel } from '../../../core/dates/period.ts'
import type { Comparator } from '../../../core/figures/series.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { sparkline } from '../../charts/sparkline.ts'
import type { DirectionMark, RagMark } from '../../marks.ts'
import { address } from '../../query.ts'
import { ratingOf, wentOf } from '../../stands.ts'
import type { Notes } from './notes.ts'

export type RowView = {
  readonly label: string
  readonly href: string
  /** For a variant, the name of the indicator above it, said to those who cannot see the indent. */
  readonly parent: string | undefined
  /** The agency that sends it; undefined of the authority's own. */
  readonly from: string | undefined
  readonly notes: readonly number[]
  readonly cells: readonly {
    readonly label: string
    readonly text: string | undefined
    readonly latest: boolean
    readonly provisional: boolean
  }[]
  readonly spark: string
  readonly direction: DirectionMark | undefined
  /** Why there is none. */
  readonly noDirection: string
  readonly goodIs: string | undefined
  readonly target: string | undefined
  readonly rag: RagMark | undefined
  readonly england: string | undefined
  readonly neighbours: string | undefined
  /** Left out on a phone unless something was chosen: only what misses its target needs the small screen. */
  readonly quietWhenNarrow: boolean
}

type Around = {
  readonly notes: Notes
  readonly query: { readonly authority: string; readonly period: string }
  readonly quietWhenNarrow: boolean
}

const good = { high: 'High', low: 'Low', neither: undefined } as const

export function rowView(series: Series, { notes, query, quietWhenNarrow }: Around): RowView {
  const { indicator, latest, lines } = series
  const rating = ratingOf(series)
  const onTarget = rating === undefined || rating.kind === 'green'
  return {
    label: indicator.variantLabel ?? indicator.label,
    href: address(`/indicators/${indicator.key}`, query),
    parent:
      indicator.variantLabel === undefined
        ? undefined
        : indicator.label.replace(`, ${lowerFirst(indicator.variantLabel)}`, ''),
    from: indicator.sent?.by.label,
    notes: notes.numbersOf(indicator.key),
    cells: lines.map((line) => ({
      label: shortLabel(line.period),
      text: line.value === null ? undefined : written(line.value, indicator.unit),
      latest: line === latest,
      provisional: line.provisional,
    })),
    spark: sparkline({
      values: lines.map((line) => line.value),
      ...(latest.target ? { target: latest.target.target } : {}),
    }),
    direction: wentOf(series),
    noDirection: latest.provisional ? 'too early to say' : 'no direction',
    goodIs: good[indicator.goodIs],
    target: latest.target && writtenShort(latest.target.target, indicator.unit),
    rag: rating,
    england: benchmark(latest, 'england'),
    neighbours: benchmark(latest, 'good-statistical-neighbours'),
    quietWhenNarrow: quietWhenNarrow && onTarget,
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function benchmark(line: FigureLine, comparator: Comparator): string | undefined {
  const value = benchmarkOf(line, comparator)
  return value === undefined ? undefined : writtenShort(value, line.indicator.unit)
}
