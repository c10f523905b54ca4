import { decide } from '../../../core/access/decide.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Room } from '../../access/about.ts'
import { protectedPerson } from '../../access/protected.ts'
import type { App } from '../../app.ts'

/**
 * Somebody met on somebody else's record, as the viewer may know them today. `known`: by name, age and relation, as anybody may be found; `own`
 * where their record may be read too. `restricted`: only whom to ring. `not there`: as if they were not.
 */
export type Access =
  | { readonly kind: 'known'; readonly own: boolean }
  | { readonly kind: 'restricted'; readonly ring: string }
  | { readonly kind: 'not there' }

export type Meet = (subject: SubjectId) => Promise<Access>

/**
 * Decides about each person once. It reads nothing of them, and asks for nothing that would be refused and audited. Those whose room one is in
 * are one's own: `about` has let one in.
 */
export function meeting(app: App, { db, viewer }: Pick<Room, 'db' | 'viewer'>, inRoom: readonly SubjectId[]): Meet {
  const own: Access = { kind: 'known', own: true }
  const met = new Map<SubjectId, Promise<Access>>(inRoom.map((subject) => [subject, Promise.resolve(own)]))
  const meet = async (subject: SubjectId): Promise<Access> => {
    const person = await protectedPerson(app, db, subject)
    if (person === undefined) return { kind: 'not there' }
    // Whoever has broken the glass may read, though they would not find.
    if (decide(viewer, 'read', person).may === 'yes') return own
    const find = decide(viewer, 'find', person)
    if (find.may === 'not there') return { kind: 'not there' }
    return find.may === 'restricted' ? { kind: 'restricted', ring: find.ring } : { kind: 'known', own: false }
  }
  return (subject) => {
    const access = met.get(subject) ?? meet(subject)
    met.set(subject, access)
    return access
  }
}
