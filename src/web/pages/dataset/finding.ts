import { benchmarkOf, type FigureLine, type Series } from '../../../app/figures.ts'
import type { Period } from '../../../core/dates/period.ts'
import { monthName } from '../../../core/dates/plain-date.ts'
import type { Section } from '../../../core/definitions/area.ts'
import { type Concern, type JudgedFigure, worstFirst } from '../../../core/figures/attention.ts'
import { settled } from '../../../core/figures/settled.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { shareBar } from '../../charts/share-bar.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import { ratingOf } from '../../stands.ts'

const MOST_FIRST = 6

type Counts = {
  readonly green: number
  readonly amber: number
  readonly red: number
  readonly below: number
  readonly none: number
}
type GlanceRow = Counts & {
  readonly key: string
  readonly label: string
  readonly bar: string
  readonly better: number
  readonly worse: number
  readonly same: number
}

/** The dataset at a glance, by section; columns that nothing falls into are left out. */
export type Glance = {
  readonly finding: string
  readonly words: string
  readonly rows: readonly GlanceRow[]
  readonly total: GlanceRow
  readonly columns: readonly { readonly key: keyof Counts; readonly label: string }[]
}

type SectionSeries = { readonly section: Section; readonly series: readonly Series[] }

const columnLabels = [
  { key: 'green', label: 'Green' },
  { key: 'amber', label: 'Amber' },
  { key: 'red', label: 'Red' },
  { key: 'below', label: 'Worse than target' },
  { key: 'none', label: 'Not rated' },
] as const

export function glance(sections: readonly SectionSeries[]): Glance {
  const most = Math.max(1, ...sections.map(({ series }) => series.length))
  const rows = sections.map(({ section, series }) => glanceRow(section, series, most))
  const all = sections.flatMap(({ series }) => series)
  const total = glanceRow({ key: 'all', label: `All ${all.length}`, indicators: [] }, all, all.length)
  return {
    finding: finding(total, all.length),
    words: columnLabels
      .filter(({ key }) => total[key] > 0)
      .map(({ key, label }) => `${total[key]} ${label.toLowerCase()}`)
      .join(', '),
    rows,
    total,
    columns: columnLabels.filter(({ key }) => total[key] > 0),
  }
}

/** The heading: how many targets are missed; without targets, what got worse. */
function finding({ green, amber, red, below, worse }: GlanceRow, all: number): string {
  const rated = green + amber + red + below
  if (rated === 0) return worse === 0 ? 'No figure got worse' : `${worse} of ${all} figures got worse`
  const missed = rated - green
  if (missed === 0)
    return rated === 1 ? 'The one figure with a target meets it' : `All ${rated} figures with a target meet it`
  const those = rated === 1 ? 'The one figure with a target' : `of the ${rated} figures with a target`
  const counted = (number: number) => (rated === 1 ? those : `${number} ${those}`)
  if (red === 0) return `${counted(missed)} ${miss(missed)} it`
  const rest = missed - red
  return `${counted(red)} ${red === 1 ? 'is' : 'are'} red${rest > 0 ? `, ${rest} more ${miss(rest)} it` : ''}`
}

const miss = (number: number) => (number === 1 ? 'misses' : 'miss')

function glanceRow({ key, label }: Section, series: readonly Series[], most: number): GlanceRow {
  const rated = (kind: keyof Counts) => series.filter((one) => (ratingOf(one)?.kind ?? 'none') === kind).length
  const went = (direction: FigureLine['direction']) =>
    series.filter(({ latest }) => !latest.provisional && latest.direction === direction).length
  const counts = {
    green: rated('green'),
    amber: rated('amber'),
    red: rated('red'),
    below: rated('below'),
    none: rated('none'),
  }
  return {
    key,
    label,
    ...counts,
    bar: shareBar({ parts: columnLabels.map((one) => ({ kind: one.key, count: counts[one.key] })), most }),
    better: went('better'),
    worse: went('worse'),
    same: went('same'),
  }
}

