import { PersonIdentifier } from '../../areas/people/person.ts'
import { fromParts } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { readCsvTable } from '../csv-table.ts'
import { unknown } from '../did-you-mean.ts'
import type { InputFile, Issue } from '../issue.ts'
import {
  caseNumber,
  type Finding,
  type RecordReading,
  type ReturnYear,
  type SourceRow,
  type SourceTable,
} from '../records.ts'
import { columnsOf, templates } from './columns.ts'
import { identityOf } from './identity.ts'
import { readRow } from './row.ts'

/** Templates speak of no year: only for the rows that they have. */
const always: ReturnYear = { label: 'any time', from: fromParts(1900, 1, 1), to: fromParts(2200, 1, 1) }

/** Reads filled templates, one record type to a file, named as it. A row with a fault is left out and told; a file that is no template refuses all. */
export function readTemplates(files: readonly InputFile[]): RecordReading {
  const readings = files.map(readFile)
  const findings = readings.flatMap((one) => one.findings)
  const tables = readings.flatMap(({ table }) => table ?? [])
  if (tables.length < files.length || tables.every(({ rows }) => rows.length === 0)) return { refused: true, findings }
  const people = [...new Set(tables.flatMap(({ type, rows }) => rows.flatMap((row) => peopleIn(type, row))))]
  return { refused: false, findings, year: always, people, tables: withCaseNumbers(tables, people) }
}

/** The case numbers that a row names, in roles and in fields. */
function peopleIn(type: RecordType, { subjects, fields }: SourceRow): readonly string[] {
  const inRoles = Object.entries(subjects).flatMap(([role, some]) =>
    type.subjects[role]?.kind === 'person' ? some : [],
  )
  const inFields = Object.entries(type.fields).flatMap(([name, field]) => {
    const value = fields[name]
    return field.kind === 'subject' && field.of === 'person' && typeof value === 'string' ? [value] : []
  })
  return [...inRoles, ...inFields]
}

/** Whoever is first heard of in a template is known again by the same number in the next one. */
function withCaseNumbers(tables: readonly SourceTable[], people: readonly string[]): readonly SourceTable[] {
  const blank = Object.fromEntries(Object.keys(PersonIdentifier.fields).map((field) => [field, null] as const))
  const rows = people.map((number): SourceRow => {
    const said = { subjects: { person: [number] }, fields: { ...blank, ...caseNumber, identifier: number } }
    return { ...said, identity: identityOf(PersonIdentifier, said), forNewPeople: true }
  })
  const given = tables.find(({ type }) => type.key === PersonIdentifier.key)
  const known = new Set(given?.rows.map(({ identity }) => identity))
  const identifiers: SourceTable = {
    type: PersonIdentifier,
    window: null,
    rows: [...(given?.rows ?? []), ...rows.filter(({ identity }) => !known.has(identity))],
  }
  return [...tables.filter((one) => one !== given), ...(identifiers.rows.length === 0 ? [] : [identifiers])]
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
  const required = columns.filter((one) => 'role' in one && type.subjects[one.role]?.optional !== true)
  const { rows, issues } = readCsvTable(file, {
    required: required.map(({ heading }) => heading),
    optional: columns.filter((one) => !required.includes(one)).map(({ heading }) => heading),
  })
  const read = rows.map((row) => readRow(file, type, row))
  const findings = [...issues, ...read.flatMap((one) => one.issues)].map((issue) => asFinding(name, issue))
  const table = { type, window: null, rows: distinct(read.flatMap(({ row }) => row ?? [])) }
  return rows.length === 0 && issues.some(({ row }) => row === null || row === 1) ? { findings } : { table, findings }
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
