import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { type StoredVersion, underKept } from '../../store/records/find.ts'
import { findPeopleIn, findRemoval } from '../../store/records/remove.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { actionFor, type Concerned, concernedBy, enter } from './concerned.ts'
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
  readonly documents: DocumentLabels
  /** What the records that it leads to are called. */
  readonly records: ReadonlyMap<RecordId, { readonly label: string }>
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
  const latest = versions.at(-1)
  const concerned = await readersOf(app, type, record, latest)
  const [person] = concerned.people
  const own = person ?? concerned.thing?.subject
  if (latest === undefined || own === undefined) throw noRecord()
  const stub = await findRemoval(app.store.db, record)
  const subject = (await keptNumbers(app, [own]))(own)
  const detail = `versions of ${type.label.toLowerCase()}`
  return enter(app, account, { action: 'read', type, concerned, record, detail }, async (room) => {
    const may = (action: Parameters<typeof actionFor>[1]) => room.may(type.sensitivity, actionFor(type, action))
    return {
      type,
      ...(await shown(app, room, { type, versions, subject })),
      records: await recordLabels(app, room, subject, linkedTypes(type)),
      following: await following(app, room, { type, record, subject }),
      subject,
      kind: person === undefined ? (concerned.thing?.kind ?? 'person') : 'person',
      stub: stub === undefined ? undefined : ((await stubOf(app, room, type, stub)) ?? refuse()),
      mayRemove: person !== undefined && may('remove'),
      mayMove: person !== undefined && may('move'),
      mayCorrect: latest.state === 'recorded' && may('correct'),
      mayEnd: isOpen(type, latest) && may('record'),
      signing: await signingOf(room.db, type, latest),
      maySign: latest.recordedBy !== account.name && may('sign off'),
    }
  })
}

/** Those about whom one must be allowed to read. */
async function readersOf(
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
  return {
    names: new Map(names),
    withheld: [...new Set(read.flatMap(({ withheld }) => withheld))],
    versions: shownVersions,
    documents: await documentLabels(
      room.db,
      shownVersions.map(({ content }) => ({ type, content })),
    ),
  }
}

const isOpen = ({ ends }: RecordType, latest: StoredVersion): boolean =>
  ends !== undefined && latest.state === 'recorded' && (latest.content.fields[ends] ?? null) === null