export type Attention = {
  readonly first: readonly {
    readonly label: string
    readonly href: string
    readonly figure: string
    readonly why: string
  }[]
  /** What to say where nothing misses a target. */
  readonly nothing: string
  /** How many miss their target besides; empty when none does. */
  readonly more: string
  readonly holding: readonly { readonly label: string; readonly href: string; readonly figure: string }[]
}

/**
 * Where to look first, and what holds up well. Variants say again what their parent says, so they are only counted: as the
 * heading counts them, the sum must come out.
 */
export function attention(found: readonly Series[], query: Readonly<Record<string, string>>): Attention {
  const shown = found[0]?.latest.period
  const all = found.flatMap((one) => settled(one) ?? [])
  const parents = all.filter(({ indicator }) => indicator.variantOf === undefined)
  const worst = worstFirst(parents.map(judged))
  return {
    first: worst.slice(0, MOST_FIRST).map(({ row, concern }) => ({
      label: row.series.indicator.label,
      href: address(`/indicators/${row.series.indicator.key}`, query),
      figure: againstTarget(row.series.latest, shown),
      why: reasons(row.series, concern),
    })),
    nothing: all.some(({ latest }) => latest.rag !== null)
      ? 'No figure misses a target.'
      : 'No figure of this month has a target to be held against.',
    more: moreText(
      Math.max(0, worst.length - MOST_FIRST),
      all.filter(
        ({ indicator, latest }) => indicator.variantOf !== undefined && latest.rag !== null && latest.rag !== 'green',
      ).length,
    ),
    holding: parents
      .filter(({ latest }) => latest.rag === 'green')
      .map(({ indicator, latest }) => ({
        label: indicator.label,
        href: address(`/indicators/${indicator.key}`, query),
        figure: againstTarget(latest, shown),
      })),
  }
}

function moreText(others: number, variants: number): string {
  const rows = variants === 1 ? '1 row that leaves' : `${variants} rows that leave`
  const more = `${others} more ${others === 1 ? 'misses its' : 'miss their'} target`
  if (others > 0 && variants > 0)
    return `${more}, and so ${variants === 1 ? 'does' : 'do'} ${rows} unaccompanied children out.`
  if (others > 0) return `${more}.`
  return variants > 0 ? `${rows} unaccompanied children out ${miss(variants)} the target too.` : ''
}

function judged(series: Series): JudgedFigure & { readonly series: Series } {
  const { latest, lines } = series
  return {
    series,
    value: latest.value,
    goodIs: latest.indicator.goodIs,
    rag: latest.rag,
    direction: latest.direction,
    target: latest.target?.target,
    england: benchmarkOf(latest, 'england'),
    neighbours: benchmarkOf(latest, 'good-statistical-neighbours'),
    ratings: lines.map(({ rag }) => rag),
  }
}

/** "56.2%, target 85%"; "56.2% in August, target 85%" of another month than the one that is shown. */
function againstTarget({ value, target, indicator, period }: FigureLine, shown: Period | undefined): string {
  if (value === null) return 'no figure'
  const when = shown === undefined || period.from === shown.from ? '' : ` in ${monthName(period.from)}`
  const figure = `${written(value, indicator.unit)}${when}`
  return target === undefined ? figure : `${figure}, target ${writtenShort(target.target, indicator.unit)}`
}

/** Why it stands where it does, in one or two sentences. */
function reasons({ latest, lines }: Series, concern: Concern): string {
  const before = lines.at(-2)?.period
  const england = benchmarkOf(latest, 'england')
  const neighbours = benchmarkOf(latest, 'good-statistical-neighbours')
  const short = (value: number) => writtenShort(value, latest.indicator.unit)
  const than = [
    ...(concern.worseThanBefore && before ? [monthName(before.from)] : []),
    ...(concern.worseThanEngland && england !== undefined ? [`England (${short(england)})`] : []),
    ...(concern.worseThanNeighbours && neighbours !== undefined ? [`good neighbours (${short(neighbours)})`] : []),
  ]
  const long = concern.missedInARow
  const since =
    long > 1 ? `Target missed ${long === lines.length ? `in all ${long} months shown` : `for ${long} months`}.` : ''
  return [than.length > 0 ? `Worse than ${listed(than)}.` : '', since].filter(Boolean).join(' ')
}
