import type { Indicator } from '../definitions/indicator.ts'
import type { FrozenFigure } from '../figures/frozen.ts'
import type { Looking } from './groups.ts'
import type { DisclosureRule } from './rule.ts'

/** For whom the figures of a month are: whoever works here, the board, or everybody. */
export type ReportAudience = 'internal' | 'board' | 'public'

/** What somebody sees of a figure. `code` as in the statistics of the Department: c kept confidential, x not available, z does not apply. */
export type Shown =
  | {
      readonly kind: 'whole'
      readonly value: number
      readonly numerator: number | null
      readonly denominator: number | null
      /** What its numbers are rounded to; null where they are said as they are. */
      readonly roundedTo: number | null
      /** What has to be said with it: that the public does not see it, and why. */
      readonly words: string | null
    }
  | { readonly kind: 'small' | 'withheld'; readonly code: 'c'; readonly words: string }
  | { readonly kind: 'exempt'; readonly code: 'x'; readonly words: string }
  | { readonly kind: 'none'; readonly code: 'z'; readonly words: string }

export type Disclosed = { readonly figure: FrozenFigure; readonly shown: Shown }

/** What decides beside the figures. */
export type Control = {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly terms: Looking['terms']
  readonly rule: DisclosureRule
  /** Why figures are not published, by indicator. */
  readonly exempt: ReadonlyMap<string, string>
  /** Indicators that are withheld whatever they are, and are not kept for themselves: of a part, because they are in another. */
  readonly withheld?: ReadonlySet<string>
  /** What the public was shown before, the earliest publication first. It limits what may be shown now. */
  readonly before: readonly (readonly Disclosed[])[]
}

/** What may be shown; `givenAway` are numbers of people that were published before, or follow from what was, and cannot be kept any more. */
export type ForAudience = { readonly figures: readonly Disclosed[]; readonly givenAway: readonly string[] }
