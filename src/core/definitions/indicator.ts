import type { Counts, Tests } from '../counting/define.ts'
import type { Interval } from '../dates/interval.ts'
import type { Covers } from '../dates/period.ts'

/** What a figure is a number of; decides how it is rounded and written. Per cents run 0-100. */
export type Unit = 'count' | 'per cent' | 'per 10,000' | 'days' | 'score' | 'ratio'

/** Which way is better. `neither` has no direction and can have no target. */
export type GoodIs = 'high' | 'low' | 'neither'

/**
 * How sure we are of the rule. `national`: as the Department for Education or statute defines it. `stated`: the authority's
 * documents say it. `inferred`: worked out from published figures. `to be confirmed`: a reading was chosen; the question is shown.
 */
type Standing =
  | { readonly status: 'national' | 'stated' | 'inferred' }
  | { readonly status: 'to be confirmed'; readonly question: string }

/** One indicator: what is counted, in words that a councillor can read, and how a figure of it is to be judged. */
export type Indicator = Standing & {
  readonly key: string
  readonly label: string
  readonly unit: Unit
  readonly goodIs: GoodIs
  readonly covers: Covers
  /** How long after the end of its period a figure may still change for lawful reasons; until then it is provisional. */
  readonly ripeAfter?: Interval
  /** Who or what is counted: the whole group that the figure speaks about. */
  readonly who: string
  /** Of those, which are counted (the numerator), or how the number is worked out. Left out where every member counts. */
  readonly countedIf?: string
  /** What happens to members for whom the answer is not known. */
  readonly notKnown: string
  /** Where the rule comes from: an Act, guidance, a national methodology or a published document. */
  readonly source: string
  /** Edge cases that change a figure and surprise people. */
  readonly notes?: readonly string[]
  /** Why a month in which there is even one has to be explained, whatever its target: a sentence. Left out of most. */
  readonly exceptional?: string
  /** The key of the indicator that this one narrows (for example by leaving out unaccompanied children). */
  readonly variantOf?: string
  /** What a variant's row is called under its parent's, where the parent's name need not be said again. */
  readonly variantLabel?: string
  /** Why the public is never shown it; left out where it is published as any other. */
  readonly notForPublic?: string
  /** What is published of every authority about the same thing. */
  readonly national?: NationalMeasure
  /** How it is counted from the record; left out while only published figures of it are held. */
  readonly counts?: Counts
  /** Which other agency sends it, and by when; left out of what is the authority's own. */
  readonly sent?: Sent
}

/** Somebody outside children's services who sends figures. */
export type Agency = { readonly key: string; readonly label: string }

/** How often an agency sends a figure. One of a quarter or a year is filed under the month with which that ends. */
export type SentEvery = 'month' | 'quarter' | 'financial year' | 'academic year'

/** `within`: how long after the end of what it is of it is to be here. */
export type Sent = { readonly by: Agency; readonly every: SentEvery; readonly within: Interval }

/** The national measure that an indicator can be held against, by its key: of the same thing, or how it is not. */
type NationalMeasure = { readonly measure: string } & (
  | { readonly same: true }
  | { readonly same?: never; readonly differs: string }
)

export const indicator = (definition: Indicator): Indicator => definition

/** Who is left out of a variant, and what it is called. */
export type LeftOut = {
  /** What is added to the parent's key. */
  readonly key: string
  /** What is added to the parent's name, after a comma. */
  readonly label: string
  /** What its row is called under its parent's. */
  readonly variantLabel: string
  /** What is added to who is counted: a sentence. */
  readonly who: string
  /** Whoever any of these is true of is left out. */
  readonly without: Tests
}

type Narrowed = {
  readonly who?: string
  readonly countedIf?: string
  readonly source?: string
  readonly notes?: readonly string[]
} & (Standing | Record<never, never>)

/** The variant of an indicator that leaves some members out; everything else stays the parent's, but for what is changed. */
export function variant(
  parent: Indicator,
  { key, label, variantLabel, who, without }: LeftOut,
  changes: Narrowed = {},
): Indicator {
  // What is published of every authority leaves nobody out.
  const { national: _, ...ours } = parent
  return {
    ...ours,
    who: `${parent.who} ${who}`,
    ...changes,
    key: `${parent.key}-${key}`,
    label: `${parent.label}, ${label}`,
    variantOf: parent.key,
    variantLabel,
    ...(parent.counts === undefined ? {} : { counts: { ...parent.counts, without } }),
  }
}
