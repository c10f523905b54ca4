import { periodLabel, shortLabel } from '../dates/period.ts'
import {
  besideCell,
  countCell,
  figureCell,
  madeOfCell,
  movedCell,
  noneCell,
  ratingCell,
  textCell,
  trendCell,
} from './cells.ts'
import type { Cell, Column, Table } from './document.ts'
import { type Standing, standingOfSeries } from './findings.ts'
import {
  benchmarkOf,
  type FrozenMonth,
  type FrozenSection,
  type FrozenSeries,
  monthsOf,
  type ShownFigure,
  sectionsOf,
} from './material.ts'
import { beforeOf, listed, ratingWords } from './words.ts'

export type OfColumn<Row> = { readonly column: Column; readonly cell: (row: Row) => Cell }

export const tableOf = <Row>(
  caption: string,
  columns: readonly OfColumn<Row>[],
  rows: readonly Row[],
  notes: readonly string[],
): Table => ({
  kind: 'table',
  caption,
  columns: columns.map(({ column }) => column),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  notes,
})

/** Some figures with how each stands. All tables of a report have the same columns: those for which any figure of the month has something. */
export function figuresTable(month: FrozenMonth, caption: string, all: readonly FrozenSeries[]): Table {
  const { period } = month.publication
  const before = monthsOf(month).at(-2)
  const has = (of: (figure: ShownFigure) => unknown) =>
    sectionsOf(month).some(({ series }) => series.some(({ latest }) => of(latest) != null))
  const columns: readonly (OfColumn<FrozenSeries> | false)[] = [
    { column: { header: 'Figure', kind: 'text', share: 4 }, cell: ({ definition }) => textCell(definition.label) },
    before !== undefined && {
      column: { header: shortLabel(before), kind: 'number' },
      cell: (series) => figureCell(beforeOf(series)),
    },
    { column: { header: shortLabel(period), kind: 'number', isMain: true }, cell: ({ latest }) => figureCell(latest) },
    { column: { header: 'Trend', kind: 'trend', share: 1.5 }, cell: trendCell },
    before !== undefined && {
      column: { header: `Since ${shortLabel(before)}`, kind: 'text', share: 1.2 },
      cell: movedCell,
    },
    has(({ judged }) => judged.target) && {
      column: { header: 'Target', kind: 'number' },
      cell: ({ latest }) => besideCell(latest.judged.target ?? undefined, latest.definition.unit),
    },
    has(({ judged }) => judged.target) && {
      column: { header: 'Against target', kind: 'rating', share: 1.3 },
      cell: ratingCell,
    },
    ...BESIDE.map(
      ({ header, comparator }) =>
        has((figure) => benchmarkOf(figure, comparator)) && {
          column: { header, kind: 'number' as const },
          cell: ({ latest }: FrozenSeries) => besideCell(benchmarkOf(latest, comparator), latest.definition.unit),
        },
    ),
  ]
  return tableOf(
    caption,
    columns.filter((one) => one !== false),
    all,
    notesOf(all),
  )
}

const BESIDE = [
  { header: 'England', comparator: 'england' },
  { header: 'Good neighbours', comparator: 'good-statistical-neighbours' },
] as const

/** What has to be said about figures so that nobody reads them wrongly. */
function notesOf(all: readonly FrozenSeries[]): readonly string[] {
  const lines = all.flatMap((one) => one.lines)
  const provisional = lines.some((one) => one.provisional && one.value !== null)
  return [
    ...(provisional
      ? [
          'p: provisional. When the month was frozen not everybody’s answer could be known yet, so it may still change. It is judged by the last month that is final.',
        ]
      : []),
    ...all.flatMap(({ definition: { label }, lines: own, latest }) => [
      ...byText(own, ({ judged }) => judged.breakNote).map(({ when, text }) => `${label}: change in ${when}. ${text}`),
      ...byText(own, ({ judged }) => judged.note).map(({ when, text }) => `${label}, ${when}: ${text}`),
      ...((latest.notKnown ?? 0) > 0 ? [`${label}: of ${latest.notKnown} it is not known.`] : []),
    ]),
  ]
}

/** What is said of several months alike is said once, with the months. */
function byText(lines: readonly ShownFigure[], of: (line: ShownFigure) => string | null) {
  const texts = [...new Set(lines.flatMap((line) => of(line) ?? []))]
  return texts.map((text) => ({ text, when: monthsText(lines.filter((line) => of(line) === text)) }))
}

