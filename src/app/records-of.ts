import type { SubjectId } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt } from '../core/record/chronology.ts'
import { findVersionsOf } from '../store/records/find.ts'
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
  return chronology(await findVersionsOf(db, { subject, types: byKey }), byKey, moment)
}
