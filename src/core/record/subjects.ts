import type { FieldDefinition, Fields, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content, GroupRow, Value } from './content.ts'

/** Puts another number in the place of one that a record names. */
export type Renumber = (subject: SubjectId) => SubjectId

/** The content with other numbers for those whom it names, in roles, fields and rows of groups; nobody stands twice in a role. */
export function renumbered(type: RecordType, content: Content, renumber: Renumber): Content {
  const subjects: Record<string, readonly SubjectId[]> = {}
  for (const role of Object.keys(content.subjects))
    subjects[role] = [...new Set((content.subjects[role] ?? []).map(renumber))]
  return { ...content, subjects, fields: renumberedFields(type.fields, content.fields, renumber) }
}

/** Everybody and everything named in a record, by role or in a field (the worker who wrote a note), each once. */
export function subjectsIn(type: RecordType, content: Content): readonly SubjectId[] {
  const named = new Set<SubjectId>()
  for (const role of Object.keys(content.subjects))
    for (const subject of content.subjects[role] ?? []) named.add(subject)
  renumberedFields(type.fields, content.fields, (subject) => {
    named.add(subject)
    return subject
  })
  return [...named]
}

function renumberedFields(fields: Fields, row: GroupRow, renumber: Renumber): GroupRow {
  const naming = namingIn(fields)
  if (naming.length === 0) return row
  const changed: Record<string, Value> = { ...row }
  for (const [name, field] of naming) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined
    if (value !== undefined) changed[name] = renumberedValue(field, value, renumber)
  }
  return changed
}

/** The fields that can name somebody, worked out once: every record that is read is asked. */
const naming = new WeakMap<Fields, readonly (readonly [name: string, field: FieldDefinition])[]>()

function namingIn(fields: Fields): readonly (readonly [name: string, field: FieldDefinition])[] {
  const known = naming.get(fields)
  if (known !== undefined) return known
  const found = Object.entries(fields).filter(([, field]) => canName(field))
  naming.set(fields, found)
  return found
}

/** Whether a record can name more than one person: of most types it cannot. */
export function namesOthers({ subjects, fields }: RecordType): boolean {
  const people = Object.values(subjects).filter(({ kind }) => kind === 'person')
  return people.length > 1 || people.some(({ many }) => many === true) || canNamePeople(fields)
}

const canNamePeople = (fields: Fields): boolean =>
  namingIn(fields).some(([, field]) =>
    field.kind === 'group' ? canNamePeople(field.fields) : field.kind === 'subject' && field.of === 'person',
  )

/** Whether a field can name somebody. */
export const canName = (field: FieldDefinition): boolean =>
  field.kind === 'subject' || (field.kind === 'group' && namingIn(field.fields).length > 0)

/** What a field holds, with other numbers for those whom it names. Every kind is named, so that a new one which names people cannot be forgotten here. */
export function renumberedValue(field: FieldDefinition, value: Value, renumber: Renumber): Value {
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
