import { coverage, lastPeriods, type Period } from '../core/dates/period.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { Dataset, Section } from '../core/definitions/area.ts'
import { isTiedTo, type Outcome } from '../core/definitions/framework.ts'
import type { Indicator } from '../core/definitions/indicator.ts'
import { type Direction, direction, type Movement, movement, type Rag, rag } from '../core/figures/judge.ts'
import { type Benchmark, type Comparator, inForce, type Target } from '../core/figures/series.ts'
import { written } from '../core/figures/written.ts'
import { findBenchmarks, findFigures, findTargets, listPeriods, type StoredFigure } from '../store/series.ts'
import { type App, type Authority, getAuthority, getDataset, getIndicator } from './app.ts'
import { type Audience, seesCounted, seesSent } from './audience.ts'
import { countedFigures, countedPeriods, type Figured } from './counting/figures.ts'
import type { OnOldBase } from './counting/populations.ts'
import { withSignatures } from './supplies/signed.ts'

/** One indicator's figure in one period, with everything that it is judged by. */
export type FigureLine = {
  readonly indicator: Indicator
  readonly period: Period
  /** What the figure looks at: first day, and first day after. */
  readonly covers: { readonly from: PlainDate; readonly to: PlainDate }
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notKnown: number | null
  /** Of those counted from the record: how many may belong to the population, and it is not known. In no figure. */
  readonly notPlaced: number
  /** Counted from the record by us, so that the children behind it can be listed, or as somebody published it. */
  readonly source: 'calculated' | 'published'
  /** Known before the answer of everyone in it could be: it may still change for lawful reasons. */
  readonly provisional: boolean
  readonly target: Target | undefined
  readonly rag: Rag | null
  readonly previous: number | null
  readonly direction: Direction | null
  readonly movement: Movement | null
  readonly benchmarks: readonly Benchmark[]
  readonly breakNote: string | null
  /** A rate counted here, as it would be on the population used before; null where there is none to compare. */
  readonly onOldBase: OnOldBase | null
  readonly note: string | null
  readonly publishedIn: string | null
  /** What was published of a figure that is now counted here; null where nothing was, or it is the figure itself. */
  readonly asPublished: {
    readonly value: number | null
    readonly publishedIn: string
    readonly knownOn: PlainDate
  } | null
}

/** An indicator's line in the latest period with those of the periods before it, oldest first, the latest last. */
export type Series = {
  readonly indicator: Indicator
  readonly latest: FigureLine
  readonly lines: readonly FigureLine[]
}

/** A dataset in one period: its sections with their series. */
export type DatasetFigures = {
  readonly dataset: Dataset
  readonly authority: Authority
  readonly period: Period
  readonly sections: readonly { readonly section: Section; readonly series: readonly Series[] }[]
}

/** What figures to look at. `knownOn` leaves out what was recorded later; `periods` is how many to go back, the last included. */
export type Asked = {
  readonly audience: Audience
  readonly authority: string
  readonly period: Period
  readonly periods: number
  readonly knownOn?: PlainDate
}

/** Every indicator of a dataset in a period, in the order it is read. Refused when the dataset or authority is not known. */
export async function datasetFigures(app: App, datasetKey: string, asked: Asked): Promise<DatasetFigures> {
  const dataset = getDataset(app, datasetKey)
  const authority = getAuthority(app, asked.authority)
  const indicators = dataset.sections.flatMap((section) => section.indicators)
  const series = await findSeries(app, indicators, asked)
  return {
    dataset,
    authority,
    period: asked.period,
    sections: dataset.sections.map((section) => ({
      section,
      series: section.indicators.flatMap((one) => series.get(one.key) ?? []),
    })),
  }
}

/** The same with only what is tied to an outcome of a practice framework; sections without any are left out. */
export const tiedTo = (figures: DatasetFigures, outcome: Outcome): DatasetFigures => ({
  ...figures,
  sections: figures.sections
    .map(({ section, series }) => ({ section, series: series.filter(({ indicator }) => isTiedTo(outcome, indicator)) }))
    .filter(({ series }) => series.length > 0),
})

/** One indicator over time. Refused when the indicator or authority is not known. */
export async function indicatorFigures(app: App, key: string, asked: Asked): Promise<Series> {
  const indicator = getIndicator(app, key)
  getAuthority(app, asked.authority)
  const found = await findSeries(app, [indicator], asked)
  const series = found.get(key)
  if (series === undefined) throw new Error(`findSeries left out ${key}`)
  return series
}

/** The months in which an authority has figures of these indicators that the audience is shown, oldest first. */
export async function periodsWithFigures(
  app: App,
  audience: Audience,
  authority: string,
  indicators: readonly Indicator[],
  knownOn: PlainDate = app.clock.today,
): Promise<readonly Period[]> {
  const keys = indicators.filter((one) => seesSent(one, audience)).map((one) => one.key)
  const [published, counted] = await Promise.all([
    listPeriods(app.store, { authority, indicators: keys, periodKind: 'month', knownOn }),
    seesCounted(app, authority, audience) ? countedPeriods(app, indicators) : [],
  ])
  return [...new Map([...published, ...counted].map((period) => [period.from, period] as const)).values()].toSorted(
    (a, b) => a.from - b.from,
  )
}

