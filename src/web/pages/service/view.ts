import type { App } from '../../../app/app.ts'
import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import type { Series } from '../../../app/figures.ts'
import type { ServiceFigures } from '../../../app/services.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { longText, monthName } from '../../../core/dates/plain-date.ts'
import type { Area } from '../../../core/definitions/area.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { settled } from '../../../core/figures/settled.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { sparkline } from '../../charts/sparkline.ts'
import { type DirectionMark, directionMark, type RagMark, ragMark } from '../../marks.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { whoNoun } from '../indicator/words.ts'
import { type LineView, lineView, worstLineFirst } from '../work-lists/line.ts'
import { overdueAndDue, type Total, type TrackerLink, totalOf, trackerLinks } from '../work-lists/lists.ts'
import { type NamesView, namesView } from './names.ts'
import { type ColumnView, saidOnLists } from './said-on-lists.ts'
import { areSeveral, byTeam, type Teams } from './teams.ts'

type FigureView = {
  readonly label: string
  readonly href: string
  readonly value: string
  readonly previous: string
  /** The month before, or that this month’s is not final. */
  readonly compared: string
  readonly provisional: boolean
  /** Markup: decoration beside the figures. */
  readonly spark: string
  readonly direction: DirectionMark | undefined
  readonly target: string | undefined
  readonly rag: RagMark | undefined
  readonly missed: boolean
}

export type ServiceView = View & {
  readonly heading: string
  readonly lead: string
  readonly month: string
  readonly before: string
  readonly headline: readonly FigureView[]
  readonly figures: readonly FigureView[]
  readonly figuresHeading: string
  readonly hasTargets: boolean
  /** Figures that could have a target and have none: the service owns them. */
  readonly withoutTarget: readonly { readonly label: string; readonly href: string }[]
  readonly trackers: readonly TrackerLink[]
  /** Lists that others keep of the same children, held against ours. */
  readonly reconciliations: readonly { readonly label: string; readonly href: string }[]
  readonly lines: readonly LineView[]
  readonly total: Total
  readonly someKept: boolean
  readonly said: readonly ColumnView[]
  readonly names: NamesView | undefined
  readonly teams: Teams | undefined
}

const HEADLINES = 4

/** How one service stands: its headline figures, what is due, where it differs by team. */
export function serviceView(
  app: App,
  area: Area,
  { figures, work }: { readonly figures: ServiceFigures | undefined; readonly work: WorkListsFound },
  who: Who,
): ServiceView {
  const lines = work.lists.map((line) => lineView(line, work.on)).toSorted(worstLineFirst)
  const total = totalOf(work)
  const rows = (figures?.series ?? [])
    .filter(({ latest }) => latest.value !== null)
    .map((series) => ({ series, view: figureView(app, series) }))
  const parents = rows.filter(({ series }) => series.indicator.variantOf === undefined)
  // A variant is no figure more: it says the same of fewer.
  const counted = parents.map(({ view }) => view)
  const named = area.headline ?? parents.slice(0, HEADLINES).map(({ series }) => series.indicator.key)
  const headline = named.flatMap((key) => {
    const row = rows.find(({ series }) => series.indicator.key === key)
    return row === undefined ? [] : [headlineView(app, row.series)]
  })
  const teams = byTeam(work)
  return {
    page: { title: area.label, navigation: 'services', who: { name: who.account.name, form: who.form } },
    heading: `${area.label}: ${lowerFirst(lines.length > 0 ? workText(work, total) : missedText(counted))}`,
    lead: `${longText(work.on)}.${figures === undefined ? '' : ` Figures are of ${periodLabel(figures.period)}, the last whole month.`}`,
    month: figures === undefined ? '' : periodLabel(figures.period),
    before: beforeOf(figures),
    headline,
    figures: rows.map(({ view }) => view),
    figuresHeading: missedText(counted),
    hasTargets: rows.some(({ view }) => view.target !== undefined),
    withoutTarget: (figures?.series ?? [])
      .filter(({ indicator, latest }) => latest.target === undefined && mayHaveTarget(indicator))
      .map((series) => {
        const { label, href } = figureView(app, series)
        return { label, href }
      }),
    trackers: trackerLinks(area.trackers ?? []),
    reconciliations: [
      ...(area.reconciliations ?? []).map(({ key, label }) => ({ label, href: `/reconciliations/${key}` })),
      ...(area.supplies ?? []).map(({ key, label }) => ({ label, href: `/supplies/${key}` })),
    ],
    lines,
    total,
    someKept: lines.some(({ notShown }) => notShown !== ''),
    said: saidOnLists(work),
    names: work.names && work.names.all > 0 ? namesView(app, work.names) : undefined,
    teams: areSeveral(teams) ? teams : undefined,
  }
}

