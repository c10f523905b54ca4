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
   * records.
   */
  readonly since: readonly AboutWhom[]
  /** Whether it is more than is told. */
  readonly isMore: boolean
  /** Whether this transaction has itself written any of it, or, where no version was given or it is more than is told, may have: it may yet be undone. */
  readonly isMine: boolean
  /** Whether nobody else is writing. While somebody is, they may yet end with versions of lower numbers than the latest that is seen. */
  readonly isWhole: boolean
}

/** A record that was written is about a few, and somebody about whom one was has a few that were. */
const VERSIONS_OF_EACH = 20
const NO_VERSION = Number.MAX_SAFE_INTEGER

/**
 * What has been written, all of it in one question: what is seen is of one moment.
 * @param version the latest that is known of; left out, nobody is told of
 * @param most of how many it is told about whom something was written
 */
export async function writtenAfter(db: Db, version: number | undefined, most: number): Promise<Written> {
  const versions = most * VERSIONS_OF_EACH
  // Those after a version are taken in order, and no more than so many: so that the database goes by their numbers, however few it expects.
  const { rows } = await sql<Omit<Written, 'isMore'> & { readonly versions: number }>`
    select coalesce((select max(id) from version), 0) as last,
      (select count(*) from person_merge) + (select count(*) from person_unmerge) + (select count(*) from removal) as "mergesAndRemovals",
      (
        select coalesce(json_agg(about), '[]') from (
          select subject_id as subject, array_agg(distinct type) as types from record_subject
          where record_id = any(newer.records) group by subject_id limit ${sql.lit(most + 1)}
        ) as about
      ) as since,
      newer.versions,
      newer."isMine" or exists (select from person_merge where xmin = own.id::xid)
        or exists (select from person_unmerge where xmin = own.id::xid)
        or exists (select from removal where xmin = own.id::xid) as "isMine",
      not exists (
        select from pg_snapshot_xip(pg_current_snapshot()) as other where other is distinct from own.id
      ) as "isWhole"
    from (select pg_current_xact_id_if_assigned() as id, ${version === undefined}::boolean as "isFirst") as own,
      lateral (
        select array_agg(record_id) as records, count(*) as versions,
          coalesce(bool_or(xmin = own.id::xid), false)
            or own.id is not null and (own."isFirst" or count(*) >= ${sql.lit(versions)}) as "isMine"
        from (
          select record_id, xmin from version where id > ${version ?? NO_VERSION} order by id limit ${sql.lit(versions)}
        ) as later
      ) as newer`.execute(db)
  const [written] = rows
  if (written === undefined) throw new Error('The store did not say what has been written')
  return { ...written, isMore: written.versions >= versions || written.since.length > most }
}