/** Several indicators over time, by key. */
export async function findSeries(
  app: App,
  indicators: readonly Indicator[],
  asked: Asked,
): Promise<ReadonlyMap<string, Series>> {
  const { audience, authority, period, knownOn = app.clock.today } = asked
  const keys = indicators.filter((one) => seesSent(one, audience)).map((one) => one.key)
  // One more than is shown, so that the first shown has one before it to be compared with.
  const periods = lastPeriods(period, asked.periods + 1)
  const from = periods[0]?.from ?? period.from
  const [stored, counted, targets, benchmarks] = await Promise.all([
    findFigures(app.store, { authority, indicators: keys, periodKind: period.kind, from, to: period.to, knownOn }),
    seesCounted(app, authority, audience) ? countedFigures(app, app.store.db, { indicators, periods, knownOn }) : [],
    findTargets(app.store, { authority, indicators: keys, knownOn }),
    findBenchmarks(app.store, { authority, indicators: keys, knownOn }),
  ])
  const published = await withSignatures(app, stored)
  // What can be counted is counted: a figure that somebody published of the same period gives way to its list.
  const publishedOf = new Map(published.map((one) => [`${one.indicator} ${one.period.from}`, one] as const))
  const figuresOf = groupByIndicator([
    ...published.map((one) => ofPublished(app, one)),
    ...counted.map((one) => ofCounted(one, publishedOf.get(`${one.indicator} ${one.period.from}`))),
  ])
  const targetsOf = groupByIndicator(targets)
  const benchmarksOf = groupByIndicator(benchmarks)
  return new Map(
    indicators.map((indicator) => {
      const byStart = new Map((figuresOf.get(indicator.key) ?? []).map((figure) => [figure.period.from, figure]))
      const judge = (at: Period, before: Period | undefined) =>
        line(app, indicator, at, {
          figure: byStart.get(at.from),
          before: before && byStart.get(before.from),
          targets: targetsOf.get(indicator.key) ?? [],
          benchmarks: benchmarksOf.get(indicator.key) ?? [],
        })
      const lines = periods.map((at, index) => judge(at, periods[index - 1])).slice(1)
      const latest = lines.at(-1)
      if (latest === undefined) throw new RangeError('At least one period is asked for')
      return [indicator.key, { indicator, latest, lines }]
    }),
  )
}

/** A figure, wherever it comes from. */
type AnyFigure = Pick<FigureLine, 'value' | 'numerator' | 'denominator' | 'notKnown' | 'notPlaced' | 'source'> &
  Pick<FigureLine, 'provisional' | 'breakNote' | 'onOldBase' | 'note' | 'publishedIn' | 'asPublished' | 'period'> & {
    readonly indicator: string
  }

function ofPublished(app: App, figure: StoredFigure): AnyFigure {
  const indicator = getIndicator(app, figure.indicator)
  const provisional = figure.value !== null && isProvisional(app, indicator, figure.period, figure.knownOn)
  return { ...figure, notPlaced: 0, source: 'published', provisional, onOldBase: null, asPublished: null }
}

const ofCounted = (figure: Figured, published: StoredFigure | undefined): AnyFigure => ({
  ...figure,
  source: 'calculated',
  note: null,
  publishedIn: null,
  asPublished: published ?? null,
})

type Found = {
  readonly figure: AnyFigure | undefined
  readonly before: AnyFigure | undefined
  readonly targets: readonly Target[]
  readonly benchmarks: readonly Benchmark[]
}

function line(
  { calendar: { terms } }: App,
  indicator: Indicator,
  period: Period,
  { figure, before, targets, benchmarks }: Found,
): FigureLine {
  const lastDay = addDays(period.to, -1)
  const value = figure?.value ?? null
  const previous = before?.value ?? null
  const target = inForce(targets, lastDay)
  const thresholds = target && {
    target: target.target,
    ...(target.redBeyond === null ? {} : { redBeyond: target.redBeyond }),
  }
  return {
    indicator,
    period,
    covers: coverage(indicator.covers, period, terms),
    value,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    notKnown: figure?.notKnown ?? null,
    notPlaced: figure?.notPlaced ?? 0,
    source: figure?.source ?? 'published',
    provisional: figure?.provisional ?? false,
    target,
    rag: rag(value, indicator.goodIs, thresholds),
    previous,
    ...movedAsShown(indicator, value, previous),
    benchmarks: inForceOfEach(benchmarks, lastDay),
    breakNote: figure?.breakNote ?? null,
    onOldBase: figure?.onOldBase ?? null,
    note: figure?.note ?? null,
    publishedIn: figure?.publishedIn ?? null,
    asPublished: figure?.asPublished ?? null,
  }
}

/** Which way it went, as far as a reader can see: where both are written alike it is the same. */
function movedAsShown(
  { unit, goodIs }: Indicator,
  value: number | null,
  previous: number | null,
): Pick<FigureLine, 'direction' | 'movement'> {
  const alike = value !== null && previous !== null && written(value, unit) === written(previous, unit)
  const before = alike ? value : previous
  return { direction: direction(value, before, goodIs), movement: movement(value, before) }
}

/** A figure taken from what was known before its cohort was ripe stays provisional until it is taken again. */
function isProvisional(app: App, indicator: Indicator, period: Period, knownOn: PlainDate): boolean {
  if (indicator.ripeAfter === undefined) return false
  return (
    knownOn <
    app.calendar.dueOn(addDays(coverage(indicator.covers, period, app.calendar.terms).to, -1), indicator.ripeAfter)
  )
}

function inForceOfEach(benchmarks: readonly Benchmark[], on: PlainDate): readonly Benchmark[] {
  const comparators = [...new Set(benchmarks.map((one) => one.comparator))]
  return comparators.flatMap(
    (comparator) =>
      inForce(
        benchmarks.filter((one) => one.comparator === comparator),
        on,
      ) ?? [],
  )
}

/** The value of one comparator among a line's benchmarks. */
export const benchmarkOf = (line: FigureLine, comparator: Comparator): number | undefined =>
  line.benchmarks.find((one) => one.comparator === comparator)?.value

function groupByIndicator<Row extends { readonly indicator: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.indicator)
    if (group) group.push(row)
    else groups.set(row.indicator, [row])
  }
  return groups
}
