import type { DocumentId, Fields } from '../definitions/field.ts'
import type { GroupRow, Value } from './content.ts'

/** Every document that fields hold, those in repeating groups too, each once. */
export const documentsIn = (fields: Fields, values: Readonly<Record<string, Value>>): readonly DocumentId[] => [
  ...new Set(Object.entries(fields).flatMap(([name, field]) => documentsOf(field, values[name] ?? null))),
]

function documentsOf(field: Fields[string], value: Value): readonly DocumentId[] {
  if (field.kind === 'document') return typeof value === 'number' ? [value as DocumentId] : []
  if (field.kind !== 'group' || !Array.isArray(value)) return []
  return value.flatMap((row: GroupRow | string) => (typeof row === 'string' ? [] : documentsIn(field.fields, row)))
}
