import type { Period } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'

/** A figure that came without the children behind it, as its source gives it. Keyed by authority, area, group, indicator and period. */
export type Figure = {
  readonly authority: string
  /** A part of the authority (a locality), or empty for the whole. */
  readonly area: string
  /** A group within the population, or empty for everyone. */
  readonly populationGroup: string
  readonly indicator: string
  readonly period: Period
  /** Null where the source says that there is no figure. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notKnown: number | null
  /** What changed from this period on (a new population base, a new definition), so that earlier figures do not compare. */
  readonly breakNote: string | null
  readonly note: string | null
  readonly publishedIn: string
}

/** What an authority has set itself for an indicator, over a stretch of dates. */
export type Target = {
  readonly authority: string
  readonly indicator: string
  readonly appliesFrom: PlainDate
  /** First day on which it no longer applies; null while it stands. */
  readonly appliesTo: PlainDate | null
  readonly target: number
  readonly redBeyond: number | null
  readonly publishedIn: string
  readonly note: string | null
}

/** Who an authority is compared with. `good-` neighbours are those rated good or better, as the authority lists them. */
export const comparators = {
  england: 'England',
  region: 'Region',
  'statistical-neighbours': 'Statistical neighbours',
  'good-statistical-neighbours': 'Good or better statistical neighbours',
} as const
export type Comparator = keyof typeof comparators
export const isComparator = (text: string): text is Comparator => Object.hasOwn(comparators, text)

/** A figure of others, shown beside the authority's own over a stretch of dates. */
export type Benchmark = {
  readonly authority: string
  readonly indicator: string
  readonly comparator: Comparator
  readonly value: number
  /** The year that the value is of, as its source writes it; null where it does not say. */
  readonly year: string | null
  readonly appliesFrom: PlainDate
  readonly appliesTo: PlainDate | null
  /** How the definition behind the value differs from ours; null where it is the same. */
  readonly differs: string | null
  readonly publishedIn: string
}

/** Of several dated rows of one kind, the one in force on a day: the latest to begin that has not ended. */
export function inForce<Dated extends { readonly appliesFrom: PlainDate; readonly appliesTo: PlainDate | null }>(
  rows: readonly Dated[],
  on: PlainDate,
): Dated | undefined {
  return rows
    .filter((row) => row.appliesFrom <= on && (row.appliesTo === null || on < row.appliesTo))
    .reduce<Dated | undefined>((best, row) => (best && best.appliesFrom > row.appliesFrom ? best : row), undefined)
}
