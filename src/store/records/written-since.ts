import { sql } from 'kysely'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Db } from './transaction.ts'

/** The number of the latest version; 0 where there is none. */
export async function lastVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from version`.execute(db)
  return rows[0]?.last ?? 0
}

/** Everybody and everything that a record written after that version is about, in whichever of its versions: whoever it was taken from, too. */
export async function findSubjectsWrittenSince(db: Db, version: number): Promise<readonly SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`
    select distinct subject_id as id from record_subject
    where record_id in (select record_id from version where id > ${version}) order by subject_id`.execute(db)
  return rows.map(({ id }) => id)
}
