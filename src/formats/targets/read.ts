import { addDays, toText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { thresholdsMakeSense } from '../../core/figures/judge.ts'
import type { Target } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable } from '../csv-table.ts'
import { fromTheTop, type InputFile, type Issue, type Reading } from '../issue.ts'
import { judged, knownAuthority, knownIndicator, type Reference, withinUnit } from '../reference.ts'

const targetColumns: Columns = {
  required: ['authority', 'indicator', 'from', 'target', 'published_in'],
  optional: ['to', 'red', 'note'],
}

/** What an authority has set itself: a target, and beyond what a figure is red, from a day to a last day (blank while it stands). */
export function readTargets(files: readonly InputFile[], reference: Reference): Reading<Target> {
  const issues: Issue[] = []
  const read = new Map<string, { target: Target; where: string }>()
  for (const file of files) {
    const table = readCsvTable(file, targetColumns)
    const rowIssues = table.rows.flatMap((row) => {
      const cells = new Cells(file.name, row, 'indicator')
      const target = readTarget(cells, reference)
      if (target) keep(read, target, cells)
      return cells.issues
    })
    issues.push(...fromTheTop([...table.issues, ...rowIssues]))
  }
  return { rows: [...read.values()].map(({ target }) => target), issues }
}

function keep(read: Map<string, { target: Target; where: string }>, target: Target, cells: Cells) {
  const { authority, indicator, appliesFrom } = target
  const identity = JSON.stringify([authority, indicator, appliesFrom])
  const earlier = read.get(identity)
  if (earlier === undefined) read.set(identity, { target, where: cells.where })
  else
    cells.say(
      'from',
      `There are two targets for ${indicator} from ${toText(appliesFrom)}: ${earlier.target.target} in ${earlier.where}, ${target.target} here. Keep one.`,
    )
}

function readTarget(cells: Cells, reference: Reference): Target | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const from = cells.date('from')
  const last = cells.optionalDate('to')
  const target = cells.number('target')
  const red = cells.optionalNumber('red')
  const publishedIn = cells.text('published_in')
  if (from !== undefined && last && last < from)
    cells.say(
      'to',
      `The last day, ${toText(last)}, lies before the first, ${toText(from)}. Correct one, or leave the last day blank.`,
    )
  if (indicator && target !== undefined) targetFits(cells, indicator, target, red ?? null)
  if (cells.issues.length > 0 || !authority || !indicator || from === undefined || last === undefined) return undefined
  if (target === undefined || red === undefined || !publishedIn) return undefined
  return {
    authority,
    indicator: indicator.key,
    appliesFrom: from,
    appliesTo: last === null ? null : addDays(last, 1),
    target,
    redBeyond: red,
    publishedIn,
    note: cells.optional('note'),
  }
}

function targetFits(cells: Cells, indicator: Indicator, target: number, red: number | null) {
  const { goodIs, label } = indicator
  if (!judged(goodIs))
    return cells.say(
      'target',
      `"${label}" can have no target: neither a high nor a low figure is better. Leave the row out.`,
    )
  if (!withinUnit(cells, 'target', target, indicator)) return
  if (red === null || !withinUnit(cells, 'red', red, indicator)) return
  if (!thresholdsMakeSense({ target, redBeyond: red }, goodIs))
    cells.say(
      'red',
      `${red} is on the good side of the target, ${target}, and a ${goodIs} figure is good here. Red begins beyond this number: make it ${target} or ${goodIs === 'high' ? 'less' : 'more'}.`,
    )
}
