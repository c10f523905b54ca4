import { type Period, periodContaining, periodLabel, previousPeriod, shortLabel } from '../dates/period.ts'
import { addDays, monthName, shortText } from '../dates/plain-date.ts'
import { direction, movement } from '../figures/judge.ts'
import { written } from '../figures/written.ts'
import { besideCell, figureCell, ratingCell, textCell, wentCell } from './cells.ts'
import type { Part, Table } from './document.ts'
import {
  benchmarkOf,
  type FrozenMonth,
  type FrozenSection,
  type FrozenSeries,
  type ShownFigure,
  sectionsOf,
} from './material.ts'
import { withWords } from './section.ts'
import { type OfColumn, tableOf } from './tables.ts'
import { many } from './words.ts'

/** The quarter that ends with a frozen month. A report of a quarter is written of no other. */
const quarterOf = ({ publication }: Pick<FrozenMonth, 'publication'>): Period =>
  periodContaining('quarter', publication.period.from)

export const quarterLabel = (month: Pick<FrozenMonth, 'publication'>): string => periodLabel(quarterOf(month))

/**
 * A section over the quarter: every measure at the end of the quarter before and in each month of this one, the national ones first and the local ones beside them. All of it is as it was frozen with the
 * quarter's last month: months are shown side by side and never added up, because a child can be in more than one.
 */
export function quarterParts(month: FrozenMonth, section: FrozenSection): readonly Part[] {
  const ordered = section.series.toSorted((a, b) => rank(a) - rank(b))
  return [
    { kind: 'finding', text: findingOf(month, ordered) },
    ...withWords(month, section, tableIn(month, section, ordered)),
  ]
}

/** What the quarter comes to, over all priorities: what got worse and what got better since the end of the quarter before. */
export function quarterFindings(month: FrozenMonth, chapter: string): readonly Part[] {
  const ends = endsOf(month)
  const sections = sectionsOf(month)
  const since = monthName(ends.before.from)
  const went = (way: 'worse' | 'better') =>
    sections.flatMap(({ label, series }) =>
      series.flatMap((one) => (wentOf(one, ends).direction === way ? [`${label}: ${fromTo(one, ends)}.`] : [])),
    )
  const told = (way: 'worse' | 'better'): readonly Part[] => {
    const items = went(way)
    return [
      { kind: 'heading', level: 2, text: `What got ${way} since ${since}`, id: `${chapter}-${way}` },
      items.length === 0
        ? { kind: 'paragraph', text: `No measure got ${way}, as far as there are figures of both.` }
        : { kind: 'list', items },
    ]
  }
  const all = sections.flatMap(({ series }) => series)
  return [{ kind: 'finding', text: findingOf(month, all) }, ...told('worse'), ...told('better')]
}

/** “Suspensions, from 264 to 176”. */
function fromTo(series: FrozenSeries, { before }: Ends): string {
  const { label, unit } = series.definition
  const [was, is] = [at(series, before)?.value ?? null, series.latest.value]
  return was === null || is === null ? label : `${label}, from ${written(was, unit)} to ${written(is, unit)}`
}

const rank = ({ definition }: FrozenSeries): number =>
  definition.national ? 0 : definition.sentBy === undefined ? 1 : 2

const kindOf = ({ definition: { national, sentBy } }: FrozenSeries): string =>
  `${national ? 'National' : 'Local'}${sentBy === undefined ? '' : `, from ${sentBy}`}`

type Ends = { readonly before: Period; readonly months: readonly Period[] }

function endsOf(month: FrozenMonth): Ends {
  const { from, to } = quarterOf(month)
  const months: Period[] = []
  for (let one = periodContaining('month', from); one.from < to; one = periodContaining('month', one.to))
    months.push(one)
  return { before: previousPeriod(periodContaining('month', from)), months }
}

const at = ({ lines }: FrozenSeries, { from }: Period): ShownFigure | undefined =>
  lines.find(({ period }) => period.from === from)

/** Which way a measure went from the end of one quarter to the end of the next. */
function wentOf(series: FrozenSeries, { before }: Ends) {
  const [was, is] = [at(series, before)?.value ?? null, series.latest.value]
  const { unit, goodIs } = series.definition
  const alike = was !== null && is !== null && written(was, unit) === written(is, unit)
  const then = alike ? is : was
  return { movement: movement(is, then), direction: direction(is, then, goodIs) }
}

