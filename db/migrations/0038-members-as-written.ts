import { type Migration, sql } from 'kysely'

/**
 * The numbers and attributes of members are kept as the text that was written: the database never looks into them, and to take a text apart into jsonb costs it a fifth
 * of keeping a member.
 */
export const membersAsWritten: Migration = {
  async up(db) {
    await sql`alter table member alter column measures type text collate "C", alter column attributes type text collate "C"`.execute(
      db,
    )
  },
}
