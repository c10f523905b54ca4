import { areas } from '../../areas/index.ts'
import { fromParts, type PlainDate, toText } from '../../core/dates/plain-date.ts'
import { recordTypesOf } from '../../core/definitions/catalogue.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import { readCsvTable } from '../csv-table.ts'
import { unknown } from '../did-you-mean.ts'
import type { InputFile, Issue } from '../issue.ts'
import type { Finding, RecordReading, ReturnYear, SourceRow, SourceTable } from '../records.ts'
import { readCell } from './cells.ts'
import { columnsOf, hasTemplate } from './columns.ts'

/** Templates speak of no year: only for the rows that they have. */
const always: ReturnYear = { label: 'any time', from: fromParts(1900, 1, 1), to: fromParts(2200, 1, 1) }

/** Every record type that has a template, by the name of its file without the ending. */
export const templates: ReadonlyMap<string, RecordType> = new Map(
  [...recordTypesOf(areas)].filter(([, type]) => hasTemplate(type)),
)

/** Reads filled templates, one record type to a file, named as it. A row with a fault is left out and told; a file that is no template refuses all. */
export function readTemplates(files: readonly InputFile[]): RecordReading {
  const readings = files.map(readFile)
  const findings = readings.flatMap((one) => one.findings)
  const tables = readings.flatMap(({ table }) => table ?? [])
  if (tables.length < files.length || tables.every(({ rows }) => rows.length === 0)) return { refused: true, findings }
  const people = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ subjects }) => Object.values(subjects).flat())))
  return { refused: false, findings, year: always, people: [...people], tables }
}

function readFile(file: InputFile): { readonly table?: SourceTable; readonly findings: readonly Finding[] } {
  const name = (file.name.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '')
  const type = templates.get(name)
  if (type === undefined)
    return {
      findings: [
        asFinding(
          name,
          fileIssue(file, `${unknown('template', name, templates.keys())} A file is named as its template.`),
        ),
      ],
    }
  const columns = columnsOf(type)
  const roles = columns.flatMap((one) => ('role' in one ? [one.heading] : []))
  const fields = columns.flatMap((one) => ('field' in one ? [one.heading] : []))
  const { rows, issues } = readCsvTable(file, { required: roles.slice(0, 1), optional: [...roles.slice(1), ...fields] })
  const read = rows.map((row) => readRow(file, type, row))
  const findings = [...issues, ...read.flatMap((one) => one.issues)].map((issue) => asFinding(name, issue))
  const table = { type, window: null, rows: distinct(read.flatMap(({ row }) => row ?? [])) }
  return rows.length === 0 && issues.some(({ row }) => row === null || row === 1) ? { findings } : { table, findings }
}

type CellsRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }

function readRow(
  file: InputFile,
  type: RecordType,
  { row, cells }: CellsRow,
): { readonly row?: SourceRow; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const subjects: Record<string, readonly string[]> = {}
  const fields: Record<string, Value> = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  const say = (column: string, message: string) =>
    issues.push({
      file: file.name,
      row,
      column,
      subject: Object.values(subjects).flat()[0] ?? null,
      message,
      severity: 'error',
    })
  for (const column of columnsOf(type)) {
    const text = cells.get(column.heading) ?? ''
    if ('role' in column) {
      const numbers = text
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)
      if (numbers.length === 0 && type.subjects[column.role]?.optional !== true)
        say(column.heading, 'Give the case number of the person.')
      subjects[column.role] = numbers
      continue
    }
    const read = readCell(column.definition, text)
    if ('message' in read) say(column.heading, read.message)
    else if (read.value === null && column.definition.required)
      say(column.heading, `“${column.definition.label}” is missing.`)
    else fields[column.field] = read.value
  }
  return issues.length > 0
    ? { issues }
    : { row: { identity: identityOf(type, subjects, fields), subjects, fields }, issues }
}

/** What makes a row of a template the same record as an earlier row: what the type's identity names. */
function identityOf(
  { identity, fields: definitions }: RecordType,
  subjects: Readonly<Record<string, readonly string[]>>,
  fields: Readonly<Record<string, Value>>,
): string {
  return identity
    .map((name) => {
      const value = fields[name] ?? null
      if (subjects[name] !== undefined) return subjects[name].join(';')
      return definitions[name]?.kind === 'date' && typeof value === 'number'
        ? toText(value as PlainDate)
        : JSON.stringify(value)
    })
    .join('|')
}

/** Of rows that are one record the last holds, as it would if they came one after the other. */
const distinct = (rows: readonly SourceRow[]): readonly SourceRow[] => [
  ...new Map(rows.map((row) => [row.identity, row] as const)).values(),
]

const fileIssue = (file: InputFile, message: string): Issue => ({
  file: file.name,
  row: null,
  column: null,
  subject: null,
  message,
  severity: 'error',
})

const asFinding = (table: string, issue: Issue): Finding => ({
  ...issue,
  rule: issue.row === null ? 'template-unreadable' : 'cell-unreadable',
  table,
  fields: issue.column === null ? [] : [issue.column],
})
