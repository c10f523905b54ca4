import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import { type FieldColumns, type RecordTable, VERSION_ID } from './columns.ts'

/**
 * For which records a file speaks: those of a type that came from a source, whose stretch (from the date of the record to its end, or that
 * day alone where it has no end) overlaps `from` (inclusive) to `to` (exclusive), or with `only: 'beginning'` those that begin in it, and about any of
 * `subjects` in whatever role. What is left out does not limit. Only within its window does absence from the file mean gone; a file of changes alone has no subjects (`[]`).
 */
export type ImportWindow = {
  readonly type: RecordType
  readonly sourceSystem: string
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly subjects?: readonly SubjectId[]
  readonly only?: 'beginning'
}

/** A window as it is stored, with its place in the order of arrival. */
export type StoredWindow = {
  readonly batch: number
  readonly knownOn: PlainDate
  readonly position: number
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly subjects: ReadonlySet<SubjectId> | null
  readonly onlyBeginning: boolean
}

/** What a window asks about a version. `end` is the first day on which it no longer holds, null while it is open. */
export type Reach = {
  readonly start: PlainDate | null
  readonly end: PlainDate | null
  readonly subjects: readonly SubjectId[]
}

/** Whether the window speaks for a version of a record. `covered` says the same in SQL. */
export function covers(type: RecordType, window: StoredWindow, { start, end, subjects }: Reach): boolean {
  if (window.subjects !== null && !subjects.some((one) => window.subjects?.has(one))) return false
  if (type.dated === ALWAYS || (window.from === null && window.to === null)) return true
  if (start === null) return false
  if (window.to !== null && start >= window.to) return false
  return window.from === null || start >= window.from || (!window.onlyBeginning && (end === null || end > window.from))
}

/** Whether the row of `import_window` called `spoken`, which is of this batch and source, covers the row of the type's table called `said`. */
export function covered(table: RecordTable, batch: number, sourceSystem: string): RawBuilder<SqlBool> {
  const about = sql`(spoken.subjects is null or ${isAboutAny(table, subjectsSpokenFor(table, batch, sourceSystem))})`
  if (table.type.dated === ALWAYS) return sql<SqlBool>`${about}`
  return sql<SqlBool>`(
    ${about} and (
      (spoken.from_on is null and spoken.to_on is null) or (
        ${startOf(table)} is not null
        and (spoken.to_on is null or ${startOf(table)} < spoken.to_on)
        and (
          spoken.from_on is null or ${startOf(table)} >= spoken.from_on
          or (not spoken.only_beginning and (${endOf(table)} is null or ${endOf(table)} > spoken.from_on))
        )
      )
    )
  )`
}

/** A question about no row in particular, so that it is asked once for all of them: a large file would be gone through again for every row. */
const subjectsSpokenFor = ({ type }: RecordTable, batch: number, sourceSystem: string): RawBuilder<unknown> => sql`
  select unnest(subjects) from import_window
  where batch_id = ${batch} and type = ${type.key} and source_system = ${sourceSystem}`

/** Whether anybody in any role of `said` is one of these. */
function isAboutAny(table: RecordTable, these: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const single = table.singleRoles.map(({ column }) => sql`coalesce(${said(column.name)} in (${these}), false)`)
  const many = sql`coalesce((
    select bool_or(subject_id in (${these})) from version_subject where version_id = ${said(VERSION_ID)}
  ), false)`
  const each = [...single, ...(table.manyRoles.length === 0 ? [] : [many])]
  return each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`
}

/** Everybody in any role of `said`. */
export function subjectsOf(table: RecordTable): RawBuilder<unknown> {
  const single = sql`array_remove(array[${sql.join(table.singleRoles.map(({ column }) => said(column.name)))}]::bigint[], null)`
  if (table.manyRoles.length === 0) return single
  return sql`(${single} || array(select subject_id from version_subject where version_id = ${said(VERSION_ID)}))`
}

export const startOf = (table: RecordTable): RawBuilder<unknown> => dayOf(fieldOf(table, table.type.dated))

/** A record that ends as it begins is still about that one day. */
export function endOf(table: RecordTable): RawBuilder<unknown> {
  if (table.type.ends === undefined) return sql`(${startOf(table)} + 1)`
  const end = dayOf(fieldOf(table, table.type.ends))
  return sql`(case when ${end} is not null then greatest(${end}, ${startOf(table)} + 1) end)`
}

const fieldOf = (table: RecordTable, name: string): FieldColumns | undefined =>
  table.fields.find((field) => field.name === name)

function dayOf(field: FieldColumns | undefined): RawBuilder<unknown> {
  if (field === undefined) return sql`null::date`
  const column = said(field.column.name)
  return field.definition.kind === 'instant' ? sql`(${column} at time zone 'Europe/London')::date` : column
}

const said = (column: string): RawBuilder<unknown> => sql.ref(`said.${column}`)