/** How the whole service stands, whoever looks; and how much of it the viewer may open, where that is not all. */
function workText({ lists }: WorkListsFound, total: Total): string {
  if (lists.every(({ notShown }) => notShown.needs + notShown.unknown === 0)) return overdueAndDue(total)
  const hidden = lists.reduce((sum, { notShown }) => sum + notShown.overdue, 0)
  const seen = total.lines
  if (seen + hidden === 0) return 'Nothing is overdue'
  const what = lists.some(({ work }) => work.test !== undefined) ? 'overdue or in need of somebody now' : 'overdue'
  return `${seen + hidden} ${what}, ${seen === 0 ? 'none' : seen} of them of ${whoOf(lists)} whose record you may open`
}

/** Whom some lists are about: children, or whoever there is where they are about others too. */
function whoOf(lists: WorkListsFound['lists']): string {
  const nouns = new Set(lists.map(({ work }) => whoNoun(work.population.each).many))
  const [only] = nouns
  return nouns.size === 1 && only !== undefined ? only : 'those'
}

function beforeOf(figures: ServiceFigures | undefined): string {
  const before = figures?.series[0]?.lines.at(-2)
  return before === undefined ? 'the month before' : monthName(before.period.from)
}

/** A figure that may still change for lawful reasons is no news of how it goes: at the front stands the last that is final, and what the month has so far. */
export function headlineView(app: Pick<App, 'own'>, series: Series): FigureView {
  const { latest, indicator } = series
  const final = settled(series)
  if (!latest.provisional || final === undefined || latest.value === null) return figureView(app, series)
  return {
    ...figureView(app, final),
    compared: `in ${monthName(final.latest.period.from)}; ${monthName(latest.period.from)} is provisional, ${written(latest.value, indicator.unit)} so far`,
  }
}

/** Which way a provisional figure goes, and how it stands against its target, is not said: that would be of those who happened to come first. */
export function figureView({ own }: Pick<App, 'own'>, { indicator, latest, lines }: Series): FigureView {
  const text = (value: number | null) => (value === null ? 'no figure' : written(value, indicator.unit))
  const { provisional, target } = latest
  const before = lines.at(-2)
  return {
    label: indicator.label,
    href: address(`/indicators/${indicator.key}`, { authority: own?.key, period: periodText(latest.period) }),
    value: text(latest.value),
    previous: text(latest.previous),
    compared: `${text(latest.previous)} in ${before === undefined ? 'the month before' : monthName(before.period.from)}`,
    provisional,
    spark: sparkline({
      values: lines.map(({ value }) => value),
      ...(target === undefined ? {} : { target: target.target }),
    }),
    direction: provisional ? undefined : directionMark(latest.direction, latest.movement),
    target: target && writtenShort(target.target, indicator.unit),
    rag: provisional ? undefined : ragMark(latest.rag),
    missed: !provisional && latest.rag !== null && latest.rag !== 'green',
  }
}

/** What to see in the figures: targets that are missed, or without targets what got worse. */
function missedText(figures: readonly FigureView[]): string {
  if (figures.length === 0) return 'Nothing is counted yet'
  const rated = figures.filter(({ rag }) => rag !== undefined).length
  const missed = figures.filter((one) => one.missed).length
  if (rated > 0)
    return missed === 0
      ? `All ${rated} targets are met`
      : `${missed} of ${rated} targets ${missed === 1 ? 'is' : 'are'} missed`
  const worse = figures.filter(({ direction }) => direction?.word === 'Worse').length
  return worse === 0 ? 'No figure got worse' : `${worse} of ${figures.length} figures got worse`
}

/** One that neither way is better of cannot have a target; a variant goes by its parent’s. */
const mayHaveTarget = ({ goodIs, variantOf }: Indicator): boolean => goodIs !== 'neither' && variantOf === undefined

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
