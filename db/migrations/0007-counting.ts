import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Who is counted: the members of each list in each period, with every answer. TypeScript writes them, SQL lists and filters them; a figure
 * is a count of them and is kept nowhere else. What stands here follows from the records and can be made again at any time.
 */
export const counting: Migration = {
  async up(db) {
    await countedPeriod(db)
    await member(db)
  },
}

async function countedPeriod(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table counted_period (
      id integer generated always as identity,
      list text collate "C" not null,
      kind text collate "C" not null,
      from_on date not null,
      to_on date not null,
      answered_on date not null,
      as_at date not null,
      provisional boolean not null,
      definitions text not null,
      counted_at timestamptz not null,
      constraint counted_period_pkey primary key (id),
      constraint counted_period_once unique (list, kind, from_on, to_on),
      constraint counted_period_dates check (to_on > from_on)
    )`.execute(db)
}

/**
 * `placed` has a mark for each population of the list, `answers` one for each of its tests: 1 yes, 0 no, ? not known, - not asked.
 * Without foreign keys, as the tables that imports fill.
 */
async function member(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member (
      period_id integer not null,
      subject_id bigint not null,
      record_id bigint,
      placed text collate "C" not null,
      answers text collate "C" not null,
      measures jsonb not null,
      attributes jsonb not null,
      constraint member_once unique nulls not distinct (period_id, subject_id, record_id)
    )`.execute(db)
  await sql`create index member_subject on member (subject_id)`.execute(db)
}
