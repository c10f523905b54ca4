import { type Period, periodContaining } from '../dates/period.ts'

/**
 * A report that is written from a frozen month of a dataset: what stands in it, in the order in which it is read. Its own words are the same each
 * month; whatever is said of figures follows from the month.
 */
export type Report = {
  readonly key: string
  readonly label: string
  /** The key of the dataset whose months it is written from. */
  readonly dataset: string
  readonly source: string
  /** Of what it is written: of each month where nothing is said; of a quarter, from the month with which that ends. */
  readonly over?: 'quarter'
  readonly chapters: readonly Chapter[]
}

/** Whether a report is written of a month: one of a quarter only of that with which a quarter ends. */
export const isWrittenOf = ({ over }: Pick<Report, 'over'>, month: Period): boolean =>
  over === undefined || periodContaining(over, month.from).to === month.to

export type Chapter = { readonly key: string; readonly label: string; readonly pieces: readonly Piece[] }

export type Piece =
  /** Words of its own, with places for what is of the month: `{month}`. `of: 'words'`: left out where what people wrote is left out. */
  | { readonly show: 'text'; readonly text: string; readonly of?: 'words' }
  | { readonly show: 'list'; readonly items: readonly string[]; readonly of?: 'words' }
  /** What misses its target, worst first; what got worse; what got better; what is going well. */
  | { readonly show: 'findings' }
  /** How many figures of each section meet their targets and miss them, and how many went which way. */
  | { readonly show: 'sections at a glance' }
  /** Some figures on their own, by the keys of their indicators, with how each stands. */
  | { readonly show: 'figures'; readonly caption: string; readonly indicators: readonly string[] }
  /** A section of the dataset by its key: what it comes to, what is said of it, its figures, and what is said of each. */
  | { readonly show: 'section'; readonly section: string }
  /** What was promised with the month and before it: what, who, by when, how it stands and how we shall know. */
  | { readonly show: 'promised' }
  /** A section over the quarter that ends with the month: national measures and local ones side by side, and who sends them. */
  | { readonly show: 'quarter'; readonly section: string }
  /** What the quarter that ends with the month comes to: what got worse since the quarter before, and what got better. */
  | { readonly show: 'quarter findings' }
  /** What is said of figures that were reported before and have changed since. */
  | { readonly show: 'restated' }
  /** Every figure over the months that were frozen with it. */
  | { readonly show: 'every month' }
  /** The words by which each figure is counted. */
  | { readonly show: 'every rule' }

/** What of the month its own words may name, and what stands there. */
export const reportFills = {
  month: 'the month it is of',
  quarter: 'the quarter that ends with it',
  'first-month': 'the earliest month it shows',
  council: 'whose report it is',
  'known-on': 'the day on which the month was known as it is written',
} as const
export type ReportFill = keyof typeof reportFills

const places = /\{([^}]*)\}/g

export const report = (key: string, definition: Omit<Report, 'key'>): Report => ({ key, ...definition })

/** A report's own words with what is of the month in them. */
export const fillReport = (text: string, known: Readonly<Record<ReportFill, string>>): string =>
  text.replace(places, (place, name: string) => (isFill(name) ? known[name] : place))

/** What words name that no report knows. */
export const unknownReportFills = (text: string): readonly string[] =>
  [...text.matchAll(places)].flatMap(([, name = '']) => (isFill(name) ? [] : [name]))

const isFill = (name: string): name is ReportFill => Object.hasOwn(reportFills, name)
