import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Lists that others keep of the same children, as they came; what was decided about each difference. What matches whom, and what differs, is worked out from the
 * records as they are whenever it is looked at, so that nothing here has to be put right when a record is.
 */
export const reconciliations: Migration = {
  async up(db) {
    await list(db)
    await entry(db)
    await decision(db)
  },
}

/** `items`: what the list has a column for; what it says nothing of cannot be missing from it. `issues`: the rows that could not be read. */
async function list(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table their_list (
      id integer generated always as identity,
      reconciliation text collate "C" not null,
      file_name text not null,
      sha256 text collate "C" not null,
      bytes bytea not null,
      from_on date not null,
      to_on date not null,
      items text[] collate "C" not null,
      issues jsonb not null,
      loaded_at timestamptz not null,
      account_id integer,
      loaded_by text not null,
      constraint their_list_pkey primary key (id),
      constraint their_list_once unique (reconciliation, sha256, from_on, to_on),
      constraint their_list_account foreign key (account_id) references account (id),
      constraint their_list_days check (to_on > from_on)
    )`.execute(db)
}

/** A day that a list gives of somebody. `who`: whom, in the words of the list, and not a number of ours: nobody is matched for good. */
async function entry(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table their_list_entry (
      id integer generated always as identity,
      list_id integer not null,
      row_in_file integer not null,
      who jsonb not null,
      item text collate "C" not null,
      on_day date not null,
      constraint their_list_entry_pkey primary key (id),
      constraint their_list_entry_of foreign key (list_id) references their_list (id)
    )`.execute(db)
  await sql`create index their_list_entry_list on their_list_entry (list_id)`.execute(db)
}

/**
 * What was decided, about just these two days: of whom (`subject_id`, or in the words of the list where they are nobody we know), and who is to put it right.
 * `same child`: the row, by whatever list, means this child. Rows are only ever added; of several about one thing the last counts.
 */
async function decision(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconciliation_decision (
      id integer generated always as identity,
      reconciliation text collate "C" not null,
      who text collate "C",
      subject_id bigint,
      item text collate "C" not null,
      their_day date,
      our_day date,
      decision text collate "C" not null,
      words text not null,
      decided_at timestamptz not null,
      account_id integer not null,
      decided_by text not null,
      constraint reconciliation_decision_pkey primary key (id),
      constraint reconciliation_decision_subject foreign key (subject_id) references subject (id),
      constraint reconciliation_decision_account foreign key (account_id) references account (id),
      constraint reconciliation_decision_kind check (decision in ('ours', 'theirs', 'agreed', 'same child')),
      constraint reconciliation_decision_of check (who is not null or subject_id is not null),
      constraint reconciliation_decision_words check (words <> '')
    )`.execute(db)
  await sql`create index reconciliation_decision_of_one on reconciliation_decision (reconciliation)`.execute(db)
}
