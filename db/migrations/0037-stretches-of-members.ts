import { type Migration, sql } from 'kysely'

/**
 * Members are kept once for all the periods, one after another, over which they answered the same, and not once for each period: a fifth to a third of the rows.
 * Whoever was counted is forgotten, and counted again when the server starts: all of it follows from the records.
 */
export const stretchesOfMembers: Migration = {
  async up(db) {
    await sql`drop table member`.execute(db)
    await sql`delete from counted_period`.execute(db)
    // The periods of a list that were counted at once have numbers that follow one another: `batch` is the first of them.
    await sql`alter table counted_period add column batch integer not null`.execute(db)
    await sql`
      create table member (
        first_period integer not null,
        last_period integer not null,
        subject_id bigint not null,
        record_id bigint,
        placed text collate "C" not null,
        answers text collate "C" not null,
        measures jsonb not null,
        attributes jsonb not null,
        constraint member_once unique nulls not distinct (first_period, last_period, subject_id, record_id),
        constraint member_periods check (last_period >= first_period)
      )`.execute(db)
    await sql`create index member_subject on member (subject_id)`.execute(db)
  },
}
