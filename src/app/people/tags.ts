import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Tag, Tagged, TagShown } from '../../core/definitions/tag.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'

/** Every record type that a tag reads. */
export const readByTags = (app: App): readonly RecordType[] => app.catalogue.tags.flatMap(({ reads }) => reads)

/** What is written about the teams, households and places that records name: of the types that are about no person. */
export async function aroundThem(
  app: App,
  db: Room['db'],
  records: readonly RecordAsAt[],
  types: Iterable<RecordType>,
): Promise<readonly RecordAsAt[]> {
  const aboutPlaces = [...types].filter(
    ({ subjects }) => !Object.values(subjects).some(({ kind }) => kind === 'person'),
  )
  const places = new Set(
    records.flatMap(({ type, content }) =>
      Object.entries(type.subjects)
        .filter(([, { kind }]) => kind !== 'person' && kind !== 'worker')
        .flatMap(([role]) => content.subjects[role] ?? []),
    ),
  )
  const recordsOf = await recordsOfAll(app, db, [...places], aboutPlaces)
  const found = [...places].flatMap((place) => recordsOf(place))
  return [...new Map(found.map((record) => [record.record, record] as const)).values()]
}

/**
 * The tags of a person, from records of theirs and of the places around them in which nothing stands that the viewer may not read. A tag of which
 * they may not read every type is left out.
 */
export function tagsOf(
  app: App,
  { may }: Pick<Room, 'may'>,
  { subject, records }: Pick<Tagged, 'subject' | 'records'>,
  tags: readonly Tag[] = app.catalogue.tags,
): readonly TagShown[] {
  return tags
    .filter(({ reads }) => reads.every(({ sensitivity }) => may(sensitivity, 'read')))
    .flatMap(({ reads, of }) => {
      const read = new Set(reads.map(({ key }) => key))
      return of({ subject, asAt: app.clock.today, records: records.filter(({ type }) => read.has(type.key)) })
    })
}