function missedText(missed: number, rated: number): string {
  if (rated === 1) return `The one measure with a target ${missed === 1 ? 'misses' : 'meets'} it`
  return `${missed} of the ${rated} measures with a target ${missed === 1 ? 'misses' : 'miss'} it`
}

function findingOf(month: FrozenMonth, all: readonly FrozenSeries[]): string {
  const ends = endsOf(month)
  const went = all.map((series) => wentOf(series, ends).direction)
  const [worse, better] = [went.filter((way) => way === 'worse').length, went.filter((way) => way === 'better').length]
  const rated = all.filter(({ latest }) => latest.judged.rag !== null)
  const missed = rated.filter(({ latest }) => latest.judged.rag !== 'green').length
  const none = all.filter(({ latest }) => latest.value === null && latest.withheld === null).length
  const since = monthName(ends.before.from)
  return [
    ...(rated.length === 0 ? [] : [`${missedText(missed, rated.length)}.`]),
    worse + better === 0
      ? `No measure got better or worse since ${since}, as far as there are figures of both.`
      : `Since ${since} ${worse === 0 ? 'no measure' : many(worse, 'measure')} got worse and ${better === 0 ? 'none' : better} got better.`,
    ...(none === 0
      ? []
      : [`Of ${many(none, 'measure')} there is no figure for ${monthName(addDays(quarterOf(month).to, -1))}.`]),
  ].join(' ')
}

function tableIn(month: FrozenMonth, { label }: FrozenSection, all: readonly FrozenSeries[]): Table {
  const ends = endsOf(month)
  const has = (of: (one: FrozenSeries) => unknown) => all.some((one) => of(one) != null)
  const columns: readonly (OfColumn<FrozenSeries> | false)[] = [
    { column: { header: 'Measure', kind: 'text', share: 4 }, cell: ({ definition }) => textCell(definition.label) },
    { column: { header: 'Which is', kind: 'text', share: 1.8 }, cell: (series) => textCell(kindOf(series)) },
    {
      column: { header: shortLabel(ends.before), kind: 'number' },
      cell: (series) => figureCell(at(series, ends.before)),
    },
    ...ends.months.map((one, index) => ({
      column: {
        ...{ header: shortLabel(one), kind: 'number' as const },
        ...(index === ends.months.length - 1 ? { isMain: true as const } : {}),
      },
      cell: (series: FrozenSeries) => figureCell(at(series, one)),
    })),
    {
      column: { header: `Since ${shortLabel(ends.before)}`, kind: 'text', share: 1.2 },
      cell: (series) => wentCell(wentOf(series, ends)),
    },
    has(({ latest }) => latest.judged.target) && {
      column: { header: 'Target', kind: 'number' },
      cell: ({ latest }) => besideCell(latest.judged.target ?? undefined, latest.definition.unit),
    },
    has(({ latest }) => latest.judged.target) && {
      column: { header: 'Against target', kind: 'rating', share: 1.3 },
      cell: ratingCell,
    },
    has(({ latest }) => benchmarkOf(latest, 'england')) && {
      column: { header: 'England', kind: 'number' },
      cell: ({ latest, definition }) => besideCell(benchmarkOf(latest, 'england'), definition.unit),
    },
  ]
  const missing = all.filter(({ latest, definition }) => latest.value === null && definition.sentBy !== undefined)
  return tableOf(
    `${label}, ${periodLabel(quarterOf(month))}`,
    columns.filter((one) => one !== false),
    all,
    notSent(month, missing),
  )
}

/** Of each agency once, what it had not sent. */
function notSent(
  { publication: { period, knownOn } }: FrozenMonth,
  missing: readonly FrozenSeries[],
): readonly string[] {
  const senders = [...new Set(missing.map(({ definition }) => definition.sentBy ?? ''))]
  return senders.map((sender) => {
    const labels = missing.filter(({ definition }) => definition.sentBy === sender).map((one) => one.definition.label)
    return `By ${shortText(knownOn)} no figure for ${periodLabel(period)} had come from ${sender}: ${labels.join('; ')}.`
  })
}
