import { type Kysely, type Migration, sql } from 'kysely'

/** What was promised: actions from the commentary of a month or from a plan of a service, and those plans. Rows are only ever added. */
export const actions: Migration = {
  async up(db) {
    await plan(db)
    await action(db)
    await said(db)
    await frozen(db)
    await escalation(db)
  },
}

/** A plan of a service, and its objectives. `baseline` and `target` are numbers of the indicator, or of the measure in words. */
async function plan(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service_plan (
      id integer generated always as identity,
      authority text collate "C" not null,
      area text collate "C" not null,
      title text not null,
      from_on date not null,
      to_on date not null,
      made_at timestamptz not null,
      account_id integer not null,
      made_by text not null,
      constraint service_plan_pkey primary key (id),
      constraint service_plan_account foreign key (account_id) references account (id),
      constraint service_plan_dates check (to_on > from_on),
      constraint service_plan_title check (title <> '')
    )`.execute(db)
  await sql`
    create table plan_objective (
      id integer generated always as identity,
      plan_id integer not null,
      constraint plan_objective_pkey primary key (id),
      constraint plan_objective_plan foreign key (plan_id) references service_plan (id)
    )`.execute(db)
  await sql`
    create table plan_objective_said (
      id integer generated always as identity,
      objective_id integer not null,
      what text not null,
      indicator text collate "C",
      measure text not null,
      good_is text collate "C" not null,
      baseline double precision not null,
      target double precision not null,
      stands_at double precision,
      due_on date not null,
      words text not null,
      said_at timestamptz not null,
      account_id integer not null,
      said_by text not null,
      constraint plan_objective_said_pkey primary key (id),
      constraint plan_objective_said_of foreign key (objective_id) references plan_objective (id),
      constraint plan_objective_said_account foreign key (account_id) references account (id),
      constraint plan_objective_said_what check (what <> '' and (indicator is not null or measure <> '')),
      constraint plan_objective_said_good check (good_is in ('high', 'low'))
    )`.execute(db)
}

async function action(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table action (
      id integer generated always as identity,
      authority text collate "C" not null,
      dataset text collate "C",
      kind text collate "C",
      from_on date,
      to_on date,
      section text collate "C",
      indicator text collate "C",
      objective_id integer,
      constraint action_pkey primary key (id),
      constraint action_objective foreign key (objective_id) references plan_objective (id),
      constraint action_origin check ((objective_id is null) = (dataset is not null and kind is not null and from_on is not null and to_on is not null and section is not null))
    )`.execute(db)
}

/** The terms stand in every row: the last hold. */
async function said(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table action_said (
      id integer generated always as identity,
      action_id integer not null,
      step text not null,
      what text not null,
      owner_id integer not null,
      owner_name text not null,
      due_on date not null,
      how_known text not null,
      words text not null,
      impact text not null,
      said_at timestamptz not null,
      said_on date not null,
      account_id integer not null,
      said_by text not null,
      constraint action_said_pkey primary key (id),
      constraint action_said_action foreign key (action_id) references action (id),
      constraint action_said_owner foreign key (owner_id) references account (id),
      constraint action_said_account foreign key (account_id) references account (id),
      constraint action_said_step check (step in ('agreed', 'changed', 'progress', 'closed', 'opened again')),
      constraint action_said_terms check (what <> '' and how_known <> ''),
      constraint action_said_words check (step = 'agreed' or words <> ''),
      constraint action_said_impact check (step <> 'closed' or impact <> '')
    )`.execute(db)
  await sql`create index action_said_of on action_said (action_id, id)`.execute(db)
}

/** Actions as they stood when a month was frozen. */
async function frozen(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication_action (
      publication_id integer not null,
      action_id integer not null,
      section text collate "C" not null,
      indicator text collate "C",
      agreed_in text collate "C" not null,
      step text not null,
      what text not null,
      owner_name text not null,
      due_on date not null,
      how_known text not null,
      words text not null,
      impact text not null,
      said_on date not null,
      said_by text not null,
      constraint publication_action_pkey primary key (publication_id, action_id),
      constraint publication_action_of foreign key (publication_id) references publication (id)
    )`.execute(db)
}

/** What a service wants the board to look at: the last row about one thing counts. */
async function escalation(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table escalation (
      id integer generated always as identity,
      authority text collate "C" not null,
      about text collate "C" not null,
      step text not null,
      words text not null,
      said_at timestamptz not null,
      account_id integer not null,
      said_by text not null,
      constraint escalation_pkey primary key (id),
      constraint escalation_account foreign key (account_id) references account (id),
      constraint escalation_step check (step in ('escalated', 'answered')),
      constraint escalation_words check (words <> '')
    )`.execute(db)
}
