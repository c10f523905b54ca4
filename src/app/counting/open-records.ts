import type { MemberList } from '../../core/counting/plan.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { loadKnown } from '../../store/counting/known.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import { findVersionsOfAll } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { openAmong } from '../people/showing.ts'

/**
 * Which members of a list may be shown, where it is of records about a household or a place that are somebody's too: a placement is the child's, and
 * whoever may read about the carers learns nothing of a child who is closed to them. Of every other list all may.
 */
export async function openRecords(
  app: App,
  who: Pick<Room, 'db' | 'viewer'>,
  { each: { member, type, role } }: Pick<MemberList, 'each'>,
  { members, knownOn }: { readonly members: readonly Pick<KeptMember, 'subject'>[]; readonly knownOn: PlainDate },
): Promise<(member: Pick<KeptMember, 'record'>) => boolean> {
  const isSomebodys = Object.values(type.subjects).some(({ kind }) => kind === 'person')
  if (member !== 'record' || !isSomebodys || type.subjects[role]?.kind === 'person') return () => true
  const subjects = [...new Set(members.map(({ subject }) => subject))]
  const types = new Map([[type.key, type]])
  const versions = await findVersionsOfAll(who.db, { subjects, types, knownOn: app.clock.today })
  const { isOpen } = await openAmong(app, who, types, versions)
  const known = await loadKnown(who.db, subjects, [type], knownOn)
  const contents = new Map([...known.values()].flat().map(({ record, content }) => [record, content] as const))
  return ({ record }) => {
    const content = record === null ? undefined : contents.get(record)
    return record !== null && content !== undefined && isOpen({ record, type, content })
  }
}
