import { getAuthority } from '../../app/app.ts'
import { benchmarkOf, datasetFigures, type FigureLine, periodsWithFigures } from '../../app/figures.ts'
import { Refused } from '../../app/refused.ts'
import { parsePeriod, periodLabel, periodText } from '../../core/dates/period.ts'
import { addDays, toText } from '../../core/dates/plain-date.ts'
import { written, writtenShort } from '../../core/figures/written.ts'
import type { Command } from '../command.ts'
import { type Column, formatOption, printAnswer } from '../output.ts'
import { readDate } from './due.ts'

export const figures: Command = {
  name: 'figures',
  usage: 'DATASET --period 2023-09 [--authority KEY] [--variant excl-uasc] [--known-on DATE] [--format table|csv|json]',
  summary: 'a dataset in one period: values, targets, ratings, directions, benchmarks',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    authority: { type: 'string' },
    variant: { type: 'string' },
    by: { type: 'string' },
    'known-on': { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    if (args.flag('by'))
      throw new Refused(
        'bad usage',
        '--by: not yet. Published figures come without the children to break them down by.',
      )
    const asked = args.text('period')
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const period = readPeriod(asked)
    const knownOn = args.text('known-on')
    const app = await around.openApp('los figures')
    const authority = getAuthority(app, args.text('authority') ?? 'exampleshire')
    const found = await datasetFigures(app, args.words[0] ?? '', {
      authority: authority.key,
      period,
      periods: 1,
      ...(knownOn === undefined ? {} : { knownOn: readDate(knownOn) }),
    })
    const rows = found.sections.flatMap(({ section, series }) =>
      series.map(({ latest }) => ({ ...latest, section: section.label })),
    )
    if (rows.every(({ publishedIn }) => publishedIn === null)) {
      const periods = await periodsWithFigures(
        app,
        authority.key,
        rows.map(({ indicator }) => indicator),
      )
      const instead =
        periods.length === 0
          ? 'It has none at all; try --authority dorset.'
          : `It has: ${periods.map(periodText).join(', ')}.`
      throw new Refused(
        'bad input',
        `${authority.name} has no figures of the ${found.dataset.label} for ${periodLabel(period)}. ${instead}`,
      )
    }
    const wanted = rows.filter(matchesVariant(args.text('variant')))
    printAnswer(args, around, { rows: wanted, json: wanted.map(asJson), columns })
    return undefined
  },
}

type Row = FigureLine & { readonly section: string }

function readPeriod(text: string) {
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
    source: 'published',
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
