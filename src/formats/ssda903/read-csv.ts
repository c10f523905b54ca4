import { misfit, type SplitRow, splitCsv } from '../csv-table.ts'
import { unknown } from '../did-you-mean.ts'
import type { InputFile } from '../issue.ts'
import type { Finding } from '../records.ts'
import { finding, ofFile } from './findings.ts'
import type { RawFile, RawTable } from './raw.ts'
import { type Table, tables } from './tables.ts'

/** Reads a CSV file of one table. Which table it is, its headings say, in whatever order and case; its name says nothing. */
export function readCsv(file: InputFile): RawFile {
  const refuse = (...findings: readonly Finding[]): RawFile => ({ tables: [], findings })
  const parsed = splitCsv(file.bytes)
  if ('message' in parsed) return refuse(ofFile('file-unreadable', file.name, parsed.message, rowOf(parsed)))
  const [heading, ...body] = parsed.rows
  if (heading === undefined) return refuse(ofFile('file-unreadable', file.name, 'The file is empty.'))
  const names = heading.cells.map((name) => name.trim().toUpperCase())
  const table = recognise(names)
  if (table === undefined)
    return refuse(
      ofFile(
        'file-not-recognised',
        file.name,
        `These are not the headings of any table of the return: ${names.join(', ')}. There are ${tables.map((one) => one.file).join(', ')}.`,
        { row: heading.row },
      ),
    )
  const faults = headingFaults(file.name, table, names, heading.row)
  const last = body.at(-1)
  if (parsed.cutOff && last?.cells.length !== names.length)
    faults.push(ofFile('file-cut-off', file.name, 'The last row is not whole: the file was cut off. Export it again.'))
  if (faults.length > 0) return refuse(...faults)
  const read = readRows(file.name, table, names, body)
  const unfinished = parsed.cutOff
    ? [
        ofFile(
          'file-cut-off',
          file.name,
          'The last row has no line end. It was read; look whether the file is whole.',
          { severity: 'warning' },
        ),
      ]
    : []
  return {
    tables: [read.table],
    findings: [...strange(file.name, table, names, heading.row), ...unfinished, ...read.findings],
  }
}

const rowOf = ({ row }: { readonly row?: number }) => (row === undefined ? {} : { row })

/** Said in many tables, so they do not tell which one this is. */
const common = new Set(['CHILD', 'DOB', 'SEX'])

/** The table whose columns are all there, the widest of several; failing that, the one of which at least half are. */
function recognise(names: readonly string[]): Table | undefined {
  const there = new Set(names)
  const own = (table: Table) => table.columns.filter(({ name }) => !common.has(name))
  const share = (table: Table) => own(table).filter(({ name }) => there.has(name)).length / own(table).length
  const whole = tables
    .filter(({ columns }) => columns.every(({ name }) => there.has(name)))
    .toSorted((one, other) => other.columns.length - one.columns.length)
  const [nearest] = tables.toSorted((one, other) => share(other) - share(one))
  return whole[0] ?? (nearest !== undefined && share(nearest) >= 0.5 ? nearest : undefined)
}

function headingFaults(file: string, table: Table, names: readonly string[], row: number): Finding[] {
  const missing = table.columns.filter(({ name }) => !names.includes(name))
  const twice = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) < at))
  return [
    ...missing.map(({ name }) =>
      ofFile(
        'column-missing',
        file,
        `The column ${name} is missing from ${table.label}. Export the file again with it.`,
        {
          column: name,
          row,
        },
      ),
    ),
    ...[...twice].map((column) =>
      ofFile('column-twice', file, `The column ${column} stands twice in the heading. Keep one.`, { column, row }),
    ),
  ]
}

/** Columns that are no part of the table: they are not read, and that is said. */
function strange(file: string, table: Table, names: readonly string[], row: number): readonly Finding[] {
  const known = [...table.columns, ...table.also].map(({ name }) => name)
  return names
    .filter((name) => name !== '' && !known.includes(name))
    .map((column) =>
      ofFile('column-unknown', file, `${unknown('column', column, known)} It was not read.`, {
        column,
        row,
        severity: 'warning',
      }),
    )
}

function readRows(
  file: string,
  table: Table,
  names: readonly string[],
  body: readonly SplitRow[],
): { table: RawTable; findings: readonly Finding[] } {
  const fits = ({ cells }: SplitRow) => cells.length === names.length
  const childAt = names.indexOf('CHILD')
  const lost = body.filter((row) => !fits(row))
  const childOf = ({ cells }: SplitRow) => cells[childAt]?.trim() || null
  return {
    table: {
      table,
      file,
      rows: body.filter(fits).map(({ row, cells }) => ({
        row,
        cells: new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
      })),
      lost: lost.map(childOf),
    },
    findings: lost.map((row) =>
      finding(
        'row-unreadable',
        { table: table.name, file, row: row.row, child: childOf(row) },
        [],
        `${misfit(row.cells.length, names.length)} The row was left out.`,
      ),
    ),
  }
}
