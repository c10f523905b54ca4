import { type Period, parsePeriod } from '../core/dates/period.ts'
import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { TableRow } from './csv-table.ts'
import type { Issue } from './issue.ts'

/** Reads the cells of one row, keeping what is wrong with them. A getter answers undefined when it has said so in an issue. */
export class Cells {
  readonly issues: Issue[] = []
  private readonly file: string
  private readonly source: TableRow
  private readonly subject: string | null

  constructor(file: string, source: TableRow, subjectColumn: string) {
    this.file = file
    this.source = source
    this.subject = source.cells.get(subjectColumn) || null
  }

  /** The file and row, for an issue of another row that has to do with this one. */
  get where(): string {
    return `${this.file} row ${this.source.row}`
  }

  say(column: string | null, message: string, severity: Issue['severity'] = 'error'): undefined {
    this.issues.push({ file: this.file, row: this.source.row, column, subject: this.subject, message, severity })
    return undefined
  }

  /** The cell's text; null when it is blank or the column was left out. */
  optional(column: string): string | null {
    return this.source.cells.get(column) || null
  }

  text(column: string): string | undefined {
    return this.optional(column) ?? this.say(column, 'The cell is blank. Every row needs it.')
  }

  number(column: string): number | undefined {
    const text = this.optional(column)
    if (text === null) return this.say(column, 'The cell is blank. Every row needs a number here.')
    return this.readNumber(column, text, '')
  }

  /** A plain decimal number; null when blank. */
  optionalNumber(column: string): number | null | undefined {
    const text = this.optional(column)
    if (text === null) return null
    return this.readNumber(column, text, ' Where there is none, leave the cell blank.')
  }

  date(column: string): PlainDate | undefined {
    const date = this.optionalDate(column)
    return date === null ? this.say(column, 'The cell is blank. Every row needs a date here, like 2023-09-30.') : date
  }

  optionalDate(column: string): PlainDate | null | undefined {
    const text = this.optional(column)
    if (text === null) return null
    return this.read(column, text, plainDate, `"${text}" is no date. Write it like 2023-09-30.`)
  }

  period(column: string): Period | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    return this.read(column, text, parsePeriod)
  }

  private readNumber(column: string, text: string, otherwise: string): number | undefined {
    if (!/^-?\d+(\.\d+)?$/.test(text))
      return this.say(
        column,
        `"${text}" is no number. Write digits and at most one point, like 1234.5: no commas, spaces, per cent signs or letters.${otherwise}`,
      )
    if (text.replaceAll(/[-.]/g, '').replace(/^0+/, '').length > MOST_DIGITS)
      return this.say(column, `"${text}" has more digits than can be kept. Round it to ${MOST_DIGITS} or fewer.`)
    // Adding nought makes -0 the 0 that a database gives back.
    return Number(text) + 0
  }

  private read<T>(column: string, text: string, how: (text: string) => T, message?: string): T | undefined {
    try {
      return how(text)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return this.say(column, message ?? error.message)
    }
  }
}

/** What a program writes of a number that it holds in binary, as this one does, has no more. */
const MOST_DIGITS = 17
