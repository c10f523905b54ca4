import { addDays, toText } from '../../core/dates/plain-date.ts'
import { type Benchmark, comparators, isComparator } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable } from '../csv-table.ts'
import type { InputFile, Issue, Reading } from '../issue.ts'
import { knownAuthority, knownIndicator, type Reference, unknown } from '../reference.ts'

const benchmarkColumns: Columns = {
  required: ['authority', 'indicator', 'comparator', 'value', 'from', 'published_in'],
  optional: ['year', 'to', 'differs'],
}

/** Figures of others to stand beside an authority's own, from a day to a last day (blank while they stand). */
export function readBenchmarks(files: readonly InputFile[], reference: Reference): Reading<Benchmark> {
  const issues: Issue[] = []
  const read = new Map<string, Benchmark>()
  for (const file of files) {
    const table = readCsvTable(file, benchmarkColumns)
    issues.push(...table.issues)
    for (const row of table.rows) {
      const cells = new Cells(file.name, row, 'indicator')
      const one = readBenchmark(cells, reference)
      const identity = JSON.stringify([one?.authority, one?.indicator, one?.comparator, one?.appliesFrom])
      if (one && read.has(identity))
        cells.say(
          'value',
          `There are two values of ${one.comparator} for ${one.indicator} from ${toText(one.appliesFrom)}. Keep one.`,
        )
      else if (one) read.set(identity, one)
      issues.push(...cells.issues)
    }
  }
  return { rows: [...read.values()], issues }
}

function readBenchmark(cells: Cells, reference: Reference): Benchmark | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const comparator = cells.text('comparator')
  const value = cells.number('value')
  const from = cells.date('from')
  const last = cells.optionalDate('to')
  const publishedIn = cells.text('published_in')
  if (comparator !== undefined && !isComparator(comparator))
    return cells.say('comparator', unknown('comparator', comparator, Object.keys(comparators)))
  if (from !== undefined && last && last < from) cells.say('to', 'lies before the first day, in the column from.')
  // A mean of others' counts need not be whole, so only the bounds of the unit are checked.
  if (value !== undefined && (value < 0 || (indicator?.unit === 'per cent' && value > 100)))
    cells.say('value', `${value} cannot be: it is below nought or over 100 per cent.`)
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
