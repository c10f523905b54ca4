import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { labelOf } from '../../../core/definitions/code-list.ts'
import type { SubjectId, YesNo } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt, standsIn } from '../../../core/record/chronology.ts'
import { findVersionsOf } from '../../../store/records/find.ts'
import { findSamePeople } from '../../../store/records/merges.ts'
import type { Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import { showing } from '../showing.ts'

/**
 * The records of some types in which somebody stands, at a moment: of those types that the viewer may read, as they may be seen. For what is read
 * behind `about`. Those that tie people together are told as a family is: by whoever asks.
 */
export async function recordsShown(
  app: App,
  room: Room,
  number: SubjectId,
  wanted: readonly RecordType[],
  moment: Moment,
): Promise<readonly RecordAsAt[]> {
  const readable = wanted.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
  const types = new Map(readable.map((type) => [type.key, type] as const))
  const subject = (await findSamePeople(room.db, [number], moment.knownOn)).kept(number)
  const versions = await findVersionsOf(room.db, { subject, types, knownOn: moment.knownOn })
  const show = await showing(app, room, types, versions)
  return chronology(versions, types, moment)
    .filter((record) => standsIn(subject, record))
    .map((record) => ({ ...record, content: show.withTies(record).content }))
}

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
