import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Fault } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import type { Room } from '../access/about.ts'
import { mayWithThing } from '../access/about-thing.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { documentFaults } from '../documents/named.ts'
import { concernedBy, thingIn } from './concerned.ts'
import { namedFaults } from './named-faults.ts'
import { particularFaults } from './particular-faults.ts'
import { findSame } from './same.ts'
import { sealFaults } from './seal-faults.ts'

/** What was wrong with what was to be put on the record; nothing of it was. `same`: the record that says it already. */
export type NotWritten = { readonly faults: readonly Fault[]; readonly same?: RecordId }

export type ToWrite = {
  readonly type: RecordType
  readonly content: Content
  /** What it said before, where it is a correction. */
  readonly before?: Content
  readonly record?: RecordId
}

/** What only the store and the viewer's leave can tell is wrong; undefined where nothing is. */
export async function refusedFor(app: App, room: Room, account: Account, to: ToWrite): Promise<NotWritten | undefined> {
  const { type, content, record } = to
  const faults = await otherFaults(app, room, account, to)
  if (faults.length > 0) return { faults }
  const same = await findSame(app, room.db, type, content)
  if (same === undefined || same === record) return undefined
  const [field = ''] = type.identity
  const told = type.identity.map((name) => `“${labelOf(type, name)}”`).join(', ')
  return {
    faults: [
      { field, message: `The same is on the record already. Correct that one, or change one of these: ${told}.` },
    ],
    same,
  }
}

export async function otherFaults(app: App, room: Room, account: Account, to: ToWrite): Promise<readonly Fault[]> {
  const { type, content, before } = to
  return [
    ...(await namedFaults(app, room, type, content)),
    ...(before === undefined ? [] : await movedFaults(app, room, { ...to, before })),
    ...closerFaults(room, type, content, before),
    ...particularFaults(type, content),
    ...(await sealFaults(app, room.db, type, content)),
    ...(await documentFaults(room.db, account, to)),
  ]
}

/**
 * Fields kept more closely than the viewer may write them, with something else in them than before. A form asks everybody the same; not
 * everybody's answer can be taken.
 */
const closerFaults = ({ may }: Room, type: RecordType, content: Content, before?: Content): readonly Fault[] =>
  Object.entries(type.fields).flatMap(([field, { label, sensitivity }]) => {
    const [was, is] = [before?.fields[field] ?? null, content.fields[field] ?? null]
    if (sensitivity === undefined || may(sensitivity) || JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ field, message: `Your role does not write “${label}”. Leave it as it was, and tell whoever does.` }]
  })

/** What is nobody's but a household's may be corrected to be another's only where that one is the viewer's too. */
async function movedFaults(
  app: App,
  room: Room,
  { type, content, before }: ToWrite & { readonly before: Content },
): Promise<readonly Fault[]> {
  const { people, thing } = concernedBy(type, content)
  if (people.length > 0 || thing === undefined || thing.subject === thingIn(type, before)?.subject) return []
  const asked = { ...thing, action: actionFor(type, 'correct'), sensitivity: type.sensitivity, detail: '' }
  if (await mayWithThing(app, room, asked)) return []
  const field = Object.keys(type.subjects).find((role) => content.subjects[role]?.includes(thing.subject)) ?? ''
  return [{ field, message: `This ${thing.kind} is not yours to write about. Choose another.` }]
}

const labelOf = ({ subjects, links, fields }: RecordType, name: string): string =>
  (subjects[name] ?? links[name] ?? fields[name])?.label ?? name
