import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown, type RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { type StoredVersion, underKept } from '../../store/records/find.ts'
import { findPeopleIn, findRemoval } from '../../store/records/remove.ts'
import type { Room } from '../access/about.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { type Concerned, concernedBy, enter } from './concerned.ts'
import { following } from './following.ts'
import { keptNumbers } from './kept-number.ts'
import { type Named, naming } from './naming.ts'
import { type Stub, stubOf } from './put-right.ts'
import { linkedTypes, recordLabels } from './record-labels.ts'
import { shownContent } from './shown.ts'
import { type Signing, signingOf } from './sign-off.ts'
import { findForWriting, noRecord } from './write.ts'

/** A record with all its versions, oldest first; fields that the viewer may not read are null in each of them, and named. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly withheld: readonly string[]
  readonly names: ReadonlyMap<SubjectId, Named>
  /** What the records that it leads to are called. */
  readonly records: ReadonlyMap<RecordId, { readonly label: string }>
  readonly documents: DocumentLabels
  /** Records that follow from it. */
  readonly following: readonly RecordAsAt[]
  /** One of those whose record it is, or the thing that it is about. */
  readonly subject: SubjectId
  readonly kind: SubjectKind
  /** What stands in place of its content, once that was removed. */
  readonly stub: Stub | undefined
  readonly mayRemove: boolean
  readonly mayMove: boolean
  readonly mayCorrect: boolean
  /** It holds for a time, still does, and the viewer may end it. */
  readonly mayEnd: boolean
  /** How it stands with a manager's signature, where its type asks for one. */
  readonly signing: Signing | undefined
  readonly maySign: boolean
}

/**
 * All versions of a record, for those who may read about everybody whose record it is now; of one whose content was removed, about everybody
 * whom it ever was about.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(app: App, account: Account, record: RecordId): Promise<VersionsRead> {
  const { type, versions } = await findForWriting(app, record)
  const latest = latestKnown(versions)
  const concerned = await concernedNow(app, type, record, latest)
  const written = concerned.people[0] ?? concerned.thing?.subject
  if (written === undefined) throw noRecord()
  const subject = (await keptNumbers(app, [written]))(written)
  const removal = await findRemoval(app.store.db, record)
  const detail = `versions of ${type.label.toLowerCase()}`
  return enter(app, account, { action: 'read', type, concerned, record, detail }, async (room) => ({
    type,
    ...(await shown(app, room, { type, versions, subject })),
    records: await recordLabels(app, room, subject, linkedTypes(type)),
    following: await following(app, room, { type, record, subject }),
    subject,
    kind: concerned.people.length > 0 ? 'person' : (concerned.thing?.kind ?? 'person'),
    stub: removal === undefined ? undefined : ((await stubOf(app, room, type, removal)) ?? refuse()),
    mayRemove: concerned.people.length > 0 && room.may(type.sensitivity, 'remove'),
    mayMove: concerned.people.length > 0 && room.may(type.sensitivity, 'move'),
    mayCorrect: latest?.state === 'recorded' && room.may(type.sensitivity, actionToWrite(type, 'correct')),
    mayEnd: isOpen(type, latest) && room.may(type.sensitivity, actionToWrite(type, 'record')),
    signing: latest === undefined ? undefined : await signingOf(room.db, type, latest),
    maySign: latest?.recordedBy !== account.name && room.may(type.sensitivity, 'sign off'),
  }))
}

async function concernedNow(
  app: App,
  type: RecordType,
  record: RecordId,
  latest: StoredVersion | undefined,
): Promise<Concerned> {
  if (latest?.state === 'recorded') return concernedBy(app, type, latest.content)
  return { people: await findPeopleIn(app.store.db, record), named: [], thing: undefined }
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
  const read = kept.map((version) => ({ version, ...shownContent(app, room, type, version.content) }))
  const shownVersions = read.map(({ version, content }) => ({ ...version, content }))
  const documents = await documentLabels(
    room.db,
    shownVersions.map(({ content }) => ({ type, content })),
  )
  return {
    names: new Map(names),
    withheld: [...new Set(read.flatMap(({ withheld }) => withheld))],
    versions: shownVersions,
    documents,
  }
}

const isOpen = ({ ends }: RecordType, latest: StoredVersion | undefined): boolean =>
  ends !== undefined && latest?.state === 'recorded' && (latest.content.fields[ends] ?? null) === null
