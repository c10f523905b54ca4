import { type Migration, sql } from 'kysely'

/**
 * What did not fit when the returns of two years were held against each other: which record, and by which rule. What it says is on the record, and is not
 * copied; whether it is still so is asked of the record when somebody looks.
 */
export const faultsBetweenReturns: Migration = {
  async up(db) {
    await sql`
      create table import_comparison (
        id integer generated always as identity,
        format text collate "C" not null,
        earlier text collate "C" not null,
        later text collate "C" not null,
        compared_at timestamptz not null,
        compared_by text not null,
        constraint import_comparison_pkey primary key (id)
      )`.execute(db)
    await sql`create index import_comparison_pair on import_comparison (format, earlier, id desc)`.execute(db)
    await sql`
      create table import_fault (
        comparison_id integer not null,
        record_id bigint not null,
        rule text collate "C" not null,
        field text collate "C" not null,
        last_version bigint not null,
        constraint import_fault_pkey primary key (comparison_id, record_id, rule, field),
        constraint import_fault_comparison foreign key (comparison_id) references import_comparison (id),
        constraint import_fault_record foreign key (record_id) references record (id)
      )`.execute(db)
  },
}
