import { newRows, type Row } from '../../core/counting/rows.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content, Value } from '../../core/record/content.ts'
import { canName, type Renumber, renumberedValue } from '../../core/record/subjects.ts'
import { type FieldColumns, type IdColumn, type RecordTable, VERSION_ID } from './columns.ts'
import { decodeValue, encodeId, encodeValue, type Json, type JsonObject, refuseUnknown } from './values.ts'

/** Somebody in a role that many may have. */
type Placed = { readonly role: string; readonly place: number; readonly subject_id: SubjectId }

/** What a version says as rows: one of its type's table, without `version_id`, and those of `version_subject`. */
export type EncodedContent = {
  readonly row: JsonObject
  readonly placed: readonly Placed[]
  /** Everybody in any role, each once. */
  readonly subjects: readonly SubjectId[]
}

/** @throws TypeError when the content is not what its type defines */
export function encodeContent(table: RecordTable, content: Content): EncodedContent {
  const { key, subjects, links, fields } = table.type
  refuseUnknown(subjects, content.subjects, key)
  refuseUnknown(links, content.links, key)
  refuseUnknown(fields, content.fields, key)
  const row: Record<string, Json> = {}
  for (const role of table.singleRoles) {
    const those = content.subjects[role.name] ?? []
    if (those.length > 1) throw new TypeError(`${role.path} is one; there are ${those.length}`)
    row[role.column.name] = encodeIdIn(role, those[0])
  }
  for (const link of table.links) row[link.column.name] = encodeIdIn(link, content.links[link.name])
  for (const field of table.fields) encodeField(row, field, content)
  const placed = table.manyRoles.flatMap((role) => placedIn(table, role, content.subjects[role] ?? []))
  return { row, placed, subjects: everybodyIn(content) }
}

/**
 * What a version says as one value, in SQL: the columns of its type's table, there called `said`, in order, and last whoever stands in roles that many may
 * have. A list, because the names of the columns would be most of what is read of thousands of records.
 */
export function saidOf(table: RecordTable): string {
  const known = saids.get(table)
  if (known !== undefined) return known
  const said = `json_build_array(${saidColumns(table).join(', ')})`
  saids.set(table, said)
  return said
}

/** Of each table once: a page about somebody asks for dozens, several times. */
const saids = new WeakMap<RecordTable, string>()

const PLACED = `(
  select json_agg(json_build_array(role, subject_id) order by place) from version_subject where version_id = said."${VERSION_ID}"
)`

/** The same of many versions in one value: column by column, a list of what each of them says there. */
export function saidByColumn(table: RecordTable): string {
  return `json_build_array(${saidColumns(table)
    .map((column) => `json_agg(${column})`)
    .join(', ')})`
}

/** A date as the number of its day, as it is held: written as text it takes a fifth longer to read what is counted. */
const saidColumns = ({ columns, manyRoles }: RecordTable): readonly string[] => [
  ...columns.map(({ name, type }) => (type === 'date' ? `said."${name}" - date '1970-01-01'` : `said."${name}"`)),
  ...(manyRoles.length === 0 ? [] : [PLACED]),
]

/** What a version says, as `saidOf` gives it. */
export function decodeContent(table: RecordTable, said: readonly Json[]): Content {
  const columns = said.map((json) => [json])
  const [content = emptyContent] = decodeContents(table, columns, 1)
  return content
}

/** Column by column, what each of several versions says there. */
type Columns = readonly (readonly Json[])[]

/**
 * What versions say, as `saidByColumn` gives it.
 * @param many how many of them there are
 * @param renumber for whom they name, where not all have the number under which they were written
 */
export function decodeContents(
  table: RecordTable,
  said: Columns,
  many: number,
  renumber?: Renumber,
): readonly Content[] {
  const { empty, links } = table
  const contents = Array.from({ length: many }, () => ({
    subjects: { ...empty.subjects },
    // Most types link to nothing, and nothing is written into it then.
    links: links.length === 0 ? NO_LINKS : { ...empty.links },
    fields: { ...empty.fields },
  }))
  const into = {
    subjects: contents.map(({ subjects }) => subjects),
    links: contents.map((one) => one.links),
    fields: contents.map(({ fields }) => fields),
  }
  fill<never>(table, said, into, (subject) => [subject], renumber)
  return contents
}

const NO_LINKS: Record<string, RecordId | null> = {}

/** The same as rules read it, of the record with each of these numbers. */
export function decodeRows(
  table: RecordTable,
  said: Columns,
  records: readonly RecordId[],
  renumber?: Renumber,
): readonly Row[] {
  const rows = newRows(table.type, records)
  fill<unknown>(table, said, { subjects: rows, links: rows, fields: rows }, (subject) => subject, renumber)
  return rows
}

