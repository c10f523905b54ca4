import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import { fromParts, type PlainDate, partsOf, toText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { AsAt } from '../annex-a/as-at.ts'
import type { HeldRow } from '../records.ts'
import type { Cells, Column } from './column.ts'
import { tablesOf, written } from './tables.ts'
import { cellOf } from './write.ts'

/** The record types to load for `ssdRows`. */
export const ssdReads: readonly RecordType[] = written

export type SsdAsked = {
  /** What is known of each subject, of the types of `ssdReads`: people, and the workers and teams to tell of. */
  readonly known: ReadonlyMap<SubjectId, readonly KnownRecord[]>
  /** As it was true on this day. */
  readonly on: PlainDate
  /** What stands in the rows for somebody or something: a number, a pseudonym; null for whoever is not to be told of. */
  readonly called: (kind: SubjectKind, subject: SubjectId) => string | null
  /** What stands in the rows for a record. */
  readonly row: (record: RecordId) => string
  /** `without`: names, numbers that others gave, addresses, free text and the day (not the month) of birth and death are left out. */
  readonly identifying: 'with' | 'without'
}

export type SsdRows = {
  readonly entity: string
  readonly columns: readonly { readonly name: string; readonly kind: 'text' | 'date' | 'moment' | 'number' }[]
  /** Dates as 2023-09-30. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The dataset about some subjects on a day, from what is known of them. Pure: who may see it is the caller's to decide. */
export function ssdRows({ known, on, called, row, identifying }: SsdAsked): readonly SsdRows[] {
  const types = new Map(ssdReads.map((type) => [type.key, type]))
  const records = new Map([...known.values()].flat().map((one) => [one.record, one]))
  const held = new Map<string, HeldRow[]>(ssdReads.map(({ key }) => [key, []]))
  for (const one of records.values()) {
    const type = types.get(one.type)
    if (type !== undefined && !(identifying === 'without' && NUMBERS.includes(type)))
      held.get(one.type)?.push(heldRow(type, one, called, row))
  }
  const tables = tablesOf(new AsAt(held, ssdReads, on))
  return tables.flatMap(({ entity, rows }) => {
    if (identifying === 'without' && entity.identifying === true) return []
    const columns = entity.columns.filter((one) => identifying === 'with' || one.identifying !== true)
    return [
      {
        entity: entity.name,
        columns: columns.map(({ name, kind }) => ({ name, kind: typeof kind === 'object' ? 'text' : KINDS[kind] })),
        rows: rows.map((cells) =>
          columns.map((one) => (identifying === 'without' ? monthOnly(one, cells) : cellOf(one, cells))),
        ),
      },
    ]
  })
}

/** These name a worker by a number of Social Work England. */
const NUMBERS: readonly RecordType[] = [SocialWorkerEpisode]

const KINDS = {
  id: 'text',
  text: 'text',
  'part date': 'text',
  'yes-no': 'text',
  date: 'date',
  moment: 'moment',
  number: 'number',
} as const

/** Of a day that identifies, the month stays: it is written as its 15th, as the returns write a day that nobody knows. */
function monthOnly(column: Column, cells: Cells): string | number | null {
  const value = cells[column.name] ?? null
  if (column.identifying !== 'day' || typeof value !== 'number') return cellOf(column, cells)
  const { year, month } = partsOf(value as PlainDate)
  return toText(fromParts(year, month, 15))
}

function heldRow(
  type: RecordType,
  { record, content }: KnownRecord,
  called: SsdAsked['called'],
  row: SsdAsked['row'],
): HeldRow {
  const subjects = Object.entries(type.subjects).map(
    ([role, { kind }]) => [role, (content.subjects[role] ?? []).flatMap((one) => called(kind, one) ?? [])] as const,
  )
  const fields = Object.entries(type.fields).map(([name, field]) => {
    const value = content.fields[name] ?? null
    const isSubject = field.kind === 'subject' && typeof value === 'number'
    return [name, isSubject ? called(field.of, value as SubjectId) : value] as const
  })
  return { identity: row(record), subjects: Object.fromEntries(subjects), fields: Object.fromEntries(fields) }
}
