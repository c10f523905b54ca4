import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type CodeList, isCodeOn } from '../../core/definitions/code-list.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'
import type { Finding } from '../records.ts'
import { type PartDate, readCell, readPartDate, wanted } from './cell.ts'
import { finding, type Where } from './findings.ts'
import type { RawRow, RawTable } from './raw.ts'
import type { Column, Table } from './tables.ts'

/** A row with its cells read. A cell that is empty, or could not be read, is null. */
export type Row = {
  readonly where: Where & { readonly row: number; readonly child: string }
  readonly table: Table
  readonly values: ReadonlyMap<string, Value>
  readonly partDates: ReadonlyMap<string, PartDate>
}

export const dateIn = ({ values }: Row, column: string): PlainDate | null => {
  const value = values.get(column) ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}

export const textIn = ({ values }: Row, column: string): string | null => {
  const value = values.get(column) ?? null
  return typeof value === 'string' ? value : null
}

export type ReadRows = {
  readonly rows: readonly Row[]
  /** Of whom rows were left out; null for one of nobody knows whom. */
  readonly lost: readonly (string | null)[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the cells of a table. A row is left out, and that is said, only where there is no telling what it is about.
 * @param yearEnd the last day of the collection year, for codes of records that have no date among their columns
 */
export function readRows(raw: RawTable, yearEnd: PlainDate): ReadRows {
  const read = raw.rows.map((row) => readRow(raw, row, yearEnd))
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    lost: [...raw.lost, ...read.flatMap(({ row, child }) => (row === undefined ? [child] : []))],
    findings: read.flatMap(({ findings }) => findings),
  }
}

type Attempt = { readonly row: Row | undefined; readonly child: string | null; readonly findings: readonly Finding[] }

function readRow({ table, file }: RawTable, raw: RawRow, yearEnd: PlainDate): Attempt {
  const child = raw.cells.get('CHILD') || null
  const where = { table: table.name, file, row: raw.row, child }
  const [values, partDates] = [new Map<string, Value>(), new Map<string, PartDate>()]
  const findings = [...table.columns, ...table.also].flatMap((column) => {
    const cell = readOne(column, raw.cells.get(column.name) ?? '')
    values.set(column.name, cell.value)
    if (cell.partDate !== undefined) partDates.set(column.name, cell.partDate)
    return cell.fault === undefined ? [] : [finding(cell.fault.rule, where, [column.name], cell.fault.message)]
  })
  const whole = table.columns.every(({ name, needed }) => needed !== 'row' || values.get(name) !== null)
  if (child === null || !whole) return { row: undefined, child, findings }
  const row = { where: { ...where, child }, table, values, partDates }
  return { row, child, findings: [...findings, ...valueFindings(row, yearEnd)] }
}

type Cell = {
  readonly value: Value
  readonly partDate?: PartDate
  readonly fault?: { readonly rule: string; readonly message: string }
}

function readOne(column: Column, text: string): Cell {
  if (text === '') {
    if (column.needed === null) return { value: null }
    return { value: null, fault: { rule: 'blank', message: `${column.name} is empty.${leftOut(column)}` } }
  }
  if (column.kind === 'part date') {
    const partDate = readPartDate(text)
    return partDate === undefined ? cannotRead(column, text) : { value: partDate.on, partDate }
  }
  const value = readCell(column.kind, text)
  return value === undefined ? cannotRead(column, text) : { value }
}

const leftOut = ({ needed }: Column): string => (needed === 'row' ? ' Without it the row was left out.' : '')

const cannotRead = (column: Column, text: string): Cell => ({
  value: null,
  fault: {
    rule: 'unreadable',
    message: `“${text.slice(0, 40)}” cannot be read: write ${wanted[column.kind]}. ${column.needed === 'row' ? 'The row was left out.' : 'It was taken as empty.'}`,
  },
})

/** Codes that their list does not have, or not on the day, and numbers that cannot be: told, and kept. */
function valueFindings(row: Row, yearEnd: PlainDate): readonly Finding[] {
  return [...row.table.columns, ...row.table.also].flatMap((column) => {
    const value = row.values.get(column.name) ?? null
    const field = column.to?.[0].fields[column.to[1]]
    if (value === null || field === undefined) return []
    if (field.kind === 'code' && column.kind === 'code')
      return codeFindings(row, column, field.list, { code: String(value), yearEnd })
    return field.kind === 'number' && typeof value === 'number' ? numberFindings(row, column, field, value) : []
  })
}

function codeFindings(
  row: Row,
  column: Column,
  list: CodeList,
  { code, yearEnd }: { readonly code: string; readonly yearEnd: PlainDate },
): readonly Finding[] {
  if (!Object.hasOwn(list.codes, code))
    return [finding('code-unknown', row.where, [column.name], `“${code.slice(0, 40)}” is no code of ${column.name}.`)]
  const on = dayOf(row, column, yearEnd)
  if (on === null || isCodeOn(list, code, on)) return []
  const message = `The code ${code} of ${column.name} was not in use on that day.`
  return [finding('code-not-in-use', row.where, [column.name], message, 'warning')]
}

/** The day against which a code is held: the one from which its field is true, otherwise that of the record; null while that is empty. */
function dayOf(row: Row, column: Column, yearEnd: PlainDate): PlainDate | null {
  if (column.to === null) return null
  const [type, name] = column.to
  const from = type.fields[name]?.trueFrom ?? type.dated
  const source = row.table.columns.find(({ to }) => to?.[0] === type && to[1] === from)
  return source === undefined ? yearEnd : dateIn(row, source.name)
}

function numberFindings(
  row: Row,
  column: Column,
  { least, most, decimals }: Extract<FieldDefinition, { kind: 'number' }>,
  value: number,
): readonly Finding[] {
  const fits =
    (least === undefined || value >= least) &&
    (most === undefined || value <= most) &&
    Number(value.toFixed(decimals)) === value
  if (fits) return []
  const limits = most === undefined ? `from ${least ?? 0}` : `from ${least ?? 0} to ${most}`
  return [
    finding('number-out-of-range', row.where, [column.name], `${value} cannot be: ${column.name} goes ${limits}.`),
  ]
}
