import { type Kysely, type Migration, sql } from 'kysely'

/**
 * What is done about errors of data. The errors themselves are kept nowhere: they are worked out from the records whenever they are asked for, and are gone with the
 * correction.
 */
export const dataQuality: Migration = {
  async up(db) {
    await assignment(db)
    await accepted(db)
  },
}

/** Who is to put an error right. Rows are only ever added; of several about one error the last counts. Nobody: it goes by the allocation again. */
async function assignment(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quality_assignment (
      id integer generated always as identity,
      rule text collate "C" not null,
      subject_id bigint not null,
      record_id bigint,
      assigned_to integer,
      assigned_name text,
      note text not null,
      assigned_at timestamptz not null,
      account_id integer not null,
      assigned_by text not null,
      constraint quality_assignment_pkey primary key (id),
      constraint quality_assignment_subject foreign key (subject_id) references subject (id),
      constraint quality_assignment_to foreign key (assigned_to) references account (id),
      constraint quality_assignment_account foreign key (account_id) references account (id),
      constraint quality_assignment_named check ((assigned_to is null) = (assigned_name is null)),
      constraint quality_assignment_note check (note <> '')
    )`.execute(db)
  await sql`create index quality_assignment_of on quality_assignment (subject_id, rule)`.execute(db)
}

/** The errors that stood open when somebody said that the quality of a month was seen: what was accepted. */
async function accepted(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quality_accepted (
      step_id integer not null,
      rule text collate "C" not null,
      label text not null,
      subject_id bigint not null,
      record_id bigint,
      constraint quality_accepted_once unique nulls not distinct (step_id, rule, subject_id, record_id),
      constraint quality_accepted_step foreign key (step_id) references month_step (id)
    )`.execute(db)
}
