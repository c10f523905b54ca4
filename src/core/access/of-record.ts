import type { SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Content } from '../record/content.ts'
import type { Decision } from './decide.ts'

/** The people whose record it is: all those in the first role that people can have. Whoever stands in another role is only named in it. */
export function ownersOf(type: RecordType, content: Pick<Content, 'subjects'>): readonly SubjectId[] {
  const role = Object.entries(type.subjects).find(([, { kind }]) => kind === 'person')?.[0]
  return role === undefined ? [] : [...new Set(content.subjects[role] ?? [])]
}

/** The people named in a record that is somebody else's: a mother in the record of who her child's mother is. */
export function namedIn(type: RecordType, content: Content): readonly SubjectId[] {
  const owners = ownersOf(type, content)
  const roles = Object.entries(type.subjects).filter(([, { kind }]) => kind === 'person')
  const inRoles = roles.flatMap(([role]) => content.subjects[role] ?? [])
  const inFields = Object.entries(type.fields).flatMap(([name, field]) => {
    const value = content.fields[name]
    return field.kind === 'subject' && field.of === 'person' && typeof value === 'number' ? [value as SubjectId] : []
  })
  return [...new Set([...inRoles, ...inFields])].filter((subject) => !owners.includes(subject))
}

/**
 * Whether what is written in a record is open to somebody, by what was decided about each of its owners: they may read about one of them, and
 * none of the others is restricted or not there for them. A note about two sisters is in both their records; that one of them is restricted
 * would be worth nothing if it could be read on the other's page.
 */
export const isOpen = (owners: readonly Decision[]): boolean =>
  owners.some(({ may }) => may === 'yes') && owners.every(({ may }) => may === 'yes' || may === 'no')
