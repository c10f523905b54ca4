import { type Action, decide } from '../../core/access/decide.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findSubject, type StoredVersion, underKept } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { findRemoval } from '../../store/records/remove.ts'
import { NO_RECORD, type Room } from '../access/about.ts'
import { mayWithThing } from '../access/about-thing.ts'
import type { Kept } from '../access/kept.ts'
import { openTo } from '../access/open.ts'
import { protectedPeople } from '../access/protected.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import { Refused } from '../refused.ts'
import { enterRecord, thingOf } from './concerned.ts'
import { following } from './following.ts'
import { type Named, naming } from './naming.ts'
import { type Stub, stubOf } from './put-right.ts'
import { linkedTypes, recordLabels } from './record-labels.ts'
import { showing } from './showing.ts'
import { type Signing, signingOf } from './sign-off.ts'

/** A version as the viewer may see it; one that was about somebody whose record is closed to them is no more than an outline. */
type VersionRead = StoredVersion & { readonly isOutline: boolean }

/** A record with all its versions, in the order in which they were known; what the viewer may not read is null in each of them, and named. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly VersionRead[]
  readonly withheld: readonly string[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly documents: DocumentLabels
  /** What the records that it leads to are called. */
  readonly records: ReadonlyMap<RecordId, { readonly label: string }>
  /** Records that follow from it. */
  readonly following: readonly RecordAsAt[]
  /** One of those whose record it is, whom the viewer may read about; or the thing that it is about. */
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

/** For what a record is opened: to read it, or by the form to correct it or to end it, for whoever may do that. */
type Opening = 'read' | 'correct' | 'record'
const details: Readonly<Record<Opening, string>> = {
  read: 'versions of',
  correct: 'form to correct',
  record: 'form to end',
}

/**
 * All versions of a record, for those to whom it is open as it is now, or who may do with it what they want to. Of a version that was about
 * somebody whose record is closed to them they see no more than an outline.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(
  app: App,
  account: Account,
  record: RecordId,
  action: Opening = 'read',
): Promise<VersionsRead> {
  const read = await enterRecord(app, account, { action, record, detail: details[action] }, async (room, kept) => {
    const removal = await findRemoval(room.db, record)
    const stub = removal === undefined ? undefined : await stubOf(app, room, kept.type, removal)
    // That there was one would tell of an adoption.
    if (removal !== undefined && stub === undefined) return undefined
    return { ...(await shown(app, room, kept)), ...(await mayDo(app, room, account, kept)), stub }
  })
  if (read === undefined) throw new Refused('not found', NO_RECORD)
  return read
}

async function shown(app: App, room: Room, kept: Kept) {
  const { type, record } = kept
  const types = new Map([[type.key, type]])
  const inOrder = kept.versions.toSorted((a, b) => a.knownOn - b.knownOn || a.sequence - b.sequence)
  const all = await underKept(room.db, types, inOrder, app.clock.today)
  const show = await showing(app, room, types, all)
  // One that tied somebody to whoever is not there is not there either.
  const versions = all.filter(({ content }) => show.tie({ record, type, content }) !== 'not there')
  const read = versions.map((version) => {
    const said = { record, type, content: version.content }
    return { version, isOutline: version.state === 'recorded' && !show.isOpen(said), ...show.of(said) }
  })
  const shownVersions = read.map(({ version, content, isOutline }, at) => ({
    ...version,
    content,
    isOutline,
    // Why something was corrected may say what it said.
    reason: isOutline || read[at - 1]?.isOutline ? null : version.reason,
  }))
  const thing = thingOf(kept)
  const subject = thing?.subject ?? (await readableOwner(app, room, kept))
  const name = naming(app, room)
  const opening = openingThings(app, room)
  const subjects = [...new Set([subject, ...versions.flatMap(({ content }) => subjectsIn(type, content))])]
  return {
    type,
    subject,
    kind: thing?.kind ?? ('person' as const),
    names: new Map(await Promise.all(subjects.map(async (one) => [one, await opening(await name(one), one)] as const))),
    versions: shownVersions,
    withheld: [...new Set(read.flatMap(({ withheld, isOutline }) => (isOutline ? [] : withheld)))],
    documents: await documentLabels(
      room.db,
      shownVersions.map(({ content }) => ({ type, content })),
    ),
    records: await recordLabels(app, room, subject, linkedTypes(type)),
    following: await following(app, room, { type, record, subject }),
  }
}

/** Households, places and agencies have a page too. */
const openingThings =
  (app: App, room: Room) =>
  async (named: Named, subject: SubjectId): Promise<Named> => {
    const kind = named.opens ? undefined : (await findSubject(room.db, subject))?.kind
    if (kind !== 'household' && kind !== 'establishment' && kind !== 'agency') return named
    return { ...named, opens: await mayWithThing(app, room, { action: 'read', kind, subject, detail: '' }) }
  }

/** One of those whose record it is, whom the viewer may read about, under the number that was kept. */
async function readableOwner(app: App, room: Room, { type, owners, record }: Kept): Promise<SubjectId> {
  const isOpen = await openTo(app, room, owners)
  const subject = owners.find((owner) => isOpen(type, [owner])) ?? owners[0]
  if (subject === undefined) throw new Error(`Record ${record} is nobody's`)
  return (await findSamePeople(room.db, [subject], app.clock.today)).kept(subject)
}

async function mayDo(app: App, room: Room, account: Account, kept: Kept) {
  const { type, latest } = kept
  const may = await mayWithAll(app, room, kept)
  const mayNow = (action: Action) => latest.state === 'recorded' && may(action)
  return {
    mayRemove: thingOf(kept) === undefined && room.may(type.sensitivity, 'remove'),
    mayMove: thingOf(kept) === undefined && room.may(type.sensitivity, 'move'),
    mayCorrect: mayNow('correct'),
    mayEnd: isRunning(kept) && mayNow('record'),
    signing: await signingOf(room.db, type, latest),
    maySign: latest.recordedBy !== account.name && mayNow('sign off'),
  }
}

/** One may read what is one of two people's; to change it takes leave about both. */
async function mayWithAll(app: App, room: Room, kept: Kept): Promise<(action: Action) => boolean> {
  const { type, owners } = kept
  if (thingOf(kept) !== undefined) return (action) => room.may(type.sensitivity, actionFor(type, action))
  const people = [...(await protectedPeople(app, room.db, owners)).values()]
  return (action) =>
    people.length > 0 &&
    people.every((person) => decide(room.viewer, actionFor(type, action), person, type.sensitivity).may === 'yes')
}

const isRunning = ({ type: { ends }, latest }: Kept): boolean =>
  ends !== undefined && (latest.content.fields[ends] ?? null) === null
