import type { FieldDefinition, Fields, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content, GroupRow, Value } from './content.ts'

/** Puts another number in the place of one that a record names. */
type Renumber = (subject: SubjectId) => SubjectId

/** The content with other numbers for those whom it names, in roles, fields and rows of groups; nobody stands twice in a role. */
export const renumbered = (type: RecordType, content: Content, renumber: Renumber): Content => ({
  ...content,
  subjects: Object.fromEntries(
    Object.entries(content.subjects).map(([role, subjects]) => [role, [...new Set(subjects.map(renumber))]] as const),
  ),
  fields: renumberedFields(type.fields, content.fields, renumber),
})

/** Everybody and everything named in a record, by role or in a field (the worker who wrote a note), each once. */
export function subjectsIn(type: RecordType, content: Content): readonly SubjectId[] {
  const named = new Set<SubjectId>()
  renumbered(type, content, (subject) => {
    named.add(subject)
    return subject
  })
  return [...named]
}

const renumberedFields = (fields: Fields, row: GroupRow, renumber: Renumber): GroupRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [name, field === undefined ? value : renumberedValue(field, value, renumber)] as const
    }),
  )

/** Every kind is named, so that a new one which names people cannot be forgotten here. */
function renumberedValue(field: FieldDefinition, value: Value, renumber: Renumber): Value {
  switch (field.kind) {
    case 'subject':
      return typeof value === 'number' ? renumber(value as SubjectId) : value
    case 'group':
      return Array.isArray(value)
        ? value.filter(isRow).map((row) => renumberedFields(field.fields, row, renumber))
        : value
    case 'text':
    case 'number':
    case 'money':
    case 'yes-no':
    case 'date':
    case 'planned-date':
    case 'instant':
    case 'code':
    case 'codes':
    case 'record':
    case 'address':
    case 'document':
      return value
  }
}

const isRow = (row: string | GroupRow): row is GroupRow => typeof row === 'object'
