import { type Migration, sql } from 'kysely'

/** A yearly return speaks for what began in its year, and not for all that went on in it. */
export const windowsOfBeginnings: Migration = {
  async up(db) {
    await sql`alter table import_window add column only_beginning boolean not null default false`.execute(db)
  },
}
