import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Months as they were frozen: every figure with what it was judged by, and who was in it. Nothing here follows from the records as they are today, and none of it
 * is ever changed: a correction is another version beside the first.
 */
export const publications: Migration = {
  async up(db) {
    await publication(db)
    await figure(db)
    await member(db)
    await step(db)
    await commentary(db)
  },
}

/** `last_version`: the last that was written before it was frozen, of whatever record. */
async function publication(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication (
      id integer generated always as identity,
      dataset text collate "C" not null,
      authority text collate "C" not null,
      kind text collate "C" not null,
      from_on date not null,
      to_on date not null,
      version integer not null,
      known_on date not null,
      last_version bigint not null,
      frozen_at timestamptz not null,
      account_id integer not null,
      frozen_by text not null,
      reason text,
      constraint publication_pkey primary key (id),
      constraint publication_once unique (dataset, authority, kind, from_on, to_on, version),
      constraint publication_account foreign key (account_id) references account (id),
      constraint publication_dates check (to_on > from_on and known_on >= to_on),
      constraint publication_reason check (version = 1 or reason <> '')
    )`.execute(db)
}

/** `definition`: the words of the rule as they were, and `fingerprint` what it was counted by. */
async function figure(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication_figure (
      publication_id integer not null,
      place integer not null,
      section text not null,
      indicator text collate "C" not null,
      kind text collate "C" not null,
      from_on date not null,
      to_on date not null,
      value double precision,
      numerator double precision,
      denominator double precision,
      not_known integer,
      not_placed integer not null,
      provisional boolean not null,
      source text not null,
      definition jsonb not null,
      judged jsonb not null,
      fingerprint text,
      constraint publication_figure_pkey primary key (publication_id, indicator, from_on),
      constraint publication_figure_of foreign key (publication_id) references publication (id),
      constraint publication_figure_source check (source in ('calculated', 'published'))
    )`.execute(db)
}

/** Those of the month itself. `verdict`: 1 counted, 0 not counted, ? not known, ! not known whether in it. */
async function member(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication_member (
      publication_id integer not null,
      indicator text collate "C" not null,
      subject_id bigint not null,
      record_id bigint,
      verdict text collate "C" not null,
      number double precision,
      among double precision,
      constraint publication_member_once unique nulls not distinct (publication_id, indicator, subject_id, record_id),
      constraint publication_member_verdict check (verdict in ('1', '0', '?', '!'))
    )`.execute(db)
}

/** What was done with a month on its way. Rows are only ever added: a step that is taken back is another row. */
async function step(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table month_step (
      id integer generated always as identity,
      dataset text collate "C" not null,
      authority text collate "C" not null,
      kind text collate "C" not null,
      from_on date not null,
      to_on date not null,
      step text not null,
      words text not null,
      taken_at timestamptz not null,
      account_id integer not null,
      taken_by text not null,
      constraint month_step_pkey primary key (id),
      constraint month_step_account foreign key (account_id) references account (id),
      constraint month_step_step check (step in ('quality seen', 'signed off', 'frozen', 'opened again')),
      constraint month_step_words check (words <> '' or step in ('signed off', 'frozen'))
    )`.execute(db)
  await sql`create index month_step_of on month_step (dataset, authority, from_on)`.execute(db)
}

/** What is said of a section, or of a figure, of a month. Of several about one thing the last counts; a frozen month has its own copies. */
async function commentary(db: Kysely<unknown>): Promise<void> {
  const columns = sql`
      section text collate "C" not null,
      indicator text collate "C",
      going_well text not null,
      worries text not null,
      doing text not null,
      written_at timestamptz not null,
      account_id integer not null,
      written_by text not null`
  await sql`
    create table commentary (
      id integer generated always as identity,
      dataset text collate "C" not null,
      authority text collate "C" not null,
      kind text collate "C" not null,
      from_on date not null,
      to_on date not null,
      ${columns},
      constraint commentary_pkey primary key (id),
      constraint commentary_account foreign key (account_id) references account (id)
    )`.execute(db)
  await sql`create index commentary_of on commentary (dataset, authority, from_on)`.execute(db)
  await sql`
    create table publication_commentary (
      publication_id integer not null,
      ${columns},
      constraint publication_commentary_once unique nulls not distinct (publication_id, section, indicator),
      constraint publication_commentary_of foreign key (publication_id) references publication (id)
    )`.execute(db)
}
