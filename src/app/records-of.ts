import type { SubjectId } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt } from '../core/record/chronology.ts'
import { findVersionsOf } from '../store/records/find.ts'
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
  moment: Moment = { asAt: app.clock.today, knownOn: app.clock.today },
): Promise<readonly RecordAsAt[]> {
  const byKey = new Map([...types].map((type) => [type.key, type] as const))
  const same = await findSamePeople(db, [subject], moment.knownOn)
  const versions = await findVersionsOf(db, { subject, types: byKey, knownOn: moment.knownOn })
  return chronology(versions, byKey, moment).filter(isAbout(same.kept(subject)))
}

/** A correction may have taken a record to somebody else: it is no longer about whom it was about before. */
export const isAbout =
  (subject: SubjectId) =>
  ({ content }: RecordAsAt): boolean =>
    Object.values(content.subjects).some((subjects) => subjects.includes(subject))
