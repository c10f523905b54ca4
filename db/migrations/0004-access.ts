import { type Kysely, type Migration, sql } from 'kysely'

/** Who may sign in, who is signed in, who broke the glass, and who did what with what is held about whom. */
export const access: Migration = {
  async up(db) {
    await account(db)
    await session(db)
    await brokenGlass(db)
    await audit(db)
  },
}

async function account(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id bigint generated always as identity,
      user_name text collate "C" not null,
      name text not null,
      worker_id bigint,
      roles text[] not null,
      password_hash text not null,
      failures integer not null default 0,
      locked_until timestamptz,
      made_at timestamptz not null,
      ended_at timestamptz,
      constraint account_pkey primary key (id),
      constraint account_user_name unique (user_name),
      constraint account_user_name_form check (user_name ~ '^[a-z0-9][a-z0-9._-]*$'),
      constraint account_worker foreign key (worker_id) references subject (id)
    )`.execute(db)
}

/** The token itself is only in the browser; whoever reads this table cannot sign in with it. */
async function session(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session (
      token_hash text not null,
      account_id bigint not null,
      made_at timestamptz not null,
      seen_at timestamptz not null,
      ends_at timestamptz not null,
      constraint session_pkey primary key (token_hash),
      constraint session_account foreign key (account_id) references account (id)
    )`.execute(db)
  await sql`create index session_of_account on session (account_id)`.execute(db)
}

async function brokenGlass(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table broken_glass (
      id bigint generated always as identity,
      account_id bigint not null,
      subject_id bigint not null,
      reason text not null,
      broken_at timestamptz not null,
      ends_at timestamptz not null,
      reviewed_by text,
      reviewed_at timestamptz,
      verdict text,
      constraint broken_glass_pkey primary key (id),
      constraint broken_glass_account foreign key (account_id) references account (id),
      constraint broken_glass_subject foreign key (subject_id) references subject (id),
      constraint broken_glass_reason check (reason <> ''),
      constraint broken_glass_ends check (ends_at > broken_at),
      constraint broken_glass_review check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (verdict is null))
    )`.execute(db)
  await sql`create index broken_glass_of_account on broken_glass (account_id, ends_at)`.execute(db)
}

/** Rows are only ever added. A seal is a hash over all rows up to one of them, so that a later change to any shows. */
async function audit(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      id bigint generated always as identity,
      at timestamptz not null,
      account_id bigint,
      account_name text not null,
      action text not null,
      subject_id bigint,
      record_id bigint,
      decision text not null,
      by_role text,
      detail text not null,
      constraint audit_pkey primary key (id),
      constraint audit_decision check (decision in ('yes', 'no', 'restricted', 'not there'))
    )`.execute(db)
  await sql`create index audit_of_subject on audit (subject_id, id)`.execute(db)
  await sql`create index audit_of_account on audit (account_id, id)`.execute(db)
  await sql`
    create table audit_seal (
      up_to bigint not null,
      rows_sealed bigint not null,
      hash text not null,
      sealed_at timestamptz not null,
      constraint audit_seal_pkey primary key (up_to),
      constraint audit_seal_hash check (hash ~ '^[0-9a-f]{64}$')
    )`.execute(db)
}
