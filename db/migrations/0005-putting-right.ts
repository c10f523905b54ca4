import { type Kysely, type Migration, sql } from 'kysely'

/** One person recorded twice; records that were moved or removed; what was found where the glass was broken. */
export const puttingRight: Migration = {
  async up(db) {
    await merges(db)
    await auditOfNumbers(db)
    await movedRecords(db)
    await findings(db)
  },
}

/**
 * That two numbers are one person's, since when that is known, until it is taken back. Rows are only ever added, and no record is touched:
 * whoever reads a person asks which numbers are theirs on the day.
 */
async function merges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person_merge (
      id bigint generated always as identity,
      kept_id bigint not null,
      merged_id bigint not null,
      known_on date not null,
      merged_at timestamptz not null,
      merged_by text not null,
      reason text not null,
      constraint person_merge_pkey primary key (id),
      constraint person_merge_kept foreign key (kept_id) references subject (id),
      constraint person_merge_merged foreign key (merged_id) references subject (id),
      constraint person_merge_two check (kept_id <> merged_id),
      constraint person_merge_reason check (reason <> '')
    )`.execute(db)
  await sql`create index person_merge_kept_id on person_merge (kept_id)`.execute(db)
  await sql`create index person_merge_merged_id on person_merge (merged_id)`.execute(db)
  await sql`
    create table person_unmerge (
      merge_id bigint not null,
      known_on date not null,
      unmerged_at timestamptz not null,
      unmerged_by text not null,
      reason text not null,
      constraint person_unmerge_pkey primary key (merge_id),
      constraint person_unmerge_merge foreign key (merge_id) references person_merge (id),
      constraint person_unmerge_reason check (reason <> '')
    )`.execute(db)
}

/** Whoever looks at somebody with two numbers looks at both: a row for each, and the second says of which row it is the like. */
async function auditOfNumbers(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table audit
      add column like_row bigint,
      add constraint audit_like_row foreign key (like_row) references audit (id)`.execute(db)
}

/** Of a removed record its own date is left, so that its stub stands where it stood; and where its content was moved to. */
async function movedRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table removal
      add column dated_on date,
      add column moved_to bigint,
      add constraint removal_moved_to foreign key (moved_to) references record (id),
      add constraint removal_moved check (moved_to is null or kind = 'wrong child')`.execute(db)
}

/** `verdict` says whether it had to be; `finding` says in words what was found. */
async function findings(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table broken_glass
      add column finding text,
      add constraint broken_glass_finding check ((verdict is null) = (finding is null) and finding <> '')`.execute(db)
  await sql`create index broken_glass_waiting on broken_glass (broken_at) where reviewed_at is null`.execute(db)
}
