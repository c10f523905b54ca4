import { shortText } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { showingToday } from './showing.ts'
import { shownContent } from './shown.ts'

/** Keys of the record types that a type links to or names in a field. */
export const linkedTypes = ({ links, fields }: RecordType): readonly string[] => [
  ...new Set([
    ...Object.values(links).map(({ to }) => to),
    ...Object.values(fields).flatMap((field) => (field.kind === 'record' ? [field.of] : [])),
  ]),
]

/**
 * What records of some types in a subject's chronology are called where another record leads to them, latest first: only those that are open
 * to the viewer.
 */
export async function recordLabels(
  app: App,
  room: Room,
  subject: SubjectId,
  keys: readonly string[],
): Promise<ReadonlyMap<RecordId, { readonly type: string; readonly label: string }>> {
  const types = keys.flatMap((key) => app.catalogue.records.get(key) ?? [])
  const readable = types.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
  if (readable.length === 0) return new Map()
  const records = (await recordsOf(app, room.db, subject, readable)).toReversed()
  const { isOpen } = await showingToday(app, room, records)
  const open = records.filter(isOpen)
  return new Map(open.map((record) => [record.record, { type: record.type.key, label: calledAs(app, room, record) }]))
}

/** `Case note, 3 October 2023: Visit at home`. */
export function calledAs(app: App, room: Room, { type, content, on }: RecordAsAt): string {
  const { fields } = shownContent(app, room, type, content).content
  const headline = headlineOf(type, fields)
  return `${type.label}${on === null ? '' : `, ${shortText(on)}`}${headline === undefined ? '' : `: ${headline}`}`
}

const LONGEST = 80

/** What stands for a record in a line: its headline, or else the first words or the first code in it. */
function headlineOf({ headline, fields }: RecordType, values: RecordAsAt['content']['fields']): string | undefined {
  const told = Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    if (typeof value !== 'string' || value === '') return []
    if (field.kind !== 'text' && field.kind !== 'code') return []
    return [{ name, kind: field.kind, text: field.kind === 'code' ? labelOf(field.list, value) : value }]
  })
  const found = told.find(({ name }) => name === headline) ?? told.find(({ kind }) => kind === 'text') ?? told.at(0)
  return found === undefined || found.text.length <= LONGEST ? found?.text : `${found.text.slice(0, LONGEST - 1)}…`
}
