import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { showingToday } from './showing.ts'

/** The records about a person that follow from one of theirs, of the kinds that the viewer may read: to whom a document went. */
export async function following(
  app: App,
  room: Room,
  { type, record, subject }: { readonly type: RecordType; readonly record: RecordId; readonly subject: SubjectId },
): Promise<readonly RecordAsAt[]> {
  const types = [...app.catalogue.records.values()].filter(
    ({ links, sensitivity }) => Object.values(links).some(({ to }) => to === type.key) && room.may(sensitivity, 'read'),
  )
  if (types.length === 0) return []
  const all = await recordsOf(app, room.db, subject, types)
  const linked = all.filter(({ content }) => Object.values(content.links).includes(record))
  const show = await showingToday(app, room, linked)
  return linked.map(show.seen)
}
