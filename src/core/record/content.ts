import type { PlainDate } from '../dates/plain-date.ts'
import type { Address, DocumentId, PreciseInstant, RecordId, SubjectId, YesNo } from '../definitions/field.ts'

/** The fields of one row of a repeating group. */
export type GroupRow = { readonly [field: string]: Value }

/** What one field holds; null where nothing was recorded. Which of these it is, the field's kind says. */
export type Value =
  | string
  | number
  | YesNo
  | PlainDate
  | PreciseInstant
  | SubjectId
  | RecordId
  | DocumentId
  | Address
  | readonly string[]
  | readonly GroupRow[]
  | null

/** What is written in a record, whatever its type: whom it is about by role, what it links to, what its fields hold. */
export type Content = {
  readonly subjects: Readonly<Record<string, readonly SubjectId[]>>
  readonly links: Readonly<Record<string, RecordId | null>>
  readonly fields: Readonly<Record<string, Value>>
}
