import { decide, type Protected } from '../../core/access/decide.ts'
import { namedIn, ownersOf } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Fault } from '../../core/record/validate.ts'
import { findKinds } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import { findKept } from '../access/kept.ts'
import { openTo } from '../access/open.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'

/**
 * What is wrong with whom and what a record names besides its owners: a number of the wrong kind or of nobody, a person or record that is not
 * there for the viewer. A forged form may put any number anywhere, and must not learn from the answer, or from the record, what is behind it.
 */
export const namedFaults = async (
  app: App,
  room: Room,
  type: RecordType,
  content: Content,
): Promise<readonly Fault[]> => [
  ...(await subjectFaults(app, room, type, content)),
  ...(await recordFaults(app, room, type, content)),
]

type Place = { readonly field: string; readonly label: string }
type Named = Place & { readonly kind: SubjectKind; readonly subject: SubjectId }

async function subjectFaults(app: App, room: Room, type: RecordType, content: Content): Promise<readonly Fault[]> {
  const owners = ownersOf(type, content)
  const all = [...inRoles(type, content), ...inFields(type, content)].filter(
    // The door has let them through as whose record it is; that is no leave to stand where a worker belongs.
    ({ kind, subject }) => kind !== 'person' || !owners.includes(subject),
  )
  const kinds = await findKinds(room.db, new Set(all.map(({ subject }) => subject)))
  const people = await protectedPeople(app, room.db, namedIn(type, content))
  return all.flatMap(({ field, label, kind, subject }) => {
    const message =
      kind === 'person'
        ? personMessage(room, label, people.get(subject))
        : kinds.get(subject) === kind
          ? undefined
          : `There is no ${kind} of that number for “${label}”. Choose it again.`
    return message === undefined ? [] : [{ field, message }]
  })
}

function personMessage({ viewer }: Room, label: string, person: Protected | undefined): string | undefined {
  const decision = person === undefined ? undefined : decide(viewer, 'find', person)
  if (decision?.may === 'yes') return undefined
  if (decision?.may === 'restricted') return `“${label}” is restricted: ring ${decision.ring}.`
  return `There is nobody of that number for “${label}”. Choose them again.`
}

const inRoles = (type: RecordType, content: Content): readonly Named[] =>
  Object.entries(type.subjects).flatMap(([field, { kind, label }]) =>
    (content.subjects[field] ?? []).map((subject) => ({ field, label, kind, subject })),
  )

const inFields = (type: RecordType, content: Content): readonly Named[] =>
  Object.entries(type.fields).flatMap(([field, definition]) => {
    const value = content.fields[field]
    if (definition.kind !== 'subject' || typeof value !== 'number') return []
    return [{ field, label: definition.label, kind: definition.of, subject: value as SubjectId }]
  })

async function recordFaults(app: App, room: Room, type: RecordType, content: Content): Promise<readonly Fault[]> {
  const links = Object.entries(type.links).map(([field, { label, to }]) => ({
    field,
    label,
    to,
    record: content.links[field] ?? null,
  }))
  const fields = Object.entries(type.fields).flatMap(([field, definition]) => {
    const value = content.fields[field]
    if (definition.kind !== 'record' || typeof value !== 'number') return []
    return [{ field, label: definition.label, to: definition.of, record: value as RecordId }]
  })
  const faults: Fault[] = []
  for (const { field, label, to, record } of [...links, ...fields])
    if (record !== null && !(await isReadable(app, room, to, record)))
      faults.push({ field, message: `There is no record of that number for “${label}”. Choose it again.` })
  return faults
}

async function isReadable(app: App, room: Room, to: string, record: RecordId): Promise<boolean> {
  const kept = await findKept(app, room.db, record)
  if (kept === undefined || kept.type.key !== to) return false
  if (kept.owners.length === 0) return kept.type.sensitivity === 'ordinary'
  return (await openTo(app, room, kept.owners))(kept.type, kept.owners)
}
