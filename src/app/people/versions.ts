import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown, type RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { type StoredVersion, underKept } from '../../store/records/find.ts'
import { findPeopleIn, findRemoval } from '../../store/records/remove.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { following } from './following.ts'
import { keptNumbers } from './kept-number.ts'
import { type Named, naming } from './naming.ts'
import { type Stub, stubOf } from './put-right.ts'
import { shownContent } from './shown.ts'
import { findForWriting, noRecord, peopleIn } from './write.ts'

/** A record with all its versions, oldest first; fields that the viewer may not read are null in each of them. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly documents: DocumentLabels
  /** Records that follow from it. */
  readonly following: readonly RecordAsAt[]
  /** One of those whom it is about. */
  readonly subject: SubjectId
  /** What stands in place of its content, once that was removed. */
  readonly stub: Stub | undefined
  readonly mayRemove: boolean
  readonly mayMove: boolean
}

/**
 * All versions of a record, for those who may read about everybody whom it is about now; of one whose content was removed, about everybody whom
 * it ever was about.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(app: App, account: Account, record: RecordId): Promise<VersionsRead> {
  const { type, versions } = await findForWriting(app, record)
  const latest = latestKnown(versions)
  const [first, ...others] =
    latest?.state === 'recorded' ? await peopleIn(app, type, latest.content) : await findPeopleIn(app.store.db, record)
  if (first === undefined) throw noRecord()
  const asked = {
    action: 'read',
    people: [first, ...others],
    sensitivity: type.sensitivity,
    record,
    detail: `versions of ${type.label.toLowerCase()}`,
  } as const
  const stub = await findRemoval(app.store.db, record)
  const kept = await keptNumbers(app, [first])
  return about(app, account, asked, async (room) => ({
    ...(await shown(app, room, { type, versions, subject: kept(first) })),
    following: await following(app, room, { type, record, subject: kept(first) }),
    type,
    subject: kept(first),
    stub: stub === undefined ? undefined : ((await stubOf(app, room, type, stub)) ?? refuse()),
    mayRemove: room.may(type.sensitivity, 'remove'),
    mayMove: room.may(type.sensitivity, 'move'),
  }))
}

function refuse(): never {
  throw noRecord()
}

type Shown = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly subject: SubjectId
}

async function shown(app: App, room: Room, { type, versions, subject }: Shown) {
  const kept = await underKept(room.db, new Map([[type.key, type]]), versions, app.clock.today)
  const name = naming(app, room)
  const subjects = [...new Set([subject, ...kept.flatMap(({ content }) => subjectsIn(type, content))])]
  const names = await Promise.all(subjects.map(async (one) => [one, await name(one)] as const))
  const shownVersions = kept.map((version) => ({
    ...version,
    content: shownContent(app, room, type, version.content).content,
  }))
  const documents = await documentLabels(
    room.db,
    shownVersions.map(({ content }) => ({ type, content })),
  )
  return { names: new Map(names), versions: shownVersions, documents }
}
