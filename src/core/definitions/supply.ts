import type { Figure } from '../figures/series.ts'
import type { Agency, Indicator } from './indicator.ts'

/** Figures that somebody outside counts and sends. They are checked and signed off by name before a month that has them is signed off and frozen. */
export type Supply = {
  readonly key: string
  readonly label: string
  /** Who sends them: each of them says so too, and by when. */
  readonly sentBy: Agency
  /** Who checks them and answers for them, in a sentence: "the designated nurse". */
  readonly signedOffBy: string
  readonly source: string
  /** None of them is counted here. */
  readonly indicators: readonly Indicator[]
}

/** What was signed off of one figure. */
export type SignedFigure = Pick<
  Figure,
  'indicator' | 'value' | 'numerator' | 'denominator' | 'notKnown' | 'publishedIn'
>

/** That somebody answers for the figures of a period as they were. */
export type SignedOff = {
  readonly figures: readonly SignedFigure[]
  readonly words: string
  readonly at: Date
  readonly by: string
}

const parts = ['indicator', 'value', 'numerator', 'denominator', 'notKnown', 'publishedIn'] as const

/** What is kept of a figure that is signed off. */
export const signedFigure = ({ indicator, value, numerator, denominator, notKnown, publishedIn }: SignedFigure) => ({
  ...{ indicator, value, numerator, denominator, notKnown, publishedIn },
})

/** Whether a figure is the one that was signed off: one that was sent again, and says something else, is not. */
export const isSigned = (signed: SignedOff | undefined, figure: SignedFigure): boolean =>
  signed?.figures.some((one) => parts.every((part) => one[part] === figure[part])) === true
