import type { DocumentId, Fields } from '../definitions/field.ts'
import type { GroupRow, Value } from './content.ts'

/** Every document that fields hold, those in repeating groups too, each once. */
export const documentsIn = (fields: Fields, values: Readonly<Record<string, Value>>): readonly DocumentId[] => [
  ...new Set(Object.entries(fields).flatMap(([name, field]) => documentsOf(field, values[name] ?? null))),
]

/** Whether fields can hold any: not worth asking each of half a million rows. */
export function canHoldDocuments(fields: Fields): boolean {
  const known = canHold.get(fields)
  if (known !== undefined) return known
  const can = Object.values(fields).some(
    (field) => field.kind === 'document' || (field.kind === 'group' && canHoldDocuments(field.fields)),
  )
  canHold.set(fields, can)
  return can
}

const canHold = new WeakMap<Fields, boolean>()

function documentsOf(field: Fields[string], value: Value): readonly DocumentId[] {
  if (field.kind === 'document') return typeof value === 'number' ? [value as DocumentId] : []
  if (field.kind !== 'group' || !Array.isArray(value)) return []
  return value.flatMap((row: GroupRow | string) => (typeof row === 'string' ? [] : documentsIn(field.fields, row)))
}
