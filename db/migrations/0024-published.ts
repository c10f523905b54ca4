import { type Kysely, type Migration, sql } from 'kysely'

/**
 * What was published of a frozen month, to whom, word for word and byte for byte; and what was decided about figures that would be others since. None
 * of it is ever changed.
 */
export const published: Migration = {
  async up(db) {
    await steps(db)
    await report(db)
    await file(db)
    await decision(db)
    await restatement(db)
  },
}

async function steps(db: Kysely<unknown>): Promise<void> {
  await sql`alter table month_step drop constraint month_step_step`.execute(db)
  await sql`
    alter table month_step add constraint month_step_step
    check (step in ('quality seen', 'signed off', 'frozen', 'published', 'opened again'))`.execute(db)
}

/** `document`: the report as it was published, text that is JSON; of what is withheld there is none. */
async function report(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table published_report (
      id integer generated always as identity,
      publication_id integer not null,
      report text collate "C" not null,
      audience text collate "C" not null,
      words text not null,
      document text,
      published_at timestamptz not null,
      account_id integer not null,
      published_by text not null,
      constraint published_report_pkey primary key (id),
      constraint published_report_of foreign key (publication_id) references publication (id),
      constraint published_report_account foreign key (account_id) references account (id),
      constraint published_report_once unique (publication_id, report, audience),
      constraint published_report_audience check (audience in ('internal', 'board', 'exempt', 'public', 'withheld')),
      constraint published_report_words check (words <> '' or audience not in ('exempt', 'withheld')),
      constraint published_report_document check ((document is null) = (audience = 'withheld'))
    )`.execute(db)
}

async function file(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table published_file (
      published_report_id integer not null,
      format text collate "C" not null,
      file_name text not null,
      media_type text collate "C" not null,
      sha256 text not null,
      bytes bytea not null,
      constraint published_file_pkey primary key (published_report_id, format),
      constraint published_file_of foreign key (published_report_id) references published_report (id),
      constraint published_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`.execute(db)
  // Most of what is written is packed already.
  await sql`alter table published_file alter column bytes set storage external`.execute(db)
}

/** Whether a report says that a frozen figure would be another. Of several about one figure the last counts. */
async function decision(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table restated_decision (
      id integer generated always as identity,
      publication_id integer not null,
      indicator text collate "C" not null,
      decision text collate "C" not null,
      now double precision,
      words text not null,
      decided_at timestamptz not null,
      account_id integer not null,
      decided_by text not null,
      constraint restated_decision_pkey primary key (id),
      constraint restated_decision_of foreign key (publication_id) references publication (id),
      constraint restated_decision_account foreign key (account_id) references account (id),
      constraint restated_decision_decision check (decision in ('say so', 'no note')),
      constraint restated_decision_words check (words <> '')
    )`.execute(db)
}

/** What a frozen month says of figures of earlier ones. */
async function restatement(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication_restatement (
      publication_id integer not null,
      decision_id integer not null,
      constraint publication_restatement_pkey primary key (publication_id, decision_id),
      constraint publication_restatement_of foreign key (publication_id) references publication (id),
      constraint publication_restatement_decision foreign key (decision_id) references restated_decision (id)
    )`.execute(db)
}
