import { type Migration, sql } from 'kysely'

export const settings: Migration = {
  async up(db) {
    await sql`
      create table setting (
        key text collate "C" not null,
        value text not null,
        constraint setting_pkey primary key (key)
      )`.execute(db)
  },
}