/** Where what each of them says is put. It may be one place for all, in which then there is `Else` too. */
type Into<Else> = {
  readonly subjects: readonly Record<string, readonly SubjectId[] | Else>[]
  readonly links: readonly Record<string, RecordId | null | Else>[]
  readonly fields: readonly Record<string, Value | Else>[]
}

/** @param only how the one in a single role is written */
function fill<Else>(
  { singleRoles, manyRoles, links, fields }: RecordTable,
  said: Columns,
  into: Into<Else>,
  only: (subject: SubjectId) => readonly SubjectId[] | Else,
  renumber: Renumber = AS_WRITTEN,
): void {
  let at = 0
  for (const { name } of singleRoles)
    put(into.subjects, name, said[at++], (json) => only(renumber(Number(json) as SubjectId)))
  for (const { name } of links) put(into.links, name, said[at++], (json) => Number(json) as RecordId)
  for (const field of fields) {
    put(into.fields, field.name, said[at], reading(field, said[at + 1], renumber))
    at += field.precision === null ? 1 : 2
  }
  for (const name of manyRoles) put(into.subjects, name, said[at], (json) => placedAs(name, json, renumber))
}

const AS_WRITTEN: Renumber = (subject) => subject

/** @param next the column after a field's own: how exactly a moment is known, which has one for that */
function reading({ definition, precision }: FieldColumns, next: readonly Json[] | undefined, renumber: Renumber) {
  if (precision !== null)
    return (at: Json, place: number): Value => decodeValue(definition, { at, precision: next?.[place] ?? null })
  if (renumber === AS_WRITTEN || !canName(definition)) return (json: Json): Value => decodeValue(definition, json)
  return (json: Json): Value => renumberedValue(definition, decodeValue(definition, json), renumber)
}

/** Of every record that is counted: what has all its names is filled, one column after another. */
function put<V>(
  into: readonly Record<string, V>[],
  name: string,
  column: readonly Json[] = [],
  read: (json: Json, place: number) => V,
): void {
  for (let place = 0; place < column.length; place++) {
    const json = column[place]
    const one = into[place]
    if (json !== undefined && json !== null && one !== undefined) one[name] = read(json, place)
  }
}

/** Nobody stands twice in a role. */
function placedAs(role: string, placed: Json, renumber: Renumber): readonly SubjectId[] {
  if (!Array.isArray(placed)) return []
  const those = placed.flatMap((one: Json) =>
    Array.isArray(one) && one[0] === role ? [renumber(Number(one[1]) as SubjectId)] : [],
  )
  return renumber === AS_WRITTEN ? those : [...new Set(those)]
}

export const emptyContent: Content = { subjects: {}, links: {}, fields: {} }

function encodeIdIn({ path, column }: IdColumn, id: number | null | undefined): number | null {
  if (id !== null && id !== undefined) return encodeId(id, path)
  if (column.notNull) throw new TypeError(`${path} is not given`)
  return null
}

function encodeField(row: Record<string, Json>, field: FieldColumns, content: Content): void {
  const { name, path, definition, column, precision } = field
  const value = encodeValue(definition, content.fields[name], path)
  if (precision === null) {
    row[column.name] = value
    return
  }
  const moment = isMoment(value) ? value : null
  row[column.name] = moment === null ? null : moment.at
  row[precision.name] = moment === null ? null : moment.precision
}

/** Everybody in any role, each once. */
export function everybodyIn({ subjects }: Content): readonly SubjectId[] {
  let all: readonly SubjectId[] = NOBODY
  // Most records are about one: nothing is made of those.
  for (const role in subjects) {
    const those = subjects[role] ?? NOBODY
    if (those.length === 0) continue
    all = all.length === 0 && those.length === 1 ? those : [...new Set([...all, ...those])]
  }
  return all
}

const NOBODY: readonly SubjectId[] = []

const isMoment = (json: Json): json is { readonly at: string; readonly precision: string } =>
  typeof json === 'object' && json !== null && 'at' in json

function placedIn({ type }: RecordTable, role: string, subjects: readonly SubjectId[]): readonly Placed[] {
  const path = `${type.key}.${role}`
  if (subjects.length === 0 && type.subjects[role]?.optional !== true) throw new TypeError(`${path} is nobody`)
  if (new Set(subjects).size < subjects.length) throw new TypeError(`${path} has somebody twice`)
  return subjects.map((subject, place) => ({ role, place, subject_id: encodeId(subject, path) as SubjectId }))
}
