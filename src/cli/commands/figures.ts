import { type App, type Authority, getAuthority, getDataset, getOutcome } from '../../app/app.ts'
import { authoritiesWithFiguresOf, indicatorsOf } from '../../app/choose.ts'
import { benchmarkOf, datasetFigures, type FigureLine, periodsWithFigures, tiedTo } from '../../app/figures.ts'
import { Refused } from '../../app/refused.ts'
import { type Period, parsePeriod, periodLabel, periodText } from '../../core/dates/period.ts'
import { addDays, type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import { written, writtenShort } from '../../core/figures/written.ts'
import type { Command } from '../command.ts'
import { type Column, formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'
import { cutAsJson, cutBy, cutColumns } from './figures-by.ts'

export const figures: Command = {
  name: 'figures',
  usage:
    'DATASET --period 2023-09 [--authority KEY] [--by team] [--variant excl-uasc] [--outcome KEY] [--known-on DATE] [--format table|csv|json]',
  summary: 'a dataset in one period: values, targets, ratings, directions, benchmarks',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    authority: { type: 'string' },
    variant: { type: 'string' },
    by: { type: 'string' },
    outcome: { type: 'string' },
    'known-on': { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    const asked = args.text('period')
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const period = readPeriod(asked)
    const wanted = matchesVariant(args.text('variant'))
    const askedDay = args.text('known-on')
    const askedKnownOn = askedDay === undefined ? undefined : readDate(askedDay)
    const app = await around.openApp('los figures')
    const knownOn = askedKnownOn ?? app.clock.today
    const dataset = getDataset(app, args.words[0] ?? '')
    const authority = getAuthority(app, args.text('authority') ?? app.own?.key ?? 'exampleshire')
    const outcome = args.text('outcome')
    const tied = outcome === undefined ? undefined : getOutcome(app, outcome)
    const all = await datasetFigures(app, dataset.key, {
      audience: 'staff',
      authority: authority.key,
      period,
      periods: 1,
      knownOn,
    })
    const found = tied === undefined ? all : tiedTo(all, tied)
    const rows = found.sections.flatMap(({ section, series }) =>
      series.map(({ latest }) => ({ ...latest, section: section.label })),
    )
    if (rows.every(({ publishedIn, source }) => publishedIn === null && source === 'published'))
      throw new Refused('bad input', await nothingFound(app, { dataset, authority, period, knownOn }))
    const shown = rows.filter(wanted)
    const by = args.text('by')
    if (by !== undefined) {
      const cuts = await cutBy(app, await viewerOf(app, args), shown, { by, knownOn })
      printAnswer(args, around, { rows: cuts, json: cuts.map(cutAsJson), columns: cutColumns })
      return undefined
    }
    printAnswer(args, around, { rows: shown, json: shown.map(asJson), columns, exactColumns })
    return undefined
  },
}

type Wanted = {
  readonly dataset: Dataset
  readonly authority: Authority
  readonly period: Period
  readonly knownOn: PlainDate
}

async function nothingFound(app: App, { dataset, authority, period, knownOn }: Wanted): Promise<string> {
  const none = `${authority.name} has no figures of the ${dataset.label} for ${periodLabel(period)}, as known on ${toText(knownOn)}.`
  const periods = await periodsWithFigures(app, 'staff', authority.key, indicatorsOf(dataset), knownOn)
  if (periods.length > 0) return `${none} It has: ${periods.map(periodText).join(', ')}.`
  const others = await authoritiesWithFiguresOf(app, 'staff', indicatorsOf(dataset))
  return others.length > 0
    ? `${none} There are figures of: ${others.map(({ key }) => `--authority ${key}`).join(', ')}.`
    : `${none} Load some: los import figures FILE, or the demonstration: los demo.`
}

type Row = FigureLine & { readonly section: string }

/** A period, or a refusal that says how one is written. */
export function readPeriod(text: string) {
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad input', error.message)
    throw error
  }
}

function matchesVariant(variant: string | undefined): (row: Row) => boolean {
  if (variant === undefined) return () => true
  if (variant === 'excl-uasc') return ({ indicator }) => indicator.variantOf !== undefined
  throw new Refused(
    'bad usage',
    `There is no variant "${variant}". There is: excl-uasc (without unaccompanied children).`,
  )
}

function asJson(row: Row) {
  const { indicator, covers } = row
  return {
    indicator: indicator.key,
    label: indicator.label,
    section: row.section,
    period: periodText(row.period),
    covers: { from: toText(covers.from), to: toText(addDays(covers.to, -1)) },
    provisional: row.provisional,
    numerator: row.numerator,
    denominator: row.denominator,
    notKnown: row.notKnown,
    value: row.value,
    unit: indicator.unit,
    goodIs: indicator.goodIs,
    target: row.target?.target ?? null,
    rag: row.rag,
    previous: row.previous,
    direction: row.direction,
    benchmarks: {
      england: benchmarkOf(row, 'england') ?? null,
      goodStatisticalNeighbours: benchmarkOf(row, 'good-statistical-neighbours') ?? null,
    },
    notPlaced: row.notPlaced,
    source: row.source,
  }
}

const or = (value: number | null | undefined, write: (value: number) => string) =>
  value === null || value === undefined ? '' : write(value)

const columns: readonly Column<Row>[] = [
  { heading: 'Section', cell: (row) => row.section },
  { heading: 'Indicator', cell: (row) => row.indicator.label },
  { heading: 'Value', right: true, cell: (row) => or(row.value, (value) => written(value, row.indicator.unit)) },
  { heading: 'Before', right: true, cell: (row) => or(row.previous, (value) => written(value, row.indicator.unit)) },
  { heading: 'Direction', cell: (row) => row.direction ?? '' },
  {
    heading: 'Target',
    right: true,
    cell: (row) => or(row.target?.target, (value) => writtenShort(value, row.indicator.unit)),
  },
  { heading: 'RAG', cell: (row) => row.rag ?? '' },
  {
    heading: 'England',
    right: true,
    cell: (row) => or(benchmarkOf(row, 'england'), (value) => writtenShort(value, row.indicator.unit)),
  },
  {
    heading: 'Good neighbours',
    right: true,
    cell: (row) =>
      or(benchmarkOf(row, 'good-statistical-neighbours'), (value) => writtenShort(value, row.indicator.unit)),
  },
]

const exact = (value: number | null | undefined) => or(value, String)

const exactColumns: readonly Column<Row>[] = [
  { heading: 'section', cell: (row) => row.section },
  { heading: 'indicator', cell: (row) => row.indicator.key },
  { heading: 'label', cell: (row) => row.indicator.label },
  { heading: 'period', cell: (row) => periodText(row.period) },
  { heading: 'value', cell: (row) => exact(row.value) },
  { heading: 'unit', cell: (row) => row.indicator.unit },
  { heading: 'good_is', cell: (row) => row.indicator.goodIs },
  { heading: 'provisional', cell: (row) => (row.provisional ? 'yes' : 'no') },
  { heading: 'previous', cell: (row) => exact(row.previous) },
  { heading: 'direction', cell: (row) => row.direction ?? '' },
  { heading: 'target', cell: (row) => exact(row.target?.target) },
  { heading: 'rag', cell: (row) => row.rag ?? '' },
  { heading: 'england', cell: (row) => exact(benchmarkOf(row, 'england')) },
  { heading: 'good_statistical_neighbours', cell: (row) => exact(benchmarkOf(row, 'good-statistical-neighbours')) },
]
