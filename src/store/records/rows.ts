import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content, Value } from '../../core/record/content.ts'
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
  const columns = table.columns.map(({ name }) => `said."${name}"`)
  const placed = table.manyRoles.length === 0 ? [] : [PLACED]
  const said = `json_build_array(${[...columns, ...placed].join(', ')})`
  saids.set(table, said)
  return said
}

/** Of each table once: a page about somebody asks for dozens, several times. */
const saids = new WeakMap<RecordTable, string>()

const PLACED = `(
  select json_agg(json_build_array(role, subject_id) order by place) from version_subject where version_id = said."${VERSION_ID}"
)`

/** What a version says, as `saidOf` gives it. */
export function decodeContent(table: RecordTable, said: readonly Json[]): Content {
  // Of every record that is counted: objects are filled rather than made of lists.
  let at = 0
  const subjects: Record<string, readonly SubjectId[]> = { ...table.empty.subjects }
  for (const { name } of table.singleRoles) {
    const subject = said[at++]
    if (typeof subject === 'number') subjects[name] = [subject as SubjectId]
  }
  const links: Record<string, RecordId | null> = { ...table.empty.links }
  for (const { name } of table.links) {
    const link = said[at++]
    if (typeof link === 'number') links[name] = link as RecordId
  }
  const fields: Record<string, Value> = { ...table.empty.fields }
  for (const field of table.fields) {
    fields[field.name] = decodeField(field, said[at], said[at + 1])
    at += field.precision === null ? 1 : 2
  }
  for (const name of table.manyRoles) subjects[name] = placedAs(name, said[at] ?? null)
  return { subjects, links, fields }
}

/** @param next the column after its own: how exactly a moment is known, which has one for that */
const decodeField = ({ definition, precision }: FieldColumns, json: Json = null, next: Json = null): Value =>
  decodeValue(definition, precision === null || json === null ? json : { at: json, precision: next })

const placedAs = (role: string, placed: Json): readonly SubjectId[] =>
  Array.isArray(placed)
    ? placed.flatMap((one: Json) => (Array.isArray(one) && one[0] === role ? [Number(one[1]) as SubjectId] : []))
    : []

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
  const all: SubjectId[] = []
  for (const role of Object.keys(subjects)) {
    for (const subject of subjects[role] ?? []) if (!all.includes(subject)) all.push(subject)
  }
  return all
}

const isMoment = (json: Json): json is { readonly at: string; readonly precision: string } =>
  typeof json === 'object' && json !== null && 'at' in json

function placedIn({ type }: RecordTable, role: string, subjects: readonly SubjectId[]): readonly Placed[] {
  const path = `${type.key}.${role}`
  if (subjects.length === 0 && type.subjects[role]?.optional !== true) throw new TypeError(`${path} is nobody`)
  if (new Set(subjects).size < subjects.length) throw new TypeError(`${path} has somebody twice`)
  return subjects.map((subject, place) => ({ role, place, subject_id: encodeId(subject, path) as SubjectId }))
}
