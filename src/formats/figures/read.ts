import { periodText } from '../../core/dates/period.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { roundHalfUp } from '../../core/figures/rounding.ts'
import type { Figure } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable, type TableRow } from '../csv-table.ts'
import type { InputFile, Issue, Reading } from '../issue.ts'
import { knownAuthority, knownIndicator, type Reference, valueFits } from '../reference.ts'

const figureColumns: Columns = {
  required: ['authority', 'indicator', 'period', 'value', 'published_in'],
  optional: ['area', 'group', 'numerator', 'denominator', 'not_known', 'break', 'note'],
}

/**
 * Figures that come without children: one row for each authority (area, group), indicator and period. A blank value says that
 * the source has no figure. Two different values for one period are an error; the same row twice is a warning and read once.
 */
export function readFigures(files: readonly InputFile[], reference: Reference): Reading<Figure> {
  const issues: Issue[] = []
  const read = new Map<string, { figure: Figure; where: string }>()
  for (const file of files) {
    const table = readCsvTable(file, figureColumns)
    issues.push(...table.issues)
    for (const row of table.rows) {
      const cells = new Cells(file.name, row, 'indicator')
      const figure = readFigure(cells, row, reference)
      if (figure) keep(read, figure, cells, `${file.name} row ${row.row}`)
      issues.push(...cells.issues)
    }
  }
  return { rows: [...read.values()].map(({ figure }) => figure), issues }
}

function keep(read: Map<string, { figure: Figure; where: string }>, figure: Figure, cells: Cells, where: string) {
  const { authority, area, populationGroup, indicator, period } = figure
  const identity = JSON.stringify([authority, area, populationGroup, indicator, period])
  const earlier = read.get(identity)
  if (earlier === undefined) read.set(identity, { figure, where })
  else if (JSON.stringify(earlier.figure) === JSON.stringify(figure))
    cells.say(null, `says the same as ${earlier.where}. It is read once.`, 'warning')
  else
    cells.say(
      'value',
      `There are two values for ${indicator} in ${periodText(period)}: ${said(earlier.figure)} in ${earlier.where}, ${said(figure)} here. Keep the right one.`,
    )
}

const said = (figure: Figure) => (figure.value === null ? 'none' : `${figure.value}`)

function readFigure(cells: Cells, row: TableRow, reference: Reference): Figure | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const period = cells.period('period')
  const publishedIn = cells.text('published_in')
  const value = row.cells.get('value') === '' ? null : cells.number('value')
  const numerator = cells.optionalNumber('numerator')
  const denominator = cells.optionalNumber('denominator')
  const notKnown = cells.optionalNumber('not_known')
  if (indicator !== undefined && value !== undefined && value !== null) valueFits(cells, 'value', value, indicator)
  if (indicator && value !== undefined && numerator !== undefined && denominator !== undefined)
    partsAgree(cells, indicator, value, numerator, denominator)
  if (cells.issues.some(({ severity }) => severity === 'error')) return undefined
  if (!authority || !indicator || !period || !publishedIn) return undefined
  if (value === undefined || numerator === undefined || denominator === undefined || notKnown === undefined)
    return undefined
  return {
    authority,
    area: cells.optional('area') ?? '',
    populationGroup: cells.optional('group') ?? '',
    indicator: indicator.key,
    period,
    value,
    numerator,
    denominator,
    notKnown,
    breakNote: cells.optional('break'),
    note: cells.optional('note'),
    publishedIn,
  }
}

/** A share that comes with its parts must be their quotient, at the precision it is written with. */
function partsAgree(
  cells: Cells,
  { unit }: Indicator,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
) {
  if (numerator !== null && numerator < 0) cells.say('numerator', 'is below nought.')
  if (denominator !== null && denominator < 0) cells.say('denominator', 'is below nought.')
  if (unit !== 'per cent' || value === null || numerator === null || denominator === null) return
  if (numerator > denominator)
    return cells.say('numerator', `${numerator} is more than the denominator, ${denominator}.`)
  if (denominator === 0) return cells.say('value', 'A share of nobody is no figure: leave the value blank.')
  const decimals = (value.toString().split('.')[1] ?? '').length
  const quotient = roundHalfUp((100 * numerator) / denominator, decimals)
  if (Number(quotient) !== value)
    cells.say('value', `${value} is not ${numerator} of ${denominator}, which is ${quotient}.`)
}
