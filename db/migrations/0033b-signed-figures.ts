import { type Migration, sql } from 'kysely'

/**
 * That somebody answers for figures which others sent, as they were (`figures`). Rows are only ever added; of several about one period the last counts, and only for
 * what is still the same.
 */
export const signedFigures: Migration = {
  async up(db) {
    await sql`
      create table supply_sign_off (
        id integer generated always as identity,
        supply text collate "C" not null,
        authority text collate "C" not null,
        kind text collate "C" not null,
        from_on date not null,
        to_on date not null,
        figures jsonb not null,
        words text not null,
        signed_at timestamptz not null,
        account_id integer not null,
        signed_by text not null,
        constraint supply_sign_off_pkey primary key (id),
        constraint supply_sign_off_account foreign key (account_id) references account (id)
      )`.execute(db)
    await sql`create index supply_sign_off_of on supply_sign_off (supply, authority, from_on)`.execute(db)
  },
}
