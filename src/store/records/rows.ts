import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import type { FieldColumns, RecordTable } from './columns.ts'
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
  for (const { name, column } of table.singleRoles) {
    const [only, ...more] = content.subjects[name] ?? []
    if (more.length > 0) throw new TypeError(`${key}.${name} is one; there are ${more.length + 1}`)
    row[column.name] = needed(
      only === undefined ? null : encodeId(only, `${key}.${name}`),
      column.notNull,
      `${key}.${name}`,
    )
  }
  for (const { name, column } of table.links) {
    const link = content.links[name] ?? null
    row[column.name] = needed(link === null ? null : encodeId(link, `${key}.${name}`), column.notNull, `${key}.${name}`)
  }
  for (const field of table.fields) encodeField(row, field, content, key)
  return {
    row,
    placed: table.manyRoles.flatMap((role) => placedIn(table, role, content.subjects[role] ?? [])),
    subjects: [...new Set(Object.values(content.subjects).flat())],
  }
}

/** What a version says, from its rows; `placed` in the order of their places. */
export function decodeContent(table: RecordTable, row: JsonObject, placed: readonly Placed[]): Content {
  const id = (column: { readonly name: string }) => row[column.name] ?? null
  const single = table.singleRoles.map(({ name, column }) => {
    const subject = id(column)
    return [name, typeof subject === 'number' ? [subject as SubjectId] : []] as const
  })
  const many = table.manyRoles.map(
    (name) => [name, placed.filter(({ role }) => role === name).map(({ subject_id }) => subject_id)] as const,
  )
  const links = table.links.map(({ name, column }) => {
    const link = id(column)
    return [name, typeof link === 'number' ? (link as RecordId) : null] as const
  })
  return {
    subjects: Object.fromEntries([...single, ...many]),
    links: Object.fromEntries(links),
    fields: Object.fromEntries(table.fields.map((field) => [field.name, decodeField(field, row)] as const)),
  }
}

export const emptyContent: Content = { subjects: {}, links: {}, fields: {} }

function encodeField(row: Record<string, Json>, field: FieldColumns, content: Content, key: string): void {
  const { name, definition, column, precision } = field
  const value = encodeValue(definition, content.fields[name], `${key}.${name}`)
  if (precision === null) {
    row[column.name] = value
    return
  }
  const { at, precision: how } = isMoment(value) ? value : { at: null, precision: null }
  row[column.name] = at
  row[precision.name] = how
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

function needed(id: number | null, notNull: boolean, path: string): number | null {
  if (id === null && notNull) throw new TypeError(`${path} is not given`)
  return id
}
