import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'

type ColumnType = 'text' | 'numeric' | 'bigint' | 'date' | 'timestamptz' | 'text[]' | 'jsonb'

/** A subject, or a record of the type with that key. */
type Reference =
  | { readonly subject: true; readonly record?: undefined }
  | { readonly subject?: undefined; readonly record: string }

/** A column of a derived table. */
export type Column = {
  readonly name: string
  readonly type: ColumnType
  readonly notNull: boolean
  /** Of what it holds the id. */
  readonly references: Reference | null
  readonly notEmpty: boolean
  readonly indexed: boolean
  readonly lookedUp: FieldDefinition['lookedUp'] | null
}

export type FieldColumns = {
  readonly name: string
  /** As errors call it: `case-note.seenOn`. */
  readonly path: string
  readonly definition: FieldDefinition
  readonly column: Column
  /** Of an instant: how exactly it is known. */
  readonly precision: Column | null
}

/** Where a single role, or a link, is held. */
export type IdColumn = { readonly name: string; readonly path: string; readonly column: Column }

/** The table of a record type: which column holds what. Roles that many may have are in `version_subject`. */
export type RecordTable = {
  readonly type: RecordType
  readonly name: string
  readonly singleRoles: readonly IdColumn[]
  readonly manyRoles: readonly string[]
  readonly links: readonly IdColumn[]
  readonly fields: readonly FieldColumns[]
  /** All of them but `version_id`, in order. */
  readonly columns: readonly Column[]
  /** Those that hold the ids of others. */
  readonly references: readonly { readonly name: string; readonly references: Reference }[]
  /** A content of the type that says nothing: what is read is filled into a copy of it, which takes less than to put one name after another. */
  readonly empty: Content
}

/** The column that joins a row to its version, of every derived table. */
export const VERSION_ID = 'version_id'

/** Worked out once for each type: a chronology asks for dozens. */
const tables = new WeakMap<RecordType, RecordTable>()

/** The table of a record type, as its definition has it. Names are not checked here but in `deriveSchema`. */
export function tableOf(type: RecordType): RecordTable {
  const table = tables.get(type) ?? describe(type)
  tables.set(type, table)
  return table
}

function describe(type: RecordType): RecordTable {
  const roles = Object.entries(type.subjects)
  const path = (name: string) => `${type.key}.${name}`
  const singleRoles = roles
    .filter(([, role]) => role.many !== true)
    .map(([name, role]) => ({
      name,
      path: path(name),
      column: idColumn(name, { subject: true }, role.optional === true),
    }))
  const links = Object.entries(type.links).map(([name, link]) => ({
    name,
    path: path(name),
    column: idColumn(name, { record: link.to }, link.optional === true),
  }))
  const fields = Object.entries(type.fields).map(([name, definition]) => fieldColumns(name, path(name), definition))
  const columns = [
    ...singleRoles.map(({ column }) => column),
    ...links.map(({ column }) => column),
    ...fields.flatMap(({ column, precision }) => (precision === null ? [column] : [column, precision])),
  ]
  return {
    type,
    name: `record_${snakeCase(type.key)}`,
    singleRoles,
    manyRoles: roles.filter(([, role]) => role.many === true).map(([name]) => name),
    links,
    fields,
    columns,
    references: columns.flatMap(({ name, references }) => (references === null ? [] : [{ name, references }])),
    empty: {
      subjects: Object.fromEntries(roles.map(([name]) => [name, []])),
      links: Object.fromEntries(links.map(({ name }) => [name, null])),
      fields: Object.fromEntries(fields.map(({ name }) => [name, null])),
    },
  }
}

/** `startedOn` and `started-on` are both `started_on`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()

/** What of a number counts, in SQL, of a column whose name needs no more quoting: its letters and figures, without leading noughts. */
export const bareNumberIn = (column: string): string =>
  `ltrim(upper(regexp_replace("${column}", '[^0-9A-Za-z]', '', 'g')), '0')`

const plain = { notNull: false, references: null, notEmpty: false, indexed: false, lookedUp: null } as const

const idColumn = (name: string, references: Reference, optional: boolean): Column => ({
  name: `${snakeCase(name)}_id`,
  type: 'bigint',
  notNull: !optional,
  references,
  notEmpty: false,
  // The records of a subject are found by `record_subject`.
  indexed: references.record !== undefined,
  lookedUp: null,
})

/** Nullable even where the form requires an answer: what came from elsewhere may lack it. */
function fieldColumns(name: string, path: string, definition: FieldDefinition): FieldColumns {
  const { lookedUp = null } = definition
  const column: Column = { ...plain, name: snakeCase(name), ...holding(definition), lookedUp }
  const precision = { ...plain, name: `${column.name}_precision`, type: 'text', notEmpty: true } as const
  return { name, path, definition, column, precision: definition.kind === 'instant' ? precision : null }
}

function holding(definition: FieldDefinition): Pick<Column, 'type'> & Partial<Column> {
  switch (definition.kind) {
    case 'text':
      return { type: 'text' }
    case 'yes-no':
    // Which codes there are changes with time, and is checked against the record's own date; the database cannot.
    case 'code':
      return { type: 'text', notEmpty: true }
    case 'codes':
      return { type: 'text[]' }
    case 'number':
      return { type: 'numeric' }
    case 'money':
    case 'document':
      return { type: 'bigint' }
    case 'subject':
      return { type: 'bigint', references: { subject: true } }
    case 'record':
      return { type: 'bigint', references: { record: definition.of } }
    case 'date':
    case 'planned-date':
      return { type: 'date' }
    case 'instant':
      return { type: 'timestamptz' }
    case 'address':
    case 'group':
      return { type: 'jsonb' }
  }
}
