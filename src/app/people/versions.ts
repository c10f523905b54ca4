import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import type { StoredVersion } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { actionFor, concernedBy, enter } from './concerned.ts'
import { type Named, naming } from './naming.ts'
import { shownFields, subjectsIn } from './read.ts'
import { linkedTypes, recordLabels } from './record-labels.ts'
import { type Signing, signingOf } from './sign-off.ts'
import { findForWriting } from './write.ts'

/** A record with all its versions, oldest first; fields that the viewer may not read are null in each of them, and named. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly withheld: readonly string[]
  readonly names: ReadonlyMap<SubjectId, Named>
  /** What the records that it leads to are called. */
  readonly records: ReadonlyMap<RecordId, { readonly label: string }>
  /** One of those whose record it is, or the thing that it is about. */
  readonly subject: SubjectId
  readonly kind: SubjectKind
  readonly mayCorrect: boolean
  /** It holds for a time, still does, and the viewer may end it. */
  readonly mayEnd: boolean
  /** How it stands with a manager's signature, where its type asks for one. */
  readonly signing: Signing | undefined
  readonly maySign: boolean
}

/**
 * All versions of a record, for those who may read about everybody whose record it is now.
 * @throws Refused when there is no such record for the viewer
 */
export async function readVersions(app: App, account: Account, record: RecordId): Promise<VersionsRead> {
  const { type, versions } = await findForWriting(app, record)
  const latest = versions.at(-1)
  const concerned = latest === undefined ? undefined : await concernedBy(app, type, latest.content)
  const subject = concerned?.people[0] ?? concerned?.thing?.subject
  if (concerned === undefined || subject === undefined)
    throw new Refused('not found', 'There is no record of that number.')
  const detail = `versions of ${type.label.toLowerCase()}`
  return enter(app, account, { action: 'read', type, concerned, record, detail }, async (room) => ({
    type,
    ...(await shown(app, room, type, versions)),
    records: await recordLabels(app, room, subject, linkedTypes(type)),
    subject,
    kind: concerned.people.length > 0 ? 'person' : (concerned.thing?.kind ?? 'person'),
    mayCorrect: latest?.state === 'recorded' && room.may(type.sensitivity, actionFor(type, 'correct')),
    mayEnd: isOpen(type, latest) && room.may(type.sensitivity, actionFor(type, 'record')),
    signing: latest === undefined ? undefined : await signingOf(room.db, type, latest),
    maySign: latest?.recordedBy !== account.name && room.may(type.sensitivity, 'sign off'),
  }))
}

async function shown(app: App, room: Room, type: RecordType, versions: readonly StoredVersion[]) {
  const name = naming(app, room)
  const subjects = [...new Set(versions.flatMap(({ content }) => subjectsIn(type, content)))]
  const names = await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const))
  const read = versions.map((version) => ({ version, ...shownFields(room, type, version.content) }))
  return {
    names: new Map(names),
    withheld: [...new Set(read.flatMap(({ withheld }) => withheld))],
    versions: read.map(({ version, fields }) => ({ ...version, content: { ...version.content, fields } })),
  }
}

const isOpen = ({ ends }: RecordType, latest: StoredVersion | undefined): boolean =>
  ends !== undefined && latest?.state === 'recorded' && (latest.content.fields[ends] ?? null) === null
