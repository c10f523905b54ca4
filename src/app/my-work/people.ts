import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Person, PersonName } from '../../areas/people/person.ts'
import { decide, type Viewer } from '../../core/access/decide.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { TagShown } from '../../core/definitions/tag.ts'
import { chronology, type RecordAsAt } from '../../core/record/chronology.ts'
import { hasEnded, standing } from '../../core/record/standing.ts'
import { findVersionsOfAll } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import type { Listed } from '../access/listed.ts'
import type { App } from '../app.ts'
import { nameOf, naming } from '../people/naming.ts'
import { seeingToday, seenIn } from '../people/showing.ts'
import { aroundThem, readByTags, tagsOf } from '../people/tags.ts'
import { type WorksWith, worksWith } from '../people/works-with.ts'
import { recordsOfAll } from '../records-of.ts'

/** Somebody on a list of work, or a household: who they are, what holds, who works with them. */
export type WorkPerson = {
  readonly kind: 'person' | 'household'
  readonly subject: SubjectId
  readonly name: string
  readonly bornOn: PlainDate | null
  readonly tags: readonly TagShown[]
  readonly workers: readonly WorksWith[]
}

/** Loads everybody on a list in as many questions as one person takes. Nothing is among it that the viewer may not read. */
export async function workPeople(
  app: App,
  db: Db,
  viewer: Viewer,
  listed: readonly Listed[],
): Promise<readonly WorkPerson[]> {
  const { today } = app.clock
  const types = new Map(
    [Person, PersonName, Allocation, Team, ...readByTags(app)].map((type) => [type.key, type] as const),
  )
  const subjects = listed.map(({ subject }) => subject)
  const versions = await findVersionsOfAll(db, { subjects, types, knownOn: today })
  const records = chronology(versions, types, { asAt: today, knownOn: today })
  const places = await aroundThem(app, db, records, types.values())
  const seeing = await seeingToday(app, { db, viewer }, [...records, ...places])
  const own = bySubject(records)
  const name = naming(app, { db, viewer })
  const onLists = app.catalogue.tags.filter(({ onlyAtHead }) => onlyAtHead !== true)
  return Promise.all(
    listed.map(async ({ subject, person }) => {
      const room: Room = {
        db,
        viewer,
        may: (kind, action = 'read') => decide(viewer, action, person, kind).may === 'yes',
      }
      const show = seenIn(app, room, seeing)
      const seen = [...(own.get(subject) ?? []), ...places]
        .filter(({ type }) => room.may(type.sensitivity))
        .map(show.seen)
      // Who somebody is and whose work they are is known to whoever may find them.
      const found = [...(own.get(subject) ?? []), ...places]
      const bornOn = standing(found, Person, 'person', subject).at(-1)?.content.fields['bornOn']
      return {
        kind: 'person' as const,
        subject,
        name: nameOf(found, app) ?? `Person ${subject}`,
        bornOn: typeof bornOn === 'number' ? (bornOn as PlainDate) : null,
        tags: tagsOf(app, room, { subject, records: seen }, onLists),
        workers: (await worksWith({ subject, records: found, versions }, name)).filter(({ ofFamily }) => !ofFamily),
      }
    }),
  )
}

function bySubject(records: readonly RecordAsAt[]): ReadonlyMap<SubjectId, readonly RecordAsAt[]> {
  const found = new Map<SubjectId, RecordAsAt[]>()
  for (const record of records)
    for (const subject of new Set(Object.values(record.content.subjects).flat())) {
      const own = found.get(subject)
      if (own === undefined) found.set(subject, [record])
      else own.push(record)
    }
  return found
}

/** Those of the workers who no longer work here. */
export async function workersWhoLeft(app: App, db: Db, people: readonly WorkPerson[]): Promise<ReadonlySet<SubjectId>> {
  const workers = [...new Set(people.flatMap((one) => one.workers.flatMap(({ workerId }) => workerId ?? [])))]
  const recordsOf = await recordsOfAll(app, db, workers, [Worker])
  return new Set(workers.filter((worker) => recordsOf(worker).some(hasEnded)))
}
