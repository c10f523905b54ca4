import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content, Value } from '../../core/record/content.ts'
import type { FieldColumns, IdColumn, RecordTable } from './columns.ts'
import { decodeValue, encodeId, encodeValue, type Json, type JsonObject, refuseUnknown } from './values.ts'

/** Somebody in a role that many may have. */
export type Placed = { readonly role: string; readonly place: number; readonly subject_id: SubjectId }

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

/** What a version says, from its rows; `placed` in the order of their places. */
export function decodeContent(table: RecordTable, row: JsonObject, placed: readonly Placed[]): Content {
  // Of every record that is counted: objects are filled rather than made of lists.
  const subjects: Record<string, readonly SubjectId[]> = {}
  for (const { name, column } of table.singleRoles) {
    const subject = row[column.name]
    subjects[name] = typeof subject === 'number' ? [subject as SubjectId] : []
  }
  for (const name of table.manyRoles)
    subjects[name] = placed.filter(({ role }) => role === name).map(({ subject_id }) => subject_id)
  const links: Record<string, RecordId | null> = {}
  for (const { name, column } of table.links) {
    const link = row[column.name]
    links[name] = typeof link === 'number' ? (link as RecordId) : null
  }
  const fields: Record<string, Value> = {}
  for (const field of table.fields) fields[field.name] = decodeField(field, row)
  return { subjects, links, fields }
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

function everybodyIn({ subjects }: Content): readonly SubjectId[] {
  const all: SubjectId[] = []
  for (const role of Object.keys(subjects)) {
    for (const subject of subjects[role] ?? []) if (!all.includes(subject)) all.push(subject)
  }
  return all
}

function decodeField({ definition, column, precision }: FieldColumns, row: JsonObject) {
  const json = row[column.name]
  const moment = { at: json ?? null, precision: precision === null ? null : (row[precision.name] ?? null) }
  return decodeValue(definition, precision === null || json === null ? json : moment)
}

const isMoment = (json: Json): json is { readonly at: string; readonly precision: string } =>
  typeof json === 'object' && json !== null && 'at' in json

function placedIn({ type }: RecordTable, role: string, subjects: readonly SubjectId[]): readonly Placed[] {
  const path = `${type.key}.${role}`
  if (subjects.length === 0 && type.subjects[role]?.optional !== true) throw new TypeError(`${path} is nobody`)
  if (new Set(subjects).size < subjects.length) throw new TypeError(`${path} has somebody twice`)
  return subjects.map((subject, place) => ({ role, place, subject_id: encodeId(subject, path) as SubjectId }))
}
