import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'

/** One column of a template: whom the record is about, or what one of its fields holds. */
export type TemplateColumn =
  | { readonly heading: string; readonly role: string }
  | { readonly heading: string; readonly field: string; readonly definition: FieldDefinition }

/** What can stand in one cell. Groups, addresses and documents cannot; those are recorded by hand. */
const inOneCell: readonly FieldDefinition['kind'][] = [
  'text',
  'number',
  'money',
  'yes-no',
  'date',
  'planned-date',
  'code',
  'codes',
]

/** The columns of a record type's template: people first, by case number, then its fields. */
export const columnsOf = (type: RecordType): readonly TemplateColumn[] => [
  ...Object.entries(type.subjects)
    .filter(([, { kind }]) => kind === 'person')
    .map(([role]) => ({ heading: headingOf(role), role })),
  ...Object.entries(type.fields)
    .filter(([, { kind }]) => inOneCell.includes(kind))
    .map(([field, definition]) => ({ heading: headingOf(field), field, definition })),
]

/** Whether records of a type can be given in a table at all: everybody who must be in it is a person, and no other record is needed. */
export const hasTemplate = (type: RecordType): boolean =>
  Object.values(type.subjects).some(({ kind }) => kind === 'person') &&
  Object.values(type.subjects).every(({ kind, optional }) => kind === 'person' || optional === true) &&
  Object.values(type.links).every(({ optional }) => optional === true)

/** `visited_on`, for `visitedOn`. */
const headingOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
