import { type Migration, sql } from 'kysely'

/** How often a child placed for adoption is visited, as a review decided. */
export const visitsForAdoption: Migration = {
  async up(db) {
    await sql`alter table if exists ${sql.table('record_visiting_rule')} add column if not exists every_weeks numeric`.execute(
      db,
    )
  },
}
