import type { Indicator } from './indicator.ts'

/** Something that practice is to come to for children, and the indicators by which that can be seen. */
export type Outcome = {
  readonly key: string
  readonly label: string
  /** What it means for a child: a sentence. */
  readonly says: string
  /** The keys of the indicators that are tied to it; the variants of each come with it. */
  readonly indicators: readonly string[]
}

/** The outcomes that an authority's way of working is held to. Its own; what ships is an example. */
export type PracticeFramework = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly outcomes: readonly Outcome[]
}

/** Whether an indicator, or the one that it narrows, is tied to an outcome. */
export const isTiedTo = ({ indicators }: Outcome, { key, variantOf }: Indicator): boolean =>
  indicators.includes(key) || (variantOf !== undefined && indicators.includes(variantOf))
