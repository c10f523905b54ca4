import { ownersOf } from '../../core/access/of-record.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown, type RecordAsAt, type Version } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import { openTo } from '../access/open.ts'
import type { App } from '../app.ts'
import { outlineOf, type Shown, shownContent } from './shown.ts'

/** How records may be seen by the viewer of a room. */
export type Showing = {
  /** What a record says as it stood, or its outline where its words are closed to them. */
  of(record: Said): Shown
  isOpen(record: Said): boolean
}

type Who = Pick<Room, 'db' | 'viewer'>

type Said = { readonly record: RecordId; readonly type: RecordType; readonly content: Content }

/**
 * How records may be seen, by all that was ever said in them. Their words are open by whose they were as they stood, and by whose they have become
 * since: what was written of the wrong person and put right is not to be read by going back to the day before.
 */
export async function showing(
  app: App,
  room: Room,
  types: ReadonlyMap<string, RecordType>,
  versions: readonly Version[],
): Promise<Showing> {
  return seenIn(app, room, await openAmong(app, room, types, versions))
}

/** The same for records as they are today, which are as they were said last. */
export const showingToday = async (app: App, room: Room, records: readonly RecordAsAt[]): Promise<Showing> =>
  seenIn(app, room, await openToday(app, room, records))

/** How records may be seen in a room, where it is known which of them are open to its viewer. */
export const seenIn = (app: App, room: Room, isOpen: Showing['isOpen']): Showing => ({
  isOpen,
  of: (one) => (isOpen(one) ? shownContent : outlineOf)(app, room, one.type, one.content),
})

/** Which records are open to a viewer, whoever they are about; of records as they are today. */
export const openToday = (app: App, who: Who, records: readonly RecordAsAt[]): Promise<Showing['isOpen']> =>
  openAmong(
    app,
    who,
    new Map(records.map(({ type }) => [type.key, type] as const)),
    records.map((one) => ({ ...one, type: one.type.key, state: 'recorded' as const })),
  )

/** Which records are open to a viewer, by all that was ever said in them. */
export async function openAmong(
  app: App,
  who: Who,
  types: ReadonlyMap<string, RecordType>,
  versions: readonly Version[],
): Promise<Showing['isOpen']> {
  const said = versions.filter(({ state }) => state === 'recorded')
  const owners = ({ type, content }: Version) => {
    const found = types.get(type)
    return found === undefined ? [] : ownersOf(found, content)
  }
  const isOpenTo = await openTo(app, who, said.flatMap(owners))
  const latest = new Map([...byRecord(said)].map(([record, all]) => [record, latestKnown(all)] as const))
  return ({ record, type, content }) => {
    const [then, now] = [ownersOf(type, content), ownersOf(type, latest.get(record)?.content ?? content)]
    // What is written of a team or a place is nobody's.
    return [then, now].every((whose) => whose.length === 0 || isOpenTo(type, whose))
  }
}

function byRecord(versions: readonly Version[]): ReadonlyMap<RecordId, readonly Version[]> {
  const found = new Map<RecordId, Version[]>()
  for (const version of versions) {
    const others = found.get(version.record)
    if (others === undefined) found.set(version.record, [version])
    else others.push(version)
  }
  return found
}
