import type { DatasetFigures, Series } from '../../../app/figures.ts'
import { type Period, periodLabel, periodText } from '../../../core/dates/period.ts'
import type { Outcome } from '../../../core/definitions/framework.ts'
import { ratingOf } from '../../stands.ts'

const kinds = [
  { key: 'green', label: 'Green' },
  { key: 'amber', label: 'Amber' },
  { key: 'red', label: 'Red' },
  { key: 'below', label: 'Worse than target' },
  { key: 'none', label: 'Not rated' },
] as const
type Kind = (typeof kinds)[number]['key']

/** What the reader wants to see. `chosen` is false until the filter has been used: then all is shown but on a phone. */
export type Wanted = {
  readonly chosen: boolean
  readonly section: string | undefined
  readonly kinds: ReadonlySet<string>
  readonly variants: boolean
  /** What practice is to come to, of which only what is tied to it is shown; and which there are. */
  readonly outcome: Outcome | undefined
  readonly outcomes: readonly Outcome[]
}

export type FilterView = {
  readonly authority: string
  readonly months: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
  readonly sections: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
  readonly kinds: readonly { readonly value: Kind; readonly label: string; readonly checked: boolean }[]
  readonly variants: boolean
  readonly outcomes: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
}

/** Whether a row is among what is wanted. */
export function wants(wanted: Wanted, series: Series): boolean {
  const { indicator } = series
  if (!wanted.chosen) return true
  if (indicator.variantOf !== undefined && !wanted.variants) return false
  return wanted.kinds.has(ratingOf(series)?.kind ?? 'none')
}

export function filterView(found: DatasetFigures, periods: readonly Period[], wanted: Wanted): FilterView {
  // Kinds that no figure has are not offered: an authority without red thresholds has no red to hide.
  const present = new Set(found.sections.flatMap(({ series }) => series.map((one) => ratingOf(one)?.kind ?? 'none')))
  return {
    authority: found.authority.key,
    months: periods
      .toReversed()
      .map((one) => ({ value: periodText(one), label: periodLabel(one), selected: one.from === found.period.from })),
    sections: [
      { value: '', label: 'All sections', selected: wanted.section === undefined },
      ...found.dataset.sections.map(({ key, label }) => ({ value: key, label, selected: key === wanted.section })),
    ],
    kinds: kinds
      .filter(({ key }) => present.has(key))
      .map(({ key, label }) => ({ value: key, label, checked: !wanted.chosen || wanted.kinds.has(key) })),
    variants: !wanted.chosen || wanted.variants,
    outcomes: [
      { value: '', label: 'All', selected: wanted.outcome === undefined },
      ...wanted.outcomes.map(({ key, label }) => ({ value: key, label, selected: key === wanted.outcome?.key })),
    ],
  }
}
