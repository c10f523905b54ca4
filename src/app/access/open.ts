import { type Decision, decide } from '../../core/access/decide.ts'
import { isOpen, ownersOf } from '../../core/access/of-record.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { App } from '../app.ts'
import { type Room, roomOf } from './about.ts'
import { protectedPeople } from './protected.ts'

/** Tells of records, by their owners, whether they are open to the viewer. Give everybody who is to be asked about: they are looked up at once. */
export async function openTo(
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  everybody: Iterable<SubjectId>,
): Promise<(type: RecordType, owners: readonly SubjectId[]) => boolean> {
  const people = await protectedPeople(app, db, [...new Set(everybody)])
  const decision = (type: RecordType, subject: SubjectId): Decision => {
    const person = people.get(subject)
    return person === undefined ? { may: 'not there' } : decide(viewer, 'read', person, type.sensitivity)
  }
  return (type, owners) => isOpen(owners.map((subject) => decision(type, subject)))
}

type Said = { readonly type: RecordType; readonly content: Pick<Content, 'subjects'> }

/**
 * How much of records that are open may be read where they are met on the page of a household or a place: of one that is somebody's as much as about
 * them, whatever may be read about the household; of the others what may be read about the thing itself.
 */
export async function roomsOf(
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  records: readonly Said[],
): Promise<(record: Said, ofThing: Room) => Room> {
  const people = await protectedPeople(app, db, [
    ...new Set(records.flatMap(({ type, content }) => ownersOf(type, content))),
  ])
  return ({ type, content }, ofThing) => {
    const owners = ownersOf(type, content)
    if (owners.length === 0) return ofThing
    const readable = owners
      .flatMap((owner) => people.get(owner) ?? [])
      .filter((owner) => decide(viewer, 'read', owner, type.sensitivity).may === 'yes')
    const room = roomOf(db, viewer, 'read', readable)
    return readable.length === 0 ? { ...room, may: () => false } : room
  }
}
