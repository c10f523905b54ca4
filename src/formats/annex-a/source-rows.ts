import { toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRow } from '../records.ts'
import { dateIn, type Row } from './read-rows.ts'

/** A record of one person: what the row does not say is null. */
export const about = (
  type: RecordType,
  person: string,
  identity: string,
  fields: Readonly<Record<string, Value>>,
): SourceRow => ({
  identity,
  subjects: { [Object.keys(type.subjects)[0] ?? '']: [person] },
  fields: { ...Object.fromEntries(Object.keys(type.fields).map((name) => [name, null])), ...fields },
})

/** What happened on the day that a column gives: one record for each person and day, however many lists say it. */
export const onDays = (
  type: RecordType,
  rows: readonly Row[],
  column: string,
  fields: Readonly<Record<string, Value>> | ((row: Row) => Readonly<Record<string, Value>>),
): readonly SourceRow[] =>
  distinct(
    rows.flatMap((row) => {
      const on = dateIn(row, column)
      if (on === null) return []
      const more = typeof fields === 'function' ? fields(row) : fields
      return [about(type, row.id, `${row.id}|${toText(on)}`, { ...more, [type.dated]: on })]
    }),
  )

/** Of rows that are one record the first holds; that others say something else is told with the rows. */
export function distinct(rows: readonly SourceRow[]): readonly SourceRow[] {
  const kept = new Map<string, SourceRow>()
  for (const row of rows) if (!kept.has(row.identity)) kept.set(row.identity, row)
  return [...kept.values()]
}
