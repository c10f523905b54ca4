import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { SourceRow } from '../records.ts'
import type { Entity, Fields, Row } from './column.ts'

/** What an entity's row, or a part of it, is known by: never the same for two people, whatever numbers an extract gives its rows. */
export const identityOf = (person: string, id: string): string => (id.startsWith(`${person}|`) ? id : `${person}|${id}`)

/** A record of one person: what the row does not say is null. */
export const recordOf = (type: RecordType, person: string, identity: string, fields: Fields): SourceRow => ({
  identity,
  subjects: { [Object.keys(type.subjects)[0] ?? '']: [person] },
  fields: { ...Object.fromEntries(Object.keys(type.fields).map((name) => [name, null])), ...fields },
})

/** What a row is known by: its number or, where it has none, the day that it is of. */
export const identityIn = ({ id, person }: Row, on: PlainDate | null): string =>
  identityOf(person ?? '', id === '' ? (on === null ? 'always' : toText(on)) : id)

/** The record that a row of an entity is, of which each is one. */
export function recordIn({ columns, record, thing }: Entity, row: Row): readonly SourceRow[] {
  if (record === undefined) return []
  const { type, fixed, read } = record
  const said = columns.flatMap(({ name, to }) =>
    to === undefined ? [] : [[to, row.values.get(name) ?? null] as const],
  )
  const fields: Fields = { ...Object.fromEntries(said), ...fixed, ...read?.(row) }
  const value = fields[type.dated] ?? null
  const identity =
    thing === undefined ? identityIn(row, typeof value === 'number' ? (value as PlainDate) : null) : row.id
  const made = recordOf(type, row.person ?? row.id, identity, fields)
  return [{ ...made, rowInFile: row.row }]
}

/** Of rows that are one record the first holds. */
export function distinct(rows: readonly SourceRow[]): readonly SourceRow[] {
  const kept = new Map<string, SourceRow>()
  for (const row of rows) if (!kept.has(row.identity)) kept.set(row.identity, row)
  return [...kept.values()]
}
