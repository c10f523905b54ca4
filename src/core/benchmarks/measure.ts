import type { GoodIs } from '../definitions/indicator.ts'

/** What a national figure is a number of. Per cents run 0-100. */
export type NationalUnit =
  | 'per cent'
  | 'per 1,000'
  | 'per 10,000'
  | 'per 100,000'
  | 'count'
  | 'score'
  | 'pounds'
  | 'pounds a week'

/** What the year of a figure means: the year that ends then, or one day in it. */
export type YearKind = 'financial year' | 'school year' | 'calendar year' | '31 March' | '30 September' | 'January'

/** The children of an authority by the estimates of the middle of the year before, as the Department works out its rates. */
export const ALL_CHILDREN = 'children aged 0 to 17'

/** One measure that is published of every authority, in words that a councillor can read. */
export type Measure = {
  readonly key: string
  /** What the Local Authority Interactive Tool calls it. */
  readonly lait: string
  readonly title: string
  readonly theme: string
  readonly unit: NationalUnit
  readonly goodIs: GoodIs
  /** Of what it is a share or rate: all children, or what another measure counts (by its name in the tool); undefined where no source says. */
  readonly among: string | undefined
  readonly years: YearKind
  readonly decimals: number
  /** Words that people search by and the title does not have. */
  readonly words: string
}

/** How many of them a rate is for; undefined where the figure is no rate. */
export const perHowMany = (unit: NationalUnit): number | undefined =>
  (({ 'per 1,000': 1000, 'per 10,000': 10_000, 'per 100,000': 100_000 }) as Partial<Record<NationalUnit, number>>)[unit]

/** Sums of an authority say how large it is. They are shown, and not held against those of others. */
export const isComparable = ({ unit }: Measure): boolean => unit !== 'count' && unit !== 'pounds'
