import { sql } from 'kysely'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Db } from '../records/transaction.ts'

/** Somebody about whom something was written, and of which types. */
export type AboutWhom = { readonly subject: SubjectId; readonly types: readonly string[] }

/** What has been written by now, as this transaction sees it. */
export type Written = {
  /** The number of the latest version; 0 where there is none. */
  readonly last: number
  readonly mergesAndRemovals: number
  /**
   * Everybody and everything that a record written after a version is about, in whichever of its versions: whoever it was taken from, too; with the types of those
   * records. Of more than were asked for, one more than that is told of.
   */
  readonly since: readonly AboutWhom[]
  /** Whether this transaction has itself written any of it, or, where no version was given, may have: it may yet be undone. */
  readonly isMine: boolean
  /** Whether nobody else is writing. While somebody is, they may yet end with versions of lower numbers than the latest that is seen. */
  readonly isWhole: boolean
}

/**
 * What has been written, all of it in one question: what is seen is of one moment.
 * @param version the latest that is known of; left out, nobody is told of
 * @param most of how many it is told about whom something was written
 */
export async function writtenAfter(db: Db, version: number | undefined, most: number): Promise<Written> {
  // The number itself, and no parameter: the database must see that few are newer, or it looks through all there are.
  const newer = version === undefined ? sql`false` : sql`id > ${sql.lit(version)}`
  const mine = version === undefined ? sql`own.id is not null` : sql`false`
  const { rows } = await sql<Written>`
    with own as (select pg_current_xact_id_if_assigned() as id)
    select coalesce((select max(id) from version), 0) as last,
      (select count(*) from person_merge) + (select count(*) from person_unmerge) + (select count(*) from removal) as "mergesAndRemovals",
      (
        select coalesce(json_agg(about), '[]') from (
          select subject_id as subject, array_agg(distinct type) as types from record_subject
          where record_id in (select record_id from version where ${newer}) group by subject_id limit ${most + 1}
        ) as about
      ) as since,
      ${mine} or exists (select from version where ${newer} and xmin = own.id::xid)
        or exists (select from person_merge where xmin = own.id::xid)
        or exists (select from person_unmerge where xmin = own.id::xid)
        or exists (select from removal where xmin = own.id::xid) as "isMine",
      not exists (
        select from pg_snapshot_xip(pg_current_snapshot()) as other where other is distinct from own.id
      ) as "isWhole"
    from own`.execute(db)
  const [written] = rows
  if (written === undefined) throw new Error('The store did not say what has been written')
  return written
}
