import { periodText } from '../../core/dates/period.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { roundHalfUp } from '../../core/figures/rounding.ts'
import type { Figure } from '../../core/figures/series.ts'
import { Cells } from '../cells.ts'
import { type Columns, readCsvTable } from '../csv-table.ts'
import { fromTheTop, type InputFile, type Issue, type Reading } from '../issue.ts'
import { knownAuthority, knownIndicator, type Reference, valueFits } from '../reference.ts'

const figureColumns: Columns = {
  required: ['authority', 'indicator', 'period', 'value', 'published_in'],
  optional: ['area', 'group', 'numerator', 'denominator', 'not_known', 'break', 'note'],
}

/**
 * Figures that come without children: one row for each authority (area, group), indicator and period. A blank value says that
 * the source has no figure. Two different rows for one period are an error; the same row twice is a warning and read once.
 */
export function readFigures(files: readonly InputFile[], reference: Reference): Reading<Figure> {
  const issues: Issue[] = []
  const read = new Map<string, Found>()
  for (const file of files) {
    const table = readCsvTable(file, figureColumns)
    const rowIssues = table.rows.flatMap((row) => {
      const cells = new Cells(file.name, row, 'indicator')
      const figure = readFigure(cells, reference)
      if (figure) keep(read, { figure, where: cells.where }, cells)
      return cells.issues
    })
    issues.push(...fromTheTop([...table.issues, ...rowIssues]))
  }
  return { rows: [...read.values()].map(({ figure }) => figure), issues }
}

type Found = { readonly figure: Figure; readonly where: string }

function keep(read: Map<string, Found>, found: Found, cells: Cells) {
  const { authority, area, populationGroup, indicator, period } = found.figure
  const identity = JSON.stringify([authority, area, populationGroup, indicator, period])
  const earlier = read.get(identity)
  if (earlier === undefined) read.set(identity, found)
  else if (JSON.stringify(earlier.figure) === JSON.stringify(found.figure))
    cells.say(null, `The row says the same as ${earlier.where}. It is read once.`, 'warning')
  else if (earlier.figure.value === found.figure.value)
    cells.say(
      null,
      `The row and ${earlier.where} give ${indicator} in ${periodText(period)} the same value but differ in another column. Keep the right one.`,
    )
  else
    cells.say(
      'value',
      `There are two values for ${indicator} in ${periodText(period)}: ${said(earlier.figure)} in ${earlier.where}, ${said(found.figure)} here. Keep the right one.`,
    )
}

const said = (figure: Figure) => (figure.value === null ? 'none' : `${figure.value}`)

function readFigure(cells: Cells, reference: Reference): Figure | undefined {
  const authority = knownAuthority(cells, reference)
  const indicator = knownIndicator(cells, reference)
  const period = cells.period('period')
  const publishedIn = cells.text('published_in')
  const value = cells.optionalNumber('value')
  const numerator = part(cells, 'numerator')
  const denominator = part(cells, 'denominator')
  const notKnown = part(cells, 'not_known')
  if (indicator && value !== undefined && value !== null && valueFits(cells, 'value', value, indicator))
    partsAgree(cells, indicator, value, { numerator, denominator })
  if (cells.issues.length > 0 || !authority || !indicator || !period || !publishedIn) return undefined
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

type Part = number | null | undefined

function part(cells: Cells, column: string): Part {
  const value = cells.optionalNumber(column)
  if (value === undefined || value === null || value >= 0) return value
  return cells.say(column, `${value} is below nought, which no number of people can be. Look at the source again.`)
}

/** A share that comes with its parts must be their quotient, at the precision it is written with. */
function partsAgree(
  cells: Cells,
  { unit }: Indicator,
  value: number,
  { numerator, denominator }: { readonly numerator: Part; readonly denominator: Part },
) {
  if (unit !== 'per cent' || typeof numerator !== 'number' || typeof denominator !== 'number') return
  if (numerator > denominator)
    return cells.say(
      'numerator',
      `${numerator} is more than the denominator, ${denominator}. Look whether the two are the wrong way round.`,
    )
  if (denominator === 0) return cells.say('value', 'A share of nobody is no figure: leave the value blank.')
  // Noughts at the end say nothing: sources print 69.30 for what was rounded to one decimal.
  const decimals = /\.(\d*?)0*$/.exec(cells.optional('value') ?? '')?.[1]?.length ?? 0
  const quotient = roundHalfUp((100 * numerator) / denominator, decimals)
  if (Number(quotient) !== value)
    cells.say(
      'value',
      `${value} is not ${numerator} of ${denominator}, which is ${quotient} per cent. Put right whichever of the three is wrong.`,
    )
}
