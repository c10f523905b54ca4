import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Records about subjects, as series of versions. What a version says stands in a table of its record type, which the store derives
 * (src/store/records/schema.ts) after the migrations have run: a migration that changes one begins with `alter table if exists`.
 * The tables that an import fills by the hundred thousand have no foreign keys, which would take most of its time. Nothing that
 * they refer to is ever deleted, and the store looks that it is there (src/store/records/references.ts).
 */
export const records: Migration = {
  async up(db) {
    await subject(db)
    await version(db)
    await importWindow(db)
    await draft(db)
    await removal(db)
  },
}

async function subject(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table subject (
      id bigint generated always as identity,
      kind text not null,
      made_at timestamptz not null,
      made_by text not null,
      constraint subject_pkey primary key (id),
      constraint subject_kind check (kind <> '')
    )`.execute(db)
  await sql`
    create table record (
      id bigint generated always as identity,
      type text collate "C" not null,
      made_at timestamptz not null,
      made_by text not null,
      source_system text collate "C",
      identity text collate "C",
      constraint record_pkey primary key (id),
      constraint record_type check (type <> ''),
      constraint record_source check ((source_system is null) = (identity is null))
    )`.execute(db)
  // By what a source calls a record it is known again. A hash of it once the content of the record has been removed.
  await sql`
    create unique index record_identity on record (identity, source_system, type)
    where identity is not null`.execute(db)
}

/**
 * Visible on day K is, for each record, the version with the greatest (known_on, id) of those known by K.
 * `record_subject` has everybody who stands in any version of a record; `version_subject` who stands in roles that many may have.
 */
async function version(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table version (
      id bigint generated always as identity,
      record_id bigint not null,
      type text collate "C" not null,
      known_on date not null,
      state text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      reason text,
      source text not null,
      batch_id bigint,
      replaces bigint,
      restates bigint,
      constraint version_pkey primary key (id),
      constraint version_replaces foreign key (replaces) references version (id),
      constraint version_restates foreign key (restates) references version (id),
      constraint version_state check (state in ('recorded', 'gone', 'removed')),
      constraint version_source check (source in ('form', 'import')),
      constraint version_batch_source check (batch_id is null or source = 'import')
    )`.execute(db)
  await sql`create index version_record_id on version (record_id, known_on desc, id desc)`.execute(db)
  await sql`
    create table version_subject (
      version_id bigint not null,
      role text collate "C" not null,
      place integer not null,
      subject_id bigint not null,
      constraint version_subject_pkey primary key (version_id, role, place),
      constraint version_subject_once unique (version_id, role, subject_id)
    )`.execute(db)
  await sql`
    create table record_subject (
      subject_id bigint not null,
      type text collate "C" not null,
      record_id bigint not null,
      constraint record_subject_pkey primary key (subject_id, record_id)
    )`.execute(db)
}

/** For what a file spoke, and when it arrived among the versions: `position` is of the same sequence as version.id. */
async function importWindow(db: Kysely<unknown>): Promise<void> {
  // A file of records has a format of its own, and may say that there are none.
  await sql`
    alter table import_batch
      drop constraint import_batch_format,
      drop constraint import_batch_row_count,
      add constraint import_batch_format check (format <> ''),
      add constraint import_batch_row_count check (row_count >= 0)`.execute(db)
  await sql`
    create table import_window (
      batch_id bigint not null,
      type text collate "C" not null,
      source_system text collate "C" not null,
      known_on date not null,
      position bigint not null,
      from_on date,
      to_on date,
      subjects bigint[],
      constraint import_window_pkey primary key (batch_id, type, source_system),
      constraint import_window_batch foreign key (batch_id, known_on) references import_batch (id, known_on),
      constraint import_window_dates check (to_on > from_on)
    )`.execute(db)
  await sql`
    create index import_window_known_on on import_window (type, source_system, known_on, position)`.execute(db)
  await sql`create index import_batch_sha256_index on import_batch (sha256)`.execute(db)
  // A row that said what was visible already and lies outside its own file's window: that it was said shows nowhere else.
  await sql`
    create table import_repeat (
      batch_id bigint not null,
      record_id bigint not null,
      constraint import_repeat_pkey primary key (record_id, batch_id)
    )`.execute(db)
}

async function draft(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft (
      id bigint generated always as identity,
      type text collate "C" not null,
      record_id bigint,
      based_on bigint,
      subject_id bigint,
      owner text not null,
      content jsonb not null,
      saved_at timestamptz not null,
      constraint draft_pkey primary key (id),
      constraint draft_record foreign key (record_id) references record (id),
      constraint draft_based_on foreign key (based_on) references version (id),
      constraint draft_subject foreign key (subject_id) references subject (id)
    )`.execute(db)
  await sql`create index draft_owner on draft (owner, saved_at desc)`.execute(db)
  await sql`create index draft_record_id on draft (record_id)`.execute(db)
}

async function removal(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table removal (
      id bigint generated always as identity,
      record_id bigint not null,
      kind text not null,
      authority text not null,
      reason text not null,
      removed_by text not null,
      removed_at timestamptz not null,
      content_hash text not null,
      constraint removal_pkey primary key (id),
      constraint removal_once unique (record_id),
      constraint removal_record foreign key (record_id) references record (id),
      constraint removal_kind check (kind in ('wrong child', 'retention', 'court order', 'adoption seal')),
      constraint removal_authority check (authority <> ''),
      constraint removal_reason check (reason <> ''),
      constraint removal_content_hash check (content_hash ~ '^[0-9a-f]{64}$')
    )`.execute(db)
}
