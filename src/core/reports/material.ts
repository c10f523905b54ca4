import type { FrozenAction } from '../actions/action.ts'
import { type Period, periodText } from '../dates/period.ts'
import type { FrozenFigure, Publication, Restatement } from '../figures/frozen.ts'
import type { Commentary } from '../figures/month.ts'
import type { Comparator } from '../figures/series.ts'

/** A frozen figure as far as those whom a report is for may see it. */
export type ShownFigure = FrozenFigure & {
  /** Why it is not shown, in words; null where it is. Nothing that follows from it is shown either. */
  readonly withheld: string | null
}

/** All that a report is written from: a month as it was frozen. Nothing else is looked up. */
export type FrozenMonth = {
  readonly publication: Publication
  /** Whose month it is, as it is written above a report. */
  readonly council: string
  /** In the order of the dataset, those of one indicator the oldest first. */
  readonly figures: readonly ShownFigure[]
  readonly commentary: readonly Commentary[]
  readonly restatements: readonly Restatement[]
  /** What was promised, as it stood when the month was frozen. */
  readonly actions: readonly FrozenAction[]
  /** Whether what people wrote is in it too. It may say in words what some are not shown in figures. */
  readonly holds: 'figures and words' | 'figures alone'
}

/** A figure of the frozen month with the months before it, the oldest first and itself last. */
export type FrozenSeries = {
  readonly indicator: string
  readonly definition: FrozenFigure['definition']
  readonly latest: ShownFigure
  readonly lines: readonly ShownFigure[]
}

/** One heading of the frozen dataset, and the figures under it. */
export type FrozenSection = {
  readonly key: string
  readonly label: string
  readonly series: readonly FrozenSeries[]
}

/** The sections of a frozen month with their figures, in the order in which they were frozen. */
export function sectionsOf({
  publication,
  figures,
}: Pick<FrozenMonth, 'publication' | 'figures'>): readonly FrozenSection[] {
  const month = periodText(publication.period)
  const keys = [...new Set(figures.map(({ section }) => section))]
  return keys.map((key) => {
    const own = figures.filter(({ section }) => section === key)
    const series = [...new Set(own.map(({ indicator }) => indicator))].flatMap((indicator) => {
      const lines = own.filter((one) => one.indicator === indicator)
      const latest = lines.find(({ period }) => periodText(period) === month)
      return latest === undefined ? [] : [{ indicator, definition: latest.definition, latest, lines }]
    })
    return { key, label: own[0]?.definition.section ?? key, series }
  })
}

/** The months that a frozen month shows, the oldest first and itself last. */
export function monthsOf({ figures, publication }: Pick<FrozenMonth, 'publication' | 'figures'>): readonly Period[] {
  const byStart = new Map([...figures.map(({ period }) => period), publication.period].map((one) => [one.from, one]))
  return [...byStart.values()].toSorted((a, b) => a.from - b.from)
}

/** What is said of a section (null), or of one figure in it. */
export const saidOf = (
  { commentary }: Pick<FrozenMonth, 'commentary'>,
  section: string,
  indicator: string | null,
): Commentary | undefined => commentary.findLast((one) => one.section === section && one.indicator === indicator)

/** The value of others that stands beside a figure. */
export const benchmarkOf = ({ judged }: ShownFigure, comparator: Comparator): number | undefined =>
  judged.benchmarks.find((one) => one.comparator === comparator)?.value
