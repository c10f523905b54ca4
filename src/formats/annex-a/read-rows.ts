import { daysInMonth, fromParts, type PlainDate } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import { type Finding, OWN_NUMBER } from '../records.ts'
import { dayOfSerial } from '../spreadsheets/workbook.ts'
import type { Column, ListNumber } from './lists.ts'
import { readChoice } from './read-choice.ts'
import type { RawList, RawRow } from './sheets.ts'

/** A row of a list, read. A cell that is blank, or could not be read, is null. */
export type Row = {
  readonly list: ListNumber
  readonly where: string
  readonly row: number
  /** Child, or in list 11 adopter. */
  readonly id: string
  readonly values: ReadonlyMap<string, Value>
}

type RowsRead = { readonly rows: readonly Row[]; readonly findings: readonly Finding[] }

/**
 * Reads the rows of one list, and tells what is wrong with them row by row. A row without an identifier is left out; so is one that says again what
 * another said, as happens where a report joins tables, or that is about the same person and says something else.
 */
export function readRows({ list, where, rows }: RawList): RowsRead {
  const findings: Finding[] = []
  const read = rows.flatMap((raw): Row[] => {
    const id = plainId(raw.cells.get('id') ?? '')
    const at = { list: list.number, where, row: raw.row, id }
    if (id === '') {
      findings.push(told(at, 'no-identifier', [list.columns[0]], 'The row has no identifier and was left out.'))
      return []
    }
    if (id.startsWith(OWN_NUMBER)) {
      const message =
        'This is a number of this system, for somebody without a case number: no list can say more of them. The row was left out.'
      findings.push(told(at, 'own-number', [list.columns[0]], message, 'warning'))
      return []
    }
    const values = new Map(list.columns.map((column) => [column.key, readCell(column, raw, at, findings)] as const))
    return [{ ...at, values }]
  })
  return { rows: once(read, list.columns, findings), findings }
}

export type At = Pick<Row, 'list' | 'where' | 'row' | 'id'>

/** Something found in a row. */
export const told = (
  at: At,
  rule: string,
  columns: readonly (Column | undefined)[],
  message: string,
  severity: Finding['severity'] = 'error',
): Finding => {
  const fields = columns.flatMap((one) => one?.heading ?? [])
  return {
    rule,
    table: `List ${at.list}`,
    file: at.where,
    row: at.row,
    column: fields[0] ?? null,
    fields,
    subject: at.id === '' ? null : at.id,
    message,
    severity,
  }
}

export const dateIn = (row: Row, key: string): PlainDate | null => {
  const value = row.values.get(key) ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}
export const textIn = (row: Row, key: string): string | null => {
  const value = row.values.get(key) ?? null
  return typeof value === 'string' ? value : null
}

/** A number that a spreadsheet made of an identifier is the same one: 123.0 is 123. */
const plainId = (text: string): string => text.trim().replace(/^(\d+)\.0+$/, '$1')

/** What spreadsheets write where a formula found nothing. */
const NOTHING = /^(?:#n\/a|#ref!|#value!|#name\?|null|n\/a|nan|none given)$/i

type Say = (rule: string, message: string, severity?: Finding['severity']) => null

function readCell(column: Column, raw: RawRow, at: At, findings: Finding[]): Value {
  const text = raw.cells.get(column.key)?.trim()
  const say: Say = (rule, message, severity) => {
    findings.push(told(at, rule, [column], message, severity))
    return null
  }
  // That the whole column is missing was told once.
  if (text === undefined) return null
  if (text === '')
    return column.needed ? say('blank', `“${column.heading}” is blank, and the list asks for an answer.`) : null
  if (NOTHING.test(text)) return say('nothing-found', `“${text}” says that nothing was found: it was read as blank.`)
  return readText(column, text, say)
}

function readText({ kind }: Column, text: string, say: Say): Value {
  switch (kind) {
    case 'id':
      return plainId(text)
    case 'text':
      return text
    case 'date':
      return dateOf(text, say)
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : say('number-unreadable', `“${text}” is no number.`)
    case 'postcode':
      return POSTCODE.test(text) ? text.toUpperCase() : say('postcode-unreadable', `“${text}” is no postcode.`)
    default:
      return readChoice(kind, text) ?? say('wording-unknown', `“${text}” is none of the answers that the list allows.`)
  }
}

const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i

/** Nobody whom these lists are about was born before, and nothing in them happened: such a date stands for none. */
const FIRST_REAL = fromParts(1920, 1, 1)

function dateOf(text: string, say: Say): Value {
  const date = readDate(text)
  if (date === undefined) return say('date-unreadable', `“${text}” is no date. Write it like 30/09/2023.`)
  if (date >= FIRST_REAL) return date
  return say('placeholder-date', `“${text}” stands for a date that nobody knew: it was read as blank.`, 'warning')
}

/** Dates as the lists write them, as we do, and as a number of days, which a spreadsheet makes of a date in a cell that is not marked as one. */
function readDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+0?0:00(?::00)?)?$/.exec(text) ?? []
  if (year !== undefined) return realDate(Number(year), Number(month), Number(day))
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? []
  if (isoYear !== undefined) return realDate(Number(isoYear), Number(isoMonth), Number(isoDay))
  return /^\d{1,5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text)) : undefined
}

const realDate = (year: number, month: number, day: number): PlainDate | undefined =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? fromParts(year, month, day)
    : undefined

/** What tells two rows about one person apart: two times in care, two decisions. */
const keys: Readonly<Record<ListNumber, readonly string[]>> = {
  8: ['startedOn'],
  9: [],
  10: ['decidedOn'],
  11: ['enquiredOn'],
}

function once(rows: readonly Row[], columns: readonly Column[], findings: Finding[]): readonly Row[] {
  const first = new Map<string, Row>()
  for (const row of rows) {
    const key = JSON.stringify([row.id, ...(keys[row.list] ?? []).map((name) => row.values.get(name) ?? null)])
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, row)
      continue
    }
    const differing = columns.filter(
      ({ key: name }) => JSON.stringify(row.values.get(name)) !== JSON.stringify(other.values.get(name)),
    )
    findings.push(
      differing.length === 0
        ? told(row, 'same-row-twice', [], `The row says the same as row ${other.row}. It was read once.`, 'warning')
        : told(
            row,
            'two-rows',
            differing,
            `Row ${other.row} is about the same and says something else. This one was left out. Often a report was joined with a table that has several rows for one child.`,
          ),
    )
  }
  return [...first.values()]
}

/** The last day that any row speaks of: a list is not made before it. */
export function lastDay(rows: readonly Row[]): PlainDate | undefined {
  const [last] = rows.flatMap(datesOf).toSorted((one, other) => other - one)
  return last
}

const datesOf = (row: Row): readonly PlainDate[] =>
  [...row.values.keys()]
    .filter((key) => key.endsWith('On') || key.endsWith('Since'))
    .flatMap((key) => dateIn(row, key) ?? [])
