import { addDays, toText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { thresholdsMakeSense } from '../../core/figures/judge.ts'
import type { Target } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable } from '../csv-table.ts'
import type { InputFile, Issue, Reading } from '../issue.ts'
import { judged, knownAuthority, knownIndicator, type Reference, valueFits } from '../reference.ts'

const targetColumns: Columns = {
  required: ['authority', 'indicator', 'from', 'target', 'published_in'],
  optional: ['to', 'red', 'note'],
}

/** What an authority has set itself: a target, and beyond what a figure is red, from a day to a last day (blank while it stands). */
export function readTargets(files: readonly InputFile[], reference: Reference): Reading<Target> {
  const issues: Issue[] = []
  const read = new Map<string, Target>()
  for (const file of files) {
    const table = readCsvTable(file, targetColumns)
    issues.push(...table.issues)
    for (const row of table.rows) {
      const cells = new Cells(file.name, row, 'indicator')
      const target = readTarget(cells, reference)
      const identity = JSON.stringify([target?.authority, target?.indicator, target?.appliesFrom])
      if (target && read.has(identity))
        cells.say('from', `There are two targets for ${target.indicator} from ${toText(target.appliesFrom)}. Keep one.`)
      else if (target) read.set(identity, target)
      issues.push(...cells.issues)
    }
  }
  return { rows: [...read.values()], issues }
}

function readTarget(cells: Cells, reference: Reference): Target | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const from = cells.date('from')
  const last = cells.optionalDate('to')
  const target = cells.number('target')
  const red = cells.optionalNumber('red')
  const publishedIn = cells.text('published_in')
  if (from !== undefined && last && last < from) cells.say('to', 'lies before the first day, in the column from.')
  if (indicator && target !== undefined && red !== undefined) targetFits(cells, indicator, target, red)
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
  if (!judged(indicator.goodIs))
    return cells.say('target', `${indicator.label} can have no target: neither a high nor a low figure is better.`)
  if (
    !valueFits(cells, 'target', target, { ...indicator, unit: indicator.unit === 'count' ? 'score' : indicator.unit })
  )
    return
  if (red !== null && !thresholdsMakeSense({ target, redBeyond: red }, indicator.goodIs))
    cells.say('red', `${red} is on the good side of the target ${target}: ${indicator.goodIs} is good here.`)
}
