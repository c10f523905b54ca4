import { type Decision, decide } from '../../core/access/decide.ts'
import { isOpen } from '../../core/access/of-record.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { App } from '../app.ts'
import type { Room } from './about.ts'
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
