import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { TableRow } from '../csv-table.ts'
import type { InputFile, Issue } from '../issue.ts'
import type { NamedRecord, SourceRow } from '../records.ts'
import { addressOf, readCell } from './cells.ts'
import { columnsOf, isShared, type KeyColumn, keyColumns, type Part, templates } from './columns.ts'
import { identityOf } from './identity.ts'

type Read = { readonly row?: SourceRow; readonly issues: readonly Issue[] }
type Say = (column: string, message: string) => void
type Subjects = Record<string, readonly string[]>

/** One row of a template, or what is wrong with it. */
export function readRow(file: InputFile, type: RecordType, { row, cells }: TableRow): Read {
  const issues: Issue[] = []
  const subjects: Subjects = {}
  const say: Say = (column, message) => {
    const subject = Object.values(subjects).flat()[0] ?? null
    issues.push({ file: file.name, row, column, subject, message, severity: 'error' })
  }
  const columns = columnsOf(type)
  for (const column of columns)
    if ('role' in column) subjects[column.role] = readRole(type, column, cells.get(column.heading) ?? '', say)
  const fields = readFields(
    Object.keys(type.fields),
    columns.filter((one) => 'field' in one),
    cells,
    say,
  )
  const links = readLinks(type, subjects, cells, say)
  const said = { subjects, fields, links }
  return issues.length > 0 ? { issues } : { row: { identity: identityOf(type, said), ...said, rowInFile: row }, issues }
}

function readRole(
  { subjects }: RecordType,
  { heading, role }: Extract<KeyColumn, { role: string }>,
  text: string,
  say: Say,
): readonly string[] {
  const identifiers = text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  const { kind = 'person', optional, many } = subjects[role] ?? {}
  const called = kind === 'person' ? 'case number of the person' : `identifier of the ${kind}`
  if (identifiers.length === 0 && optional !== true) say(heading, `Give the ${called}.`)
  if (identifiers.length > 1 && many !== true) say(heading, `Give the ${called}: there can be only one.`)
  return identifiers
}

type FieldColumn = Extract<KeyColumn, { field: string }>

function readFields(
  names: readonly string[],
  columns: readonly FieldColumn[],
  cells: ReadonlyMap<string, string>,
  say: Say,
): Record<string, Value> {
  const fields: Record<string, Value> = Object.fromEntries(names.map((field) => [field, null]))
  const addresses = new Map<string, Map<Part, string>>()
  for (const { heading, field, definition, part } of columns) {
    const text = cells.get(heading) ?? ''
    if (part !== undefined) {
      const said = addresses.get(field) ?? new Map<Part, string>()
      addresses.set(field, said.set(part, text))
      fields[field] = addressOf(said)
    } else {
      const read = readCell(definition, text)
      if ('message' in read) say(heading, read.message)
      else fields[field] = read.value
      if ('message' in read) continue
    }
    const isLast = part === undefined || part === 'uprn'
    if (isLast && definition.required && fields[field] === null) say(heading, `“${definition.label}” is missing.`)
  }
  return fields
}

/** The records that a row leads to. Where a cell of what one is known by is empty all have to be. */
function readLinks(
  type: RecordType,
  subjects: Subjects,
  cells: ReadonlyMap<string, string>,
  say: Say,
): Record<string, NamedRecord> {
  const links: Record<string, NamedRecord> = {}
  for (const [link, { to, label, optional }] of Object.entries(type.links)) {
    const linked = templates.get(to)
    const own = columnsOf(type).flatMap((one) => ('link' in one && one.link === link ? [one] : []))
    const first = own[0]
    if (linked === undefined || first === undefined) continue
    const given = own.filter(({ heading }) => (cells.get(heading) ?? '') !== '')
    const isGiven = own.every((one) => given.includes(one) || mayBeEmpty(linked, one.of))
    if (given.length === 0 && optional === true) continue
    if (!isGiven) say(first.heading, `Say by all of its columns which record “${label}” is.`)
    else links[link] = namedRecord(type, linked, { subjects, own, cells }, say)
  }
  return links
}

const mayBeEmpty = ({ subjects }: RecordType, of: KeyColumn): boolean =>
  'role' in of ? subjects[of.role]?.optional === true : of.definition.required !== true || of.part !== undefined

type Naming = {
  readonly subjects: Subjects
  readonly own: readonly { readonly heading: string; readonly of: KeyColumn }[]
  readonly cells: ReadonlyMap<string, string>
}

function namedRecord(type: RecordType, linked: RecordType, { subjects, own, cells }: Naming, say: Say): NamedRecord {
  const theirs: Subjects = {}
  for (const { role } of keyColumns(linked).flatMap((one) => ('role' in one ? [one] : []))) {
    const column = own.find(({ of }) => 'role' in of && of.role === role)
    theirs[role] = isShared(type, linked, role)
      ? (subjects[role] ?? [])
      : column === undefined
        ? []
        : readRole(linked, { heading: column.heading, role }, cells.get(column.heading) ?? '', say)
  }
  const columns = own.flatMap(({ heading, of }) => ('field' in of ? [{ ...of, heading }] : []))
  const fields = readFields([], columns, cells, say)
  return { identity: identityOf(linked, { subjects: theirs, fields }), subjects: theirs, fields }
}
