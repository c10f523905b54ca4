import type { Authority } from '../../../app/app.ts'
import type { FigureLine, Series } from '../../../app/figures.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { monthName } from '../../../core/dates/plain-date.ts'
import type { Section } from '../../../core/definitions/area.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { comparators } from '../../../core/figures/series.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { type DirectionMark, directionMark, type RagMark, ragMark } from '../../marks.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import { ratingOf, wentOf } from '../../stands.ts'
import { remarks } from '../dataset/notes.ts'
import { type DefinitionView, definitionView, goodInWords } from '../definitions/definition.ts'
import { gapText, heading, type OthersTile, othersTile, whatThisSays } from './finding.ts'
import { type Inside, type InsideView, insideView } from './inside.ts'
import { rangeCaution, rangesOf, type SignalTile, signalTile } from './ranges.ts'
import { span, trendOf } from './trend.ts'

export type IndicatorView = View & {
  readonly heading: string
  readonly lead: string
  readonly good: string
  readonly crumbs: readonly { readonly label: string; readonly href: string }[]
  readonly csv: string
  readonly tiles: {
    readonly month: string
    readonly figure: string
    readonly parts: string
    readonly targetLabel: string
    readonly rag: RagMark | undefined
    readonly gap: string
    readonly since: string
    readonly direction: DirectionMark | undefined
    readonly change: string
    readonly signal: SignalTile
    readonly others: OthersTile | undefined
  }
  readonly says: readonly string[]
  readonly span: string
  readonly chart: { readonly wide: string; readonly narrow: string } | undefined
  readonly hasRange: boolean
  readonly hasProvisional: boolean
  readonly caution: string | undefined
  readonly changes: readonly { readonly letter: string; readonly month: string; readonly text: string }[]
  readonly rows: readonly MonthRow[]
  readonly remarks: readonly string[]
  readonly benchmarks: readonly {
    readonly who: string
    readonly value: string
    readonly year: string
    readonly differs: string
    readonly source: string
  }[]
  readonly national: NationalLink | undefined
  readonly definition: DefinitionView
  readonly behind: string
  readonly inside: InsideView | undefined
}

type MonthRow = {
  readonly month: string
  readonly figure: string | undefined
  readonly provisional: boolean
  readonly target: string | undefined
  readonly rag: RagMark | undefined
  readonly direction: DirectionMark | undefined
  readonly change: string | undefined
}

/** One indicator's page. Months before the first figure are left out; months between figures are shown as gaps. */
export function indicatorView(
  catalogue: Catalogue,
  authority: Authority,
  full: Series,
  { inside, shown }: { readonly inside?: Inside | undefined; readonly shown?: string | undefined } = {},
): IndicatorView {
  const series = fromFirstFigure(full)
  const { indicator, latest, lines } = series
  const ranges = rangesOf(indicator, lines)
  const query = { authority: authority.key, period: periodText(latest.period) }
  return {
    page: {
      title: `${indicator.label}, ${periodLabel(latest.period)}`,
      navigation: 'figures',
      council: authority.council,
    },
    heading: heading(series),
    lead: indicator.who,
    good: `${goodInWords(indicator)}. ${periodLabel(latest.period)}.`,
    crumbs: crumbs(catalogue, series, query),
    csv: address(`/indicators/${indicator.key}.csv`, query),
    tiles: tiles(series, signalTile(indicator, lines, ranges)),
    says: whatThisSays(series, ranges),
    span: span(lines),
    ...trendOf(series, ranges),
    hasRange: ranges.length > 0,
    hasProvisional: lines.some(({ provisional }) => provisional),
    caution: ranges.length > 0 ? rangeCaution(indicator) : undefined,
    rows: lines.toReversed().map(monthRow),
    remarks: remarks(series),
    benchmarks: latest.benchmarks.map((one) => ({
      who: comparators[one.comparator],
      value: writtenShort(one.value, indicator.unit),
      year: one.year ?? 'not stated by the source',
      differs: one.differs ?? 'As ours, as far as the source says',
      source: one.publishedIn,
    })),
    national: nationalLink(indicator, shown),
    definition: definitionView(catalogue, indicator),
    behind: behind(latest),
    inside: inside && insideView(inside, latest, query),
  }
}

type NationalLink = { readonly href: string; readonly text: string; readonly differs: string }

/** Where what is published of every authority about the same thing stands: of the authority that is shown, or else of any. */
function nationalLink({ national }: Indicator, shown: string | undefined): NationalLink | undefined {
  if (national === undefined) return undefined
  return {
    href: shown === undefined ? '/places' : `/places/${shown}/measures/${national.measure}`,
    text: 'Every authority’s figure of this, over the years and beside places like it',
    differs: national.same ? '' : national.differs,
  }
}

function fromFirstFigure(series: Series): Series {
  const first = series.lines.findIndex(({ value }) => value !== null)
  return { ...series, lines: first < 0 ? [series.latest] : series.lines.slice(first) }
}

function crumbs(catalogue: Catalogue, { indicator }: Series, query: Readonly<Record<string, string>>) {
  const holds = ({ indicators }: Section) => indicators.some(({ key }) => key === indicator.key)
  const dataset = [...catalogue.datasets.values()].find(({ sections }) => sections.some(holds))
  const section = dataset?.sections.find(holds)
  if (dataset === undefined || section === undefined) return []
  const href = address(`/datasets/${dataset.key}`, query)
  return [
    { label: dataset.label, href },
    { label: section.label, href: `${href}#${section.key}` },
  ]
}

function tiles(series: Series, signal: SignalTile): IndicatorView['tiles'] {
  const { indicator, latest, lines } = series
  const before = lines.at(-2)
  const figure = (value: number | null) => (value === null ? 'No figure' : written(value, indicator.unit))
  return {
    month: periodLabel(latest.period),
    figure: figure(latest.value),
    parts: parts(latest),
    targetLabel: latest.target
      ? `Against the target of ${writtenShort(latest.target.target, indicator.unit)}`
      : 'Against target',
    rag: ratingOf(series),
    gap: gapText(latest),
    since: before ? `Since ${monthName(before.period.from)}` : 'Since the month before',
    direction: wentOf(series),
    change:
      latest.previous === null || latest.value === null
        ? 'no figure for the month before'
        : `${figure(latest.previous)} to ${figure(latest.value)}${latest.provisional ? ', too early to say' : ''}`,
    signal,
    others: othersTile(latest),
  }
}

function behind({ value, publishedIn }: FigureLine): string {
  if (value === null) return 'There is no figure for this month, and so there are no children to list.'
  const where = publishedIn === null ? '' : ` (${publishedIn})`
  return `This figure came as a number that was published${where}, without the children it counts, so there is no list to open. A figure counted from the record opens to its children, each with the reason.`
}

function parts({ numerator, denominator, provisional }: FigureLine): string {
  const counted =
    numerator === null || denominator === null
      ? ''
      : `${written(numerator, 'count')} of ${written(denominator, 'count')}`
  return [counted, provisional ? 'provisional' : ''].filter(Boolean).join(', ')
}

function monthRow(line: FigureLine): MonthRow {
  const { unit } = line.indicator
  return {
    month: periodLabel(line.period),
    figure: line.value === null ? undefined : written(line.value, unit),
    provisional: line.provisional,
    target: line.target && writtenShort(line.target.target, unit),
    rag: line.provisional ? undefined : ragMark(line.rag),
    direction: line.provisional ? undefined : directionMark(line.direction, line.movement),
    change: line.breakNote ?? undefined,
  }
}
