import { areas } from '../../areas/index.ts'
import { recordTypesOf } from '../../core/definitions/catalogue.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'

/** A column of what a record is known by: whom or what it is about, or what one of its fields holds. */
export type KeyColumn =
  | { readonly heading: string; readonly role: string }
  | { readonly heading: string; readonly field: string; readonly definition: FieldDefinition; readonly part?: Part }

/** One column of a template. `link`: what another record that this one leads to is known by. */
export type TemplateColumn = KeyColumn | { readonly heading: string; readonly link: string; readonly of: KeyColumn }

/** What of an address stands in a column of its own. */
const parts = ['line 1', 'line 2', 'line 3', 'line 4', 'postcode', 'uprn'] as const
export type Part = (typeof parts)[number]

/** Groups cannot stand in cells, nor documents; those are recorded by hand. */
const inCells: readonly FieldDefinition['kind'][] = [
  'text',
  'number',
  'money',
  'yes-no',
  'date',
  'planned-date',
  'instant',
  'code',
  'codes',
  'subject',
  'address',
]

/** The columns of a record type's template: whom it is about, by the identifiers of the case system; what it leads to; its fields. */
export const columnsOf = (type: RecordType): readonly TemplateColumn[] => [
  ...Object.keys(type.subjects).map((role) => ({ heading: headingOf(role), role })),
  ...Object.entries(type.links).flatMap(([link, { to }]) => linkColumns(type, link, recordTypes.get(to))),
  ...Object.entries(type.fields).flatMap(([field, definition]) => fieldColumns(field, definition)),
]

export const recordTypes = recordTypesOf(areas)

function fieldColumns(field: string, definition: FieldDefinition): readonly KeyColumn[] {
  const heading = headingOf(field)
  if (!inCells.includes(definition.kind)) return []
  if (definition.kind !== 'address') return [{ heading, field, definition }]
  return parts.map((part) => ({ heading: `${heading}_${part.replace(' ', '_')}`, field, definition, part }))
}

/** A record that is led to is named by what it is known by; whom both are about is written once. */
function linkColumns(type: RecordType, link: string, to: RecordType | undefined): readonly TemplateColumn[] {
  return (to === undefined ? [] : keyColumns(to))
    .filter((of) => !('role' in of && isShared(type, to, of.role)))
    .map((of) => ({ heading: `${headingOf(link)}_${of.heading}`, link, of }))
}

/** The columns of what a record of a type is known by; none where that cannot stand in cells. */
export function keyColumns({ identity, subjects, fields }: RecordType): readonly KeyColumn[] {
  const columns = identity.map((name): readonly KeyColumn[] => {
    const definition = fields[name]
    if (definition !== undefined) return fieldColumns(name, definition)
    return Object.hasOwn(subjects, name) ? [{ heading: headingOf(name), role: name }] : []
  })
  return columns.some((some) => some.length === 0) ? [] : columns.flat()
}

/** Whether a role of a record is that of another which leads to it, so that both are about the same. */
export const isShared = (from: RecordType, to: RecordType | undefined, role: string): boolean =>
  from.subjects[role] !== undefined && from.subjects[role].kind === to?.subjects[role]?.kind

/** Whether records of a type can be given in a table at all: whatever must be in them can stand in cells. */
export const hasTemplate = (type: RecordType): boolean =>
  Object.keys(type.subjects).length > 0 &&
  Object.values(type.fields).every(({ kind, required }) => required !== true || inCells.includes(kind)) &&
  Object.values(type.links).every(({ to, optional }) => {
    const linked = recordTypes.get(to)
    return optional === true || (linked !== undefined && hasTemplate(linked) && keyColumns(linked).length > 0)
  })

/** Every record type that has a template, by the name of its file without the ending. */
export const templates: ReadonlyMap<string, RecordType> = new Map(
  [...recordTypes].filter(([, type]) => hasTemplate(type)),
)

/** `visited_on`, for `visitedOn`. */
const headingOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
