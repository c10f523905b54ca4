import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { labelOf } from '../../../core/definitions/code-list.ts'
import type { SubjectId, YesNo } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../../core/record/chronology.ts'
import type { Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import { recordsOf } from '../../records-of.ts'
import { shownContent } from '../shown.ts'

/**
 * The records of some types in which somebody stands, at a moment: of those types that the viewer may read, with the fields that they may.
 * For what is read behind `about`.
 */
export async function recordsShown(
  app: App,
  room: Room,
  subject: SubjectId,
  types: readonly RecordType[],
  moment: RecordMoment,
): Promise<readonly RecordAsAt[]> {
  const readable = types.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
  const records = await recordsOf(app, room.db, subject, readable, moment)
  return records.map((record) => ({
    ...record,
    content: shownContent(app, room, record.type, record.content).content,
  }))
}
type RecordMoment = Parameters<typeof recordsOf>[4]

export const isOf = (type: RecordType) => (record: RecordAsAt) => record.type.key === type.key

/** Whoever plays a part in a record, where only one can. */
export const inRole = ({ content }: RecordAsAt, role: string): SubjectId | undefined => content.subjects[role]?.[0]

export function dateIn({ content }: RecordAsAt, field: string): PlainDate | null {
  const value = content.fields[field]
  return typeof value === 'number' ? (value as PlainDate) : null
}

export function textIn({ content }: RecordAsAt, field: string): string | null {
  const value = content.fields[field]
  return typeof value === 'string' && value !== '' ? value : null
}

export function yesNoIn(record: RecordAsAt, field: string): YesNo | null {
  const value = textIn(record, field)
  return value === 'yes' || value === 'no' || value === 'not known' ? value : null
}

export type Coded = { readonly code: string; readonly label: string }

/** A code and what it means; null where none was recorded. */
export function codeIn(record: RecordAsAt, field: string): Coded | null {
  const [code, definition] = [textIn(record, field), record.type.fields[field]]
  return code === null || definition?.kind !== 'code' ? null : { code, label: labelOf(definition.list, code) }
}

export function numberIn({ content }: RecordAsAt, field: string): number | null {
  const value = content.fields[field]
  return typeof value === 'number' ? value : null
}

export const hasEnded = (record: RecordAsAt): boolean => dateIn(record, 'endedOn') !== null
