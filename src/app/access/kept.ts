import { ownersOf } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestKnown } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { findRecord, findRecordType, type StoredVersion } from '../../store/records/find.ts'
import { findPeopleIn } from '../../store/records/remove.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/** A record as it is in the store, whoever asks. */
export type Kept = {
  readonly record: RecordId
  readonly type: RecordType
  /** In the order in which they were written; at least one. */
  readonly versions: readonly StoredVersion[]
  readonly latest: StoredVersion
  /** Whose record it is by what it said last; nobody's, of a team or a place. Where its content was removed: everybody who ever stood in it. */
  readonly owners: readonly SubjectId[]
}

/** The record of a number; undefined where there is none. */
export async function findKept(app: App, db: Db, record: RecordId): Promise<Kept | undefined> {
  const key = await findRecordType(db, record)
  const type = key === undefined ? undefined : app.catalogue.records.get(key)
  if (type === undefined) return undefined
  const versions = await findRecord(db, type, record)
  const latest = latestKnown(versions)
  const content = lastSaid(versions)
  const owners = content === undefined ? await findPeopleIn(db, record) : ownersOf(type, content)
  return latest === undefined ? undefined : { record, type, versions, latest, owners }
}

/** What a record said last; undefined where its content was removed. One that an import no longer has still belongs to whom it was about. */
export const lastSaid = (versions: readonly StoredVersion[]): Content | undefined =>
  latestKnown(versions.filter(({ state }) => state === 'recorded'))?.content
