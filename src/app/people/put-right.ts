import { decide } from '../../core/access/decide.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Moment } from '../../core/record/chronology.ts'
import { findMergesOf, type StoredMerge } from '../../store/records/merges.ts'
import { findPeopleIn, findRemovalsOf, type StoredRemoval } from '../../store/records/remove.ts'
import type { Room } from '../access/about.ts'
import { protectedPerson } from '../access/protected.ts'
import type { App } from '../app.ts'
import { naming } from './naming.ts'

/** The record that has the content now, and on whose record it stands. */
type MovedTo = { readonly record: RecordId; readonly names: readonly string[] }

/** What is left of a record whose content was removed, as the viewer may read it. */
export type Stub = {
  readonly record: RecordId
  readonly type: RecordType
  readonly on: PlainDate | null
  readonly kind: StoredRemoval['kind']
  readonly authority: string
  readonly reason: string
  readonly removedBy: string
  readonly removedAt: Date
  /** Where the content stands now, for those who may read it there. */
  readonly movedTo: MovedTo | null
}

/** What has been put right about a person: that they were recorded more than once, and what was taken off their record. */
export type PutRight = {
  /** Those that hold, of what was known by then. */
  readonly merges: readonly StoredMerge[]
  readonly stubs: readonly Stub[]
}

type About = {
  readonly numbers: readonly SubjectId[]
  readonly types: ReadonlyMap<string, RecordType>
  readonly moment: Moment
}

/** What has been put right about the person of a room, whose numbers are given. */
export async function putRight(app: App, room: Room, { numbers, types, moment }: About): Promise<PutRight> {
  const merges = await findMergesOf(room.db, numbers)
  const removals = await findRemovalsOf(room.db, numbers, moment.knownOn)
  const stubs = await Promise.all(
    removals.map(async (removal) => {
      const type = types.get(removal.type)
      return type === undefined || (removal.on ?? moment.asAt) > moment.asAt
        ? undefined
        : stubOf(app, room, type, removal)
    }),
  )
  return {
    merges: merges.filter(
      ({ knownOn, ended }) => knownOn <= moment.knownOn && (ended?.knownOn ?? moment.knownOn + 1) > moment.knownOn,
    ),
    stubs: stubs.flatMap((stub) => stub ?? []),
  }
}

/** The stub of a record; undefined where that there is one would tell of an adoption to somebody who may not know of any. */
export async function stubOf(
  app: App,
  room: Room,
  type: RecordType,
  removal: StoredRemoval,
): Promise<Stub | undefined> {
  if (removal.kind === 'adoption seal' && !room.may('adoption', 'read')) return undefined
  const { contentHash: _, ...stub } = removal
  return { ...stub, type, movedTo: removal.movedTo === null ? null : await movedTo(app, room, type, removal.movedTo) }
}

/** Where something was moved to; null for whoever may not read it there: they do not learn who the other child is. */
async function movedTo(app: App, { db, viewer }: Room, type: RecordType, record: RecordId): Promise<MovedTo | null> {
  const subjects = await findPeopleIn(db, record)
  const people = await Promise.all(subjects.map((subject) => protectedPerson(app, db, subject)))
  const readsAll = people.every(
    (person) => person !== undefined && decide(viewer, 'read', person, type.sensitivity).may === 'yes',
  )
  if (!readsAll) return null
  const name = naming(app, { db, viewer })
  const names = await Promise.all(subjects.map(async (subject) => (await name(subject)).label))
  return { record, names: [...new Set(names)] }
}
