import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'

/** Those of the types of record that may be read about the people of a room, by key. */
export const readable = (types: Iterable<RecordType>, { may }: Room): ReadonlyMap<string, RecordType> =>
  new Map([...types].filter(({ sensitivity }) => may(sensitivity, 'read')).map((type) => [type.key, type] as const))

/** The fields that may be read; the others are null, and named. */
export function shownFields(
  { may }: Room,
  type: RecordType,
  content: Content,
): { fields: Content['fields']; withheld: readonly string[] } {
  const withheld = Object.entries(type.fields)
    .filter(([, { sensitivity }]) => sensitivity !== undefined && !may(sensitivity, 'read'))
    .map(([field]) => field)
  const fields = Object.entries(content.fields).map(([field, value]) => [
    field,
    withheld.includes(field) ? null : value,
  ])
  return { fields: Object.fromEntries(fields), withheld }
}

/** Everybody and everything named in a record, by role or in a field (the worker who wrote a note), each once. */
export function subjectsIn(type: RecordType, content: Content): readonly SubjectId[] {
  const inFields = Object.entries(type.fields).flatMap(([field, { kind }]) => {
    const value = content.fields[field]
    return kind === 'subject' && typeof value === 'number' ? [value as SubjectId] : []
  })
  return [...new Set([...Object.values(content.subjects).flat(), ...inFields])]
}
