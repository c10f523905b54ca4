import type { SourceYear } from '../../core/benchmarks/assemble.ts'
import type { Mark } from '../../core/benchmarks/national.ts'
import { yearEndsIn } from '../../core/benchmarks/year.ts'
import { unknown } from '../did-you-mean.ts'
import type { InputFile, Issue, Reading } from '../issue.ts'
import { splitLine } from './lines.ts'
import type { NationalReference } from './reference.ts'

const required = ['measure_short', 'year', 'la_number', 'value'] as const
const optional = ['area', 'region', 'out_of', 'published_in'] as const
type Column = (typeof required)[number] | (typeof optional)[number]

const LAIT = 'Department for Education, Local Authority Interactive Tool'
const DFE = 'Department for Education'

/** What the sources write where there is no figure. */
const markOf: ReadonlyMap<string, Mark> = new Map([
  ['-', '-'],
  ['c', 'c'],
  ['*', 'c'],
  ['u', 'u'],
  ['x', 'x'],
  [':', 'x'],
  ['..', 'x'],
  ['z', 'z'],
  ['k', 'k'],
  ['low', 'k'],
  ['', ' '],
])

/**
 * Reads national figures, one row for each measure, year and place, as the Local Authority Interactive Tool's values are passed on. With a column
 * `published_in` they are those of the Department's tables. Hundreds of thousands of rows: none is kept as it was.
 */
export function readNational(file: InputFile, reference: NationalReference): Reading<SourceYear> {
  const lines = new TextDecoder('utf-8').decode(file.bytes).split(/\r?\n/)
  const heading = splitLine(lines[0]?.replace(/^\uFEFF/, '') ?? '') ?? []
  const at = columnsOf(heading)
  const missing = required.filter((column) => !at.has(column))
  const say: Say = (row, column, subject, message, severity = 'error') => ({
    file: file.name,
    row,
    column,
    subject,
    message,
    severity,
  })
  if (missing.length > 0)
    return {
      rows: [],
      issues: missing.map((column) =>
        say(1, column, null, `The column is missing. The columns are: ${[...required, ...optional].join(', ')}.`),
      ),
    }
  const reader = new Reader(at, reference, say)
  for (let line = 1; line < lines.length; line++)
    if (lines[line] !== '') reader.read(lines[line] ?? '', line + 1, heading.length)
  return { rows: reader.rows, issues: reader.issues }
}

type Say = (
  row: number | null,
  column: string | null,
  subject: string | null,
  message: string,
  severity?: Issue['severity'],
) => Issue

const columnsOf = (heading: readonly string[]): ReadonlyMap<string, number> =>
  new Map(heading.map((name, at) => [name.trim(), at]))

type Made = Omit<SourceYear, 'marks'> & {
  readonly numbers: number[]
  readonly values: (number | null)[]
  readonly outOf: (number | null)[] | null
  readonly letters: string[]
  readonly has: Set<number>
}

class Reader {
  readonly issues: Issue[] = []
  private readonly made = new Map<string, Made>()
  private readonly at: ReadonlyMap<string, number>
  private readonly measures: ReadonlySet<string>
  private readonly places: NationalReference['places']
  private readonly say: Say
  private readonly told = new Set<string>()

  constructor(at: ReadonlyMap<string, number>, { measures, places }: NationalReference, say: Say) {
    this.at = at
    this.measures = new Set([...measures.values()].map(({ lait }) => lait))
    this.places = places
    this.say = say
  }

  get rows(): readonly SourceYear[] {
    return [...this.made.values()].map(({ letters, has: _, ...row }) => ({ ...row, marks: letters.join('') }))
  }

  read(line: string, row: number, columns: number): void {
    const cells = splitLine(line)
    if (cells === undefined || cells.length !== columns)
      this.tell(
        row,
        null,
        `${row}`,
        `The row does not have the ${columns} cells of the heading, or a quotation mark is not closed.`,
      )
    else this.readCells(row, (column) => cells[this.at.get(column) ?? -1]?.trim() ?? '')
  }

  private readCells(row: number, cell: (column: Column) => string): void {
    const [measure, year, number] = [cell('measure_short'), cell('year'), cell('la_number')]
    const place = this.places.findByNumber(Number(number))
    const [value, size] = [readValue(cell('value')), readValue(cell('out_of'))]
    if (!this.measures.has(measure))
      this.tell(
        row,
        'measure_short',
        measure,
        `${unknown('measure', measure, this.measures)} Add a row for a new one to data/benchmarks/measures.csv.`,
      )
    else if (place === undefined)
      this.tell(
        row,
        'la_number',
        number,
        `“${number}” (${cell('area')}) is no place. Add a row for a new one to data/benchmarks/places.csv.`,
      )
    else if (value === undefined) this.tell(row, 'value', `${row}`, noValue(cell('value')))
    else if (size === undefined) this.tell(row, 'out_of', `${row}`, noValue(cell('out_of')))
    else {
      if (yearEndsIn(year) === undefined)
        this.tell(
          row,
          'year',
          `${measure} ${year}`,
          `“${year}” is no year. What stands there is kept as it is, and shown nowhere.`,
          'warning',
        )
      this.keep(row, this.yearOf(measure, year, cell('published_in')), place.number, { value, size })
    }
  }

  private yearOf(measure: string, year: string, publishedIn: string): Made {
    const key = `${measure}\n${year}`
    const known = this.made.get(key)
    if (known !== undefined) return known
    const made: Made = {
      measure,
      year,
      source: this.at.has('published_in') ? 'dfe' : 'lait',
      publishedIn: publishedIn === '' ? LAIT : `${DFE}, ${publishedIn}`,
      numbers: [],
      values: [],
      letters: [],
      outOf: this.at.has('out_of') ? [] : null,
      has: new Set(),
    }
    this.made.set(key, made)
    return made
  }

  private keep(row: number, of: Made, number: number, { value, size }: { value: Value; size: Value }): void {
    if (of.has.has(number)) {
      const twice = `${of.measure} in ${of.year} of ${number}`
      this.tell(row, null, twice, `${twice} stands twice. Keep one.`)
      return
    }
    of.has.add(number)
    of.numbers.push(number)
    of.values.push(typeof value === 'number' ? value : null)
    of.letters.push(typeof value === 'number' ? '.' : value)
    of.outOf?.push(typeof size === 'number' ? size : null)
  }

  /** What is wrong is told for the first row of those that have it. */
  private tell(
    row: number,
    column: string | null,
    subject: string,
    message: string,
    severity?: Issue['severity'],
  ): void {
    const told = `${column}\n${subject}`
    if (this.told.has(told)) return
    this.told.add(told)
    this.issues.push(this.say(row, column, subject, message, severity))
  }
}

const noValue = (text: string): string =>
  `“${text}” is neither a number nor a mark for a figure that is missing: - c x z u k.`

type Value = number | Mark

const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/

/**
 * No national figure is published with more decimals (permanent exclusions have five); what stands beyond is what binary arithmetic left behind,
 * as in 9.3699999999999992 and 166830.99999899999.
 */
const MOST_DECIMALS = 5

function readValue(text: string): Value | undefined {
  const mark = markOf.get(text)
  if (mark !== undefined) return mark
  if (!NUMBER.test(text)) return undefined
  // Adding nought makes -0 the 0 that a database gives back.
  return Number(Number(text).toFixed(MOST_DECIMALS)) + 0
}
