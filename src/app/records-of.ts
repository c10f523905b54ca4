import type { PlainDate } from '../core/dates/plain-date.ts'
import type { SubjectId } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt } from '../core/record/chronology.ts'
import { findVersionsOfAll } from '../store/records/find.ts'
import { findSamePeople } from '../store/records/merges.ts'
import type { Db } from '../store/records/transaction.ts'
import type { App } from './app.ts'

/**
 * The records of some types in which a subject stands, as they are today (or at another moment). It asks nobody's leave: for what decides
 * access itself, and for what is read behind `about`.
 */
export async function recordsOf(
  app: App,
  db: Db,
  subject: SubjectId,
  types: Iterable<RecordType>,
  moment?: Moment,
): Promise<readonly RecordAsAt[]> {
  return (await recordsOfAll(app, db, [subject], types, moment))(subject)
}

/**
 * The same for many subjects, in as many questions to the store as for one. What comes back gives the records of one of them: those in
 * which they stand at that moment, not those that have been moved to somebody else. Of somebody who was recorded twice they are those of all numbers.
 */
export const recordsOfAll = async (
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
  types: Iterable<RecordType>,
  moment: Moment = { asAt: app.clock.today, knownOn: app.clock.today },
): Promise<RecordsOf> => (await recordsByDay(db, subjects, types, moment.knownOn))(moment.asAt)

/** The records of one subject, of those who were asked about. */
export type RecordsOf = (subject: SubjectId) => readonly RecordAsAt[]

/** The same as they were on any days, of what was known on one. */
export async function recordsByDay(
  db: Db,
  subjects: readonly SubjectId[],
  types: Iterable<RecordType>,
  knownOn: PlainDate,
): Promise<(asAt: PlainDate) => RecordsOf> {
  const byKey = new Map([...types].map((type) => [type.key, type] as const))
  const same = await findSamePeople(db, subjects, knownOn)
  const versions = await findVersionsOfAll(db, { subjects, types: byKey, knownOn })
  return (asAt) => {
    const found = new Map<SubjectId, RecordAsAt[]>(subjects.map((subject) => [same.kept(subject), []]))
    for (const record of chronology(versions, byKey, { asAt, knownOn }))
      for (const subject of new Set(Object.values(record.content.subjects).flat())) found.get(subject)?.push(record)
    return (subject) => found.get(same.kept(subject)) ?? []
  }
}
