import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { type StoredVersion, underKept } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { findRemoval } from '../../store/records/remove.ts'
import { NO_RECORD, type Room } from '../access/about.ts'
import { aboutRecord } from '../access/about-record.ts'
import type { Kept } from '../access/kept.ts'
import { openTo } from '../access/open.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { Refused } from '../refused.ts'
import { following } from './following.ts'
import { type Named, naming } from './naming.ts'
import { type Stub, stubOf } from './put-right.ts'
import { showing } from './showing.ts'

/** A record with all its versions, oldest first; what the viewer may not read is null in each of them. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly documents: DocumentLabels
  /** Records that follow from it. */
  readonly following: readonly RecordAsAt[]
  /** One of those whose record it is, whom the viewer may read about. */
  readonly subject: SubjectId
  /** What stands in place of its content, once that was removed. */
  readonly stub: Stub | undefined
  readonly mayRemove: boolean
  readonly mayMove: boolean
}

/**
 * All versions of a record, for those to whom it is open as it is now (or who may correct it, where that is what they want). Of a version that
 * was about somebody whose record is closed to them they see no more than an outline.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(
  app: App,
  account: Account,
  record: RecordId,
  action: 'read' | 'correct' = 'read',
): Promise<VersionsRead> {
  const detail = action === 'read' ? 'versions of' : 'form to correct'
  const read = await aboutRecord(app, account, { action, record, detail }, async (room, kept) => {
    const { type } = kept
    const removal = await findRemoval(room.db, record)
    const stub = removal === undefined ? undefined : await stubOf(app, room, type, removal)
    // That there was one would tell of an adoption.
    if (removal !== undefined && stub === undefined) return undefined
    const may = { mayRemove: room.may(type.sensitivity, 'remove'), mayMove: room.may(type.sensitivity, 'move') }
    return { ...(await shown(app, room, kept)), type, stub, ...may }
  })
  if (read === undefined) throw new Refused('not found', NO_RECORD)
  return read
}

async function shown(app: App, room: Room, kept: Kept) {
  const { type, record } = kept
  const types = new Map([[type.key, type]])
  const versions = await underKept(room.db, types, kept.versions, app.clock.today)
  const show = await showing(app, room, types, versions)
  const open = versions.map(({ content }) => show.isOpen({ record, type, content }))
  const shownVersions = versions.map((version, at) => ({
    ...version,
    content: show.of({ record, type, content: version.content }).content,
    // Why something was corrected may say what it said.
    reason: open[at] && (open[at - 1] ?? true) ? version.reason : null,
  }))
  const subject = await readableOwner(app, room, kept)
  const name = naming(app, room)
  const subjects = [...new Set([subject, ...versions.flatMap(({ content }) => subjectsIn(type, content))])]
  return {
    subject,
    names: new Map(await Promise.all(subjects.map(async (one) => [one, await name(one)] as const))),
    versions: shownVersions,
    documents: await documentLabels(
      room.db,
      shownVersions.map(({ content }) => ({ type, content })),
    ),
    following: await following(app, room, { type, record, subject }),
  }
}

/** One of those whose record it is, whom the viewer may read about, under the number that was kept. */
async function readableOwner(app: App, room: Room, { type, owners, record }: Kept): Promise<SubjectId> {
  const isOpen = await openTo(app, room, owners)
  const subject = owners.find((owner) => isOpen(type, [owner])) ?? owners[0]
  if (subject === undefined) throw new Error(`Record ${record} is nobody's`)
  return (await findSamePeople(room.db, [subject], app.clock.today)).kept(subject)
}
