import { ownersOf } from '../../core/access/of-record.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown, type RecordAsAt, type Version } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import { openTo } from '../access/open.ts'
import { closest, type Tie, tiesAmong } from '../access/ties.ts'
import type { App } from '../app.ts'
import { outlineOf, type Shown, shownContent, tieOf } from './shown.ts'

/** How records may be seen by the viewer of a room. */
export type Showing = {
  /** What a record says as it stood, or its outline where its words are closed to them. */
  of(record: Said): Shown
  /** A record as it stood with no more of it than that, nor its day where that is not told. */
  seen<R extends RecordAsAt>(record: R): R
  /** The same as `of`, for a page that itself leaves out what a record tells of those whom it ties together: the family's. */
  withTies(record: Said): Shown
  isOpen(record: Said): boolean
  /** How a record may be told that ties people together; every other is open. One that is not there must not be shown at all. */
  tie(record: Said): Tie
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
  seenIn(app, room, await seeingToday(app, room, records))

/** Which records are open to a viewer, and how those may be told that tie people together. */
export type Seeing = { readonly isOpen: (record: Said) => boolean; readonly tie: (record: Said) => Tie }

/** How records may be seen in a room, where it is known which of them are open to its viewer. */
export function seenIn(app: App, room: Room, { isOpen, tie }: Seeing): Showing {
  const withTies = (one: Said): Shown => (isOpen(one) ? shownContent : outlineOf)(app, room, one.type, one.content)
  const of = (one: Said): Shown => (tie(one) === 'open' ? withTies(one) : tieOf(one.type, one.content))
  return {
    of,
    seen: (one) => ({ ...one, on: tie(one) === 'open' ? one.on : null, content: of(one).content }),
    withTies,
    isOpen: (one) => isOpen(one) && tie(one) === 'open',
    tie,
  }
}

/** How records may be seen by a viewer, whoever they are about; of records as they are today. */
export const seeingToday = (app: App, who: Who, records: readonly RecordAsAt[]): Promise<Seeing> =>
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
): Promise<Seeing> {
  const said = versions
    .filter(({ state }) => state === 'recorded')
    .flatMap((version) => {
      const type = types.get(version.type)
      return type === undefined ? [] : [{ ...version, type }]
    })
  const isOpenTo = await openTo(
    app,
    who,
    said.flatMap(({ type, content }) => ownersOf(type, content)),
  )
  const tieOfOne = await tiesAmong(app, who, said)
  const latest = new Map(
    [...byRecord(versions.filter(({ state }) => state === 'recorded'))].map(
      ([record, all]) => [record, latestKnown(all)] as const,
    ),
  )
  // As it stood, and as it is by now.
  const thenAndNow = ({ record, content }: Said) => [content, latest.get(record)?.content ?? content]
  return {
    isOpen: (one) =>
      thenAndNow(one)
        .map((content) => ownersOf(one.type, content))
        // What is written of a team or a place is nobody's.
        .every((whose) => whose.length === 0 || isOpenTo(one.type, whose)),
    tie: (one) => closest(thenAndNow(one).map((content) => tieOfOne({ type: one.type, content }))),
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
