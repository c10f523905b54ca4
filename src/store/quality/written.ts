import { sql } from 'kysely'
import type { Db } from '../records/transaction.ts'

/** How much was ever written, merged and removed: what has the same numbers says the same. */
export type WrittenSoFar = {
  readonly last: number
  readonly versions: number
  readonly mergesAndRemovals: number
}

/** How much has been written by now, of whatever record. */
export async function writtenSoFar(db: Db): Promise<WrittenSoFar> {
  const { rows } = await sql<WrittenSoFar>`
    select coalesce(max(id), 0) as last, count(*) as versions,
      (select count(*) from person_merge) + (select count(*) from person_unmerge) + (select count(*) from removal) as "mergesAndRemovals"
    from version`.execute(db)
  return rows[0] ?? { last: 0, versions: 0, mergesAndRemovals: 0 }
}

/** How many versions were written after that one. */
export async function versionsSince(db: Db, version: number): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from version where id > ${version}`.execute(db)
  return rows[0]?.many ?? 0
}
