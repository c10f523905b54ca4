import { addDays, toText } from '../../core/dates/plain-date.ts'
import { type Benchmark, comparators, isComparator } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable } from '../csv-table.ts'
import { unknown } from '../did-you-mean.ts'
import { fromTheTop, type InputFile, type Issue, type Reading } from '../issue.ts'
import { knownAuthority, knownIndicator, type Reference, withinUnit } from '../reference.ts'

const benchmarkColumns: Columns = {
  required: ['authority', 'indicator', 'comparator', 'value', 'from', 'published_in'],
  optional: ['year', 'to', 'differs'],
}

/** Figures of others to stand beside an authority's own, from a day to a last day (blank while they stand). */
export function readBenchmarks(files: readonly InputFile[], reference: Reference): Reading<Benchmark> {
  const issues: Issue[] = []
  const read = new Map<string, { benchmark: Benchmark; where: string }>()
  for (const file of files) {
    const table = readCsvTable(file, benchmarkColumns)
    const rowIssues = table.rows.flatMap((row) => {
      const cells = new Cells(file.name, row, 'indicator')
      const benchmark = readBenchmark(cells, reference)
      if (benchmark) keep(read, benchmark, cells)
      return cells.issues
    })
    issues.push(...fromTheTop([...table.issues, ...rowIssues]))
  }
  return { rows: [...read.values()].map(({ benchmark }) => benchmark), issues }
}

function keep(read: Map<string, { benchmark: Benchmark; where: string }>, benchmark: Benchmark, cells: Cells) {
  const { authority, indicator, comparator, appliesFrom } = benchmark
  const identity = JSON.stringify([authority, indicator, comparator, appliesFrom])
  const earlier = read.get(identity)
  if (earlier === undefined) read.set(identity, { benchmark, where: cells.where })
  else
    cells.say(
      'value',
      `There are two values of ${comparator} for ${indicator} from ${toText(appliesFrom)}: ${earlier.benchmark.value} in ${earlier.where}, ${benchmark.value} here. Keep one.`,
    )
}

function readBenchmark(cells: Cells, reference: Reference): Benchmark | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const comparator = knownComparator(cells)
  const value = cells.number('value')
  const from = cells.date('from')
  const last = cells.optionalDate('to')
  const publishedIn = cells.text('published_in')
  if (from !== undefined && last && last < from)
    cells.say(
      'to',
      `The last day, ${toText(last)}, lies before the first, ${toText(from)}. Correct one, or leave the last day blank.`,
    )
  if (indicator && value !== undefined) withinUnit(cells, 'value', value, indicator)
  if (cells.issues.length > 0 || !authority || !indicator || !comparator || value === undefined) return undefined
  if (from === undefined || last === undefined || !publishedIn) return undefined
  return {
    authority,
    indicator: indicator.key,
    comparator,
    value,
    year: cells.optional('year'),
    appliesFrom: from,
    appliesTo: last === null ? null : addDays(last, 1),
    differs: cells.optional('differs'),
    publishedIn,
  }
}

function knownComparator(cells: Cells) {
  const text = cells.text('comparator')
  if (text === undefined || isComparator(text)) return text
  return cells.say('comparator', unknown('comparator', text, Object.keys(comparators)))
}