function monthsText(lines: readonly ShownFigure[]): string {
  const periods = lines.map(({ period }) => period)
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  const inOneGo = periods.every((one, at) => at === 0 || one.from === periods[at - 1]?.to)
  return periods.length > 2 && inOneGo
    ? `${periodLabel(first)} to ${periodLabel(last)}`
    : listed(periods.map(periodLabel))
}

/** The figures of a section in every month that was frozen with it, and on how many children the last share stands. */
export function monthsTable(month: FrozenMonth, { label, series }: FrozenSection): Table {
  const months = monthsOf(month)
  const [first, last] = [months[0] ?? month.publication.period, month.publication.period]
  const isShare = series.some(({ latest }) => latest.definition.unit === 'per cent' && latest.numerator !== null)
  const columns: readonly OfColumn<FrozenSeries>[] = [
    { column: { header: 'Figure', kind: 'text', share: 4 }, cell: ({ definition }) => textCell(definition.label) },
    ...months.map((period) => ({
      column: {
        ...{ header: shortLabel(period), kind: 'number' as const },
        ...(period.from === last.from ? { isMain: true as const } : {}),
      },
      cell: ({ lines }: FrozenSeries) => figureCell(lines.find((one) => one.period.from === period.from)),
    })),
    ...(isShare
      ? [
          {
            column: { header: `${shortLabel(last)} in numbers`, kind: 'text' as const, share: 1.5 },
            cell: ({ latest }: FrozenSeries) => madeOfCell(latest),
          },
        ]
      : []),
  ]
  return tableOf(`${label}, ${periodLabel(first)} to ${periodLabel(last)}`, columns, series, [])
}

const EVERYBODY = 'Everybody it is about'

/** The words by which the figures of a section are counted; of one that narrows another, only in what it differs. */
export function rulesTable({ label, series }: FrozenSection): Table {
  const whole = new Map(series.map(({ indicator, definition }) => [indicator, definition] as const))
  const rule = (
    header: string,
    share: number,
    of: (definition: FrozenSeries['definition']) => string,
  ): OfColumn<FrozenSeries> => ({
    column: { header, kind: 'text', share },
    cell({ definition }) {
      const [text, narrowed] = [of(definition), whole.get(definition.variantOf ?? '')]
      if (text === EVERYBODY) return noneCell(text)
      return narrowed !== undefined && of(narrowed) === text ? noneCell(`As for “${narrowed.label}”`) : textCell(text)
    },
  })
  const columns: readonly OfColumn<FrozenSeries>[] = [
    { column: { header: 'Figure', kind: 'text', share: 2 }, cell: ({ definition }) => textCell(definition.label) },
    rule('Whom it is about', 3, ({ who }) => who),
    rule('What is counted', 3, ({ countedIf }) => countedIf ?? EVERYBODY),
    rule('If it is not known', 2, ({ notKnown }) => notKnown),
    rule('Where the rule is from', 2, ({ source }) => source),
  ]
  const questions = series.flatMap(({ definition }) =>
    definition.question === null ? [] : [`${definition.label}: still to be confirmed. ${definition.question}`],
  )
  return tableOf(`How ${label} is counted`, columns, series, questions)
}

const RATINGS = ['green', 'amber', 'red', 'worse than target', 'not rated'] as const
const WAYS = ['better', 'worse', 'same'] as const

/** How many figures of each section stand how against their targets, and which way they went. */
export function glanceTable(month: FrozenMonth): Table {
  const sections = sectionsOf(month)
  const all = sections.flatMap(({ series }) => series)
  const total = standingOfSeries(all)
  const rows = [
    ...sections.map(({ label, series }) => ({ label, standing: standingOfSeries(series) })),
    { label: `All ${all.length}`, standing: total },
  ]
  const counted = (key: keyof Standing, header: string): OfColumn<(typeof rows)[number]> => ({
    column: { header, kind: 'number' },
    cell: ({ standing }) => countCell(standing[key]),
  })
  const columns: readonly OfColumn<(typeof rows)[number]>[] = [
    { column: { header: 'Section', kind: 'text', share: 3 }, cell: ({ label }) => textCell(label) },
    ...RATINGS.filter((key) => total[key] > 0).map((key) =>
      counted(key, key === 'not rated' ? 'Not rated' : ratingWords[key]),
    ),
    ...WAYS.map((key) => counted(key, { better: 'Better', worse: 'Worse', same: 'Same' }[key])),
  ]
  return tableOf('The sections at a glance', columns, rows, [])
}
